import { kinds } from '../../../core/evidence/kinds.ts'
import { clockTimeOf, type Day, dayOf } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import type { ActionTyped } from '../../../core/monitoring/action-form.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { fileUpload } from '../../../ui/components/file-upload.ts'
import { input } from '../../../ui/components/input.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { ShownAction, ShownFile, ShownVersion } from '../queries/activity-parts.ts'
import type { ShownActivity } from '../queries/show-activity.ts'
import { dueInWords, stateNames } from '../words.ts'
import { type Choosable, hidden, personField, wordsField } from './form-parts.ts'

type Named = { readonly id: string; readonly name: string }

const nameIn = (items: readonly Named[], id: string, without: string): string =>
  items.find((item) => item.id === id)?.name ?? without

/** What was recorded of an activity that was held; nothing before. */
export const recordSection = (
  { state, attendance, notes, checks }: ShownActivity,
  names: {
    readonly roles: readonly Named[]
    readonly agenda: readonly Named[]
    readonly checks: readonly Named[]
  },
): Html | false => {
  if (state !== 'held') return false
  const areas = [...names.agenda.map(({ id }) => id), ...Object.keys(notes)].filter(
    (area, index, all) => all.indexOf(area) === index && notes[area] !== undefined,
  )
  const rows = [
    ...attendance.map(
      ({ role, name }) =>
        [nameIn(names.roles, role, attendance.length === 1 ? 'Who was there' : 'Others'), name] as const,
    ),
    ...areas.map(
      (area) => [nameIn(names.agenda, area, area === '' ? 'Notes' : area), notes[area] ?? ''] as const,
    ),
    ...(checks.length === 0
      ? []
      : [['Done that day', listed(checks.map((check) => nameIn(names.checks, check, check)))] as const]),
  ]
  return html`<h2 class="govuk-heading-m">Record</h2>
${
  rows.length === 0
    ? html`<p class="govuk-body">Nothing but the day was recorded.</p>`
    : summaryList({
        rows: rows.map(([text, value]) => ({
          key: { text },
          value: { html: html`<span class="plumbline-typed">${value}</span>` },
        })),
      })
}`
}

