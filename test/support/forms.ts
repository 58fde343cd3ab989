/** Forms of a page as a browser would send them. */
import { parseHTML } from 'linkedom'

/** A form: where it goes, what its fields hold, and which of them choose among ids. */
export type SentForm = {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

const parts: readonly (readonly [end: string, value: string])[] = [
  ['-day', '20'],
  ['-month', '11'],
  ['-year', '2026'],
  ['email', 'sample@plumbline.example'],
]

/** As much of an element as is asked for here. */
type Control = {
  readonly localName: string
  readonly textContent: string | null
  readonly getAttribute: (name: string) => string | null
  readonly querySelectorAll: (selector: string) => Iterable<Control>
}

/** Something that a person could have typed into a field of that name. */
const typed = (name: string): string => parts.find(([end]) => name.endsWith(end))?.[1] ?? 'Sample 1'

const valueIn = (control: Control, name: string): string => {
  if (control.localName === 'select')
    return (
      [...control.querySelectorAll('option')].map((option) => option.getAttribute('value')).find(Boolean) ??
      ''
    )
  if (control.localName === 'textarea') return control.textContent || typed(name)
  return control.getAttribute('value') || typed(name)
}

/** Returns the forms of a page that write, each filled in: what is there stays, the first of choices is taken. */
export const formsOf = (page: string): readonly SentForm[] =>
  [...parseHTML(page).document.querySelectorAll('main form[method="post"]')].map((form) => {
    const fields: Record<string, string> = {}
    for (const control of form.querySelectorAll('input[name], select[name], textarea[name]')) {
      const name = control.getAttribute('name') ?? ''
      fields[name] ??= valueIn(control, name)
    }
    return { action: form.getAttribute('action') ?? '', fields }
  })
