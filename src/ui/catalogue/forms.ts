import type { Example } from '../catalogue.ts'
import { button } from '../components/button.ts'
import { characterCount } from '../components/character-count.ts'
import { dateInput } from '../components/date-input.ts'
import { fileUpload } from '../components/file-upload.ts'
import { hint } from '../components/hint.ts'
import { input } from '../components/input.ts'
import { label } from '../components/label.ts'
import { passwordInput } from '../components/password-input.ts'
import { select } from '../components/select.ts'
import { textarea } from '../components/textarea.ts'
import { html } from '../html.ts'
import { qrCode, secretText } from '../qr-code.ts'

/** Not a code that can be read: its pattern shows only how one is drawn. */
const sampleModules = Array.from({ length: 21 }, (_, y) =>
  Array.from({ length: 21 }, (_, x) => (x * y) % 3 === 0),
)

/** Fields to fill in, and buttons to send them. */
export const formExamples: readonly Example[] = [
  {
    name: 'button',
    title: 'The main one, another, and one that warns',
    render: () => html`<div class="govuk-button-group">
${button({ text: 'Decide Amber', preventDoubleClick: true })}
${button({ text: 'Save for later', classes: 'govuk-button--secondary' })}
${button({ text: 'Suspend placements', classes: 'govuk-button--warning' })}
</div>`,
  },
  {
    name: 'button',
    title: 'To begin',
    render: () => button({ text: 'Raise a concern', href: '#raise', isStartButton: true }),
  },
  {
    name: 'label',
    title: 'By itself',
    render: () => html`${label({ text: 'Note', for: 'note' })}<input class="govuk-input" id="note">`,
  },
  {
    name: 'label',
    title: 'Large',
    render: () =>
      html`${label({ text: 'Reason', for: 'why', classes: 'govuk-label--l' })}<input class="govuk-input" id="why">`,
  },
  { name: 'hint', title: 'By itself', render: () => hint({ text: 'For example, EM-2041' }) },
  {
    name: 'hint',
    title: 'With markup',
    render: () => hint({ html: html`Write <b>what</b> you saw, not <b>whom</b>` }),
  },
  {
    name: 'password-input',
    title: 'With a hint',
    render: () =>
      passwordInput({
        name: 'password',
        label: { text: 'Password' },
        hint: { text: 'Three random words do well' },
      }),
  },
  {
    name: 'password-input',
    title: 'With an error',
    render: () =>
      passwordInput({
        name: 'new-password',
        label: { text: 'New password' },
        autocomplete: 'new-password',
        errorMessage: { text: 'Use at least 15 characters' },
      }),
  },
  {
    name: 'qr-code',
    title: 'With the same as text',
    render: () => html`${qrCode(sampleModules, 'QR code of an example')}
<p class="govuk-body">${secretText('MZXW 6YTB OI')}</p>`,
  },
  {
    name: 'input',
    title: 'With a hint',
    render: () =>
      input({
        name: 'reference',
        label: { text: 'Reference' },
        hint: { text: 'For example, EM-2041' },
        classes: 'govuk-input--width-10',
      }),
  },
  {
    name: 'input',
    title: 'With an error and a unit',
    render: () =>
      input({
        name: 'trained',
        label: { text: 'Staff with training up to date' },
        errorMessage: { text: 'Percentage must be 100 or less' },
        suffix: { text: '%' },
        inputmode: 'numeric',
        value: '140',
        classes: 'govuk-input--width-3',
      }),
  },
  {
    name: 'textarea',
    title: 'Plain',
    render: () => textarea({ name: 'seen', label: { text: 'What did you see?' } }),
  },
  {
    name: 'textarea',
    title: 'With an error',
    render: () =>
      textarea({
        name: 'reason',
        label: { text: 'Reason', classes: 'govuk-label--m' },
        hint: { text: 'It is shown to both teams' },
        errorMessage: { text: 'Enter a reason for choosing another colour than proposed' },
        rows: 3,
      }),
  },
  {
    name: 'character-count',
    title: 'Characters',
    render: () => characterCount({ name: 'summary', label: { text: 'Summary' }, maxlength: 300, rows: 3 }),
  },
  {
    name: 'character-count',
    title: 'Words',
    render: () =>
      characterCount({ name: 'reply', label: { text: 'Your reply' }, maxwords: 100, value: 'We agree.' }),
  },
  {
    name: 'select',
    title: 'Chosen',
    render: () =>
      select({
        name: 'quality-assessor',
        label: { text: 'Quality assessor' },
        items: [{ value: '', text: 'Choose' }, { text: 'Tom Oakes' }, { text: 'Mary Achebe' }],
        value: 'Mary Achebe',
      }),
  },
  {
    name: 'select',
    title: 'With an error',
    render: () =>
      select({
        name: 'service-type',
        label: { text: 'Type of service' },
        errorMessage: { text: 'Select the type of service' },
        items: [
          { value: '', text: 'Choose' },
          { value: 'care-home', text: 'Care home' },
        ],
      }),
  },
  {
    name: 'date-input',
    title: 'With a hint',
    render: () =>
      dateInput({
        id: 'visited',
        namePrefix: 'visited',
        fieldset: { legend: { text: 'When did you visit?', classes: 'govuk-fieldset__legend--m' } },
        hint: { text: 'For example, 21 11 2026' },
        values: { 'visited-day': 21, 'visited-month': 11, 'visited-year': 2026 },
      }),
  },
  {
    name: 'date-input',
    title: 'With an error in one part',
    render: () =>
      dateInput({
        id: 'due',
        namePrefix: 'due',
        fieldset: { legend: { text: 'Due' } },
        errorMessage: { text: 'Due date must include a year' },
        values: { 'due-day': '1', 'due-month': '12' },
        year: { name: 'year', error: true },
      }),
  },
  {
    name: 'file-upload',
    title: 'Plain',
    render: () =>
      fileUpload({
        name: 'certificate',
        label: { text: 'Insurance certificate' },
        hint: { text: 'PDF, up to 20 MB' },
      }),
  },
  {
    name: 'file-upload',
    title: 'To drop several files on',
    render: () =>
      fileUpload({ name: 'evidence', label: { text: 'Evidence' }, multiple: true, javascript: true }),
  },
]