/** By when the record goes to the provider, and when it did; nothing where the policy does not ask for it. */
export const sendingSection = (given: {
  readonly activity: ShownActivity
  readonly today: Day
  readonly mayArrange: boolean
  readonly holds: string | null
}): Html | false => {
  const { activity, today, mayArrange, holds } = given
  if (activity.recordDue === null || activity.state !== 'held') return false
  return html`<h2 class="govuk-heading-m" id="sending">The record for the provider</h2>
${holds !== null && html`<p class="govuk-body">${holds}</p>`}
${
  activity.recordSentOn !== null
    ? html`<p class="govuk-body">Sent on ${dayInWords(activity.recordSentOn)}. It was due on ${dayInWords(activity.recordDue)}.</p>`
    : html`<p class="govuk-body">To be sent by ${dueInWords(activity.recordDue, today)}</p>
${
  mayArrange &&
  html`<form method="post" action="/activities/${activity.id}/sent">${hidden('version', activity.version)}
${button({ text: 'It was sent today', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}`
}`
}

/** What is to be done after an activity, and the form that adds to it. */
export const actionsSection = (given: {
  readonly activity: ShownActivity
  readonly actions: readonly ShownAction[]
  readonly today: Day
  readonly mayArrange: boolean
  readonly people: readonly Choosable[]
  readonly newId: string
  readonly typed: ActionTyped
  readonly errors: readonly FieldError[]
}): Html => {
  const { activity, actions, today, typed, errors } = given
  const address = `/activities/${activity.id}/actions`
  const done = (action: ShownAction): Html =>
    action.doneOn !== null
      ? html`Done on ${dayInWords(action.doneOn)}`
      : given.mayArrange
        ? html`<form method="post" action="${address}/${action.id}/done">${button({ html: html`Done<span class="govuk-visually-hidden">: ${action.what}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`
        : html`Open`
  return html`<h2 class="govuk-heading-m" id="actions">Actions</h2>
${
  actions.length === 0
    ? html`<p class="govuk-body">No action was agreed yet.</p>`
    : scrollRegion({
        label: 'Actions',
        content: table({
          head: ['What', 'Who', 'Due', 'State'].map((text) => ({ text })),
          rows: actions.map((action) => [
            { text: action.what },
            { text: action.who },
            {
              html: action.doneOn === null ? dueInWords(action.due, today) : html`${dayInWords(action.due)}`,
            },
            { html: done(action) },
          ]),
          firstCellIsHeader: true,
        }),
      })
}
${
  given.mayArrange &&
  details({
    summaryText: 'Add an action',
    open: errors.length > 0,
    html: html`<form method="post" action="${address}" novalidate>${hidden('id', given.newId)}
${wordsField({ name: 'what', text: 'What is to be done?', value: typed.what, errors }, 2)}
${personField({ name: 'person', text: 'Who of the council does it?', value: typed.person, errors }, given.people, 'Somebody of the provider')}
${input({ id: 'who', name: 'who', label: { text: 'Or who of the provider?', classes: 'govuk-label--s' }, hint: { text: 'By role, such as registered manager.' }, value: typed.who, errorMessage: errorOf(errors, 'who') })}
${dayField({ name: 'due', text: 'By when?', value: typed.due, errors })}
${button({ text: 'Add the action', preventDoubleClick: true })}</form>`,
  })
}`
}

const kilobyte = 1024

const sizeInWords = (bytes: number): string =>
  bytes < kilobyte * kilobyte
    ? `${Math.max(1, Math.round(bytes / kilobyte))} KB`
    : `${(bytes / kilobyte / kilobyte).toFixed(1)} MB`

/** The files of an activity, and the form that adds one. */
export const filesSection = (given: {
  readonly activity: ShownActivity
  readonly files: readonly ShownFile[]
  readonly mayArrange: boolean
  readonly errors: readonly FieldError[]
}): Html => {
  const { activity, files, errors } = given
  return html`<h2 class="govuk-heading-m" id="files">Files</h2>
${
  files.length === 0
    ? html`<p class="govuk-body">No file was added yet.</p>`
    : html`<ul class="govuk-list">${files.map(
        (file) =>
          html`<li>${file.key === null ? html`${file.name}, disposed of` : html`<a class="govuk-link" href="/activities/${activity.id}/files/${file.id}">${file.name}</a> (${kinds[file.kind].endings[0].toUpperCase()}, ${sizeInWords(file.bytes)})`}</li>`,
      )}</ul>`
}
${
  given.mayArrange &&
  html`<form method="post" action="/activities/${activity.id}/files" enctype="multipart/form-data" novalidate>
${fileUpload({ id: 'files-new', name: 'files', label: { text: 'Add a file', classes: 'govuk-label--s' }, hint: { text: 'A PDF, photo, document, spreadsheet or text of at most 20 MB.' }, errorMessage: errorOf(errors, 'files') })}
${button({ text: 'Add the file', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}`
}

const versionInWords = ({ valid }: ShownVersion): string => {
  const state = String(valid.state ?? '')
  const due = typeof valid.due === 'string' ? `Due on ${dayInWords(valid.due as Day)}. ` : ''
  const on = valid.held_on ?? (state === 'arranged' ? valid.arranged_for : null)
  const reason = typeof valid.reason === 'string' ? ` ${valid.reason}` : ''
  const name = Object.hasOwn(stateNames, state) ? stateNames[state as keyof typeof stateNames] : state
  return `${due}${name}${typeof on === 'string' ? ` ${state === 'held' ? 'on' : 'for'} ${dayInWords(on as Day)}` : ''}.${reason}`
}

/** Every version of an activity: nothing that was written is lost when it is corrected. */
export const versionsSection = (versions: readonly ShownVersion[]): Html | false =>
  versions.length > 0 &&
  details({
    summaryText: `All versions of this activity (${versions.length})`,
    html: timeline({
      headingLevel: 3,
      items: versions.map((version) => ({
        label: { text: `Version ${version.version}` },
        text: versionInWords(version),
        byline: { text: version.by ?? 'Plumbline' },
        datetime: {
          timestamp: version.recordedAt,
          text: `${dayInWords(dayOf(version.recordedAt))}, ${clockTimeOf(version.recordedAt)}`,
        },
      })),
    }),
  })
