import { classes } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { textOrHtml } from '../text-or-html.ts'
import { hint } from './hint.ts'
import { type TextareaOptions, textarea } from './textarea.ts'

/** Options of a text area with a limit, of characters or of words. */
export type CharacterCountOptions = TextareaOptions & {
  readonly maxlength?: number | string | undefined
  readonly maxwords?: number | string | undefined
  readonly threshold?: number | string | undefined
  readonly countType?: 'words' | 'characters' | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
}

/** Asks for several lines and says how much room is left. Without JavaScript it says the limit. */
export const characterCount = (options: CharacterCountOptions): Html => {
  const id = options.id ?? options.name
  const countType = options.countType ?? (options.maxwords ? 'words' : undefined)
  const limit = options.maxwords ?? options.maxlength
  const message = hint({
    id: `${id}-info`,
    classes: classes('govuk-character-count__message', options.countMessage?.classes),
    text: limit && `You can enter up to ${limit} ${countType === 'words' ? 'words' : 'characters'}`,
  })
  return textarea({
    ...options,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', options.classes),
    formGroup: {
      ...options.formGroup,
      classes: classes('govuk-character-count', options.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        'data-maxlength': options.maxlength,
        'data-maxwords': options.maxwords,
        'data-threshold': options.threshold,
        'data-count-type': countType,
        ...options.formGroup?.attributes,
      },
      afterInput: { html: html`${message}${textOrHtml(options.formGroup?.afterInput)}` },
    },
  })
}
