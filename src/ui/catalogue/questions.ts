import type { Example } from '../catalogue.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { fieldset } from '../components/fieldset.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { html } from '../html.ts'

/** Questions with answers to choose from. */
export const questionExamples: readonly Example[] = [
  {
    name: 'radios',
    title: 'One answer, with what follows from it',
    render: () =>
      radios({
        name: 'risk',
        fieldset: { legend: { text: 'Is anyone at risk now?', classes: 'govuk-fieldset__legend--m' } },
        hint: { text: 'If you are not sure, answer yes' },
        value: 'yes',
        items: [
          {
            value: 'yes',
            text: 'Yes',
            conditional: {
              html: input({
                name: 'rung',
                label: { text: 'Whom did you ring?' },
                classes: 'govuk-!-width-one-third',
              }),
            },
          },
          { value: 'no', text: 'No', hint: { text: 'We answer within 3 working days' } },
          { divider: 'or' },
          { value: 'unknown', text: 'I do not know' },
        ],
      }),
  },
  {
    name: 'radios',
    title: 'Small and in a line, with an error',
    render: () =>
      radios({
        name: 'colour',
        classes: 'govuk-radios--small govuk-radios--inline',
        fieldset: { legend: { text: 'Rowan House' } },
        errorMessage: { text: 'Select a colour' },
        items: [
          { value: 'red', text: 'Red' },
          { value: 'amber', text: 'Amber' },
          { value: 'green', text: 'Green' },
        ],
      }),
  },
  {
    name: 'checkboxes',
    title: 'Any number',
    render: () =>
      checkboxes({
        name: 'heard',
        fieldset: { legend: { text: 'Whom did you hear?', classes: 'govuk-fieldset__legend--m' } },
        values: ['people'],
        items: [
          { value: 'people', text: 'People who use the service' },
          { value: 'relatives', text: 'Relatives', hint: { text: 'Or friends' } },
          { value: 'staff', text: 'Staff' },
          { divider: 'or' },
          { value: 'nobody', text: 'Nobody', behaviour: 'exclusive' },
        ],
      }),
  },
  {
    name: 'checkboxes',
    title: 'One box, with an error',
    render: () =>
      checkboxes({
        name: 'read',
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: 'Before you sign' } },
        errorMessage: { text: 'Confirm that you have read the report' },
        items: [{ value: 'yes', text: 'I have read the report' }],
      }),
  },
  {
    name: 'fieldset',
    title: 'Fields that belong together',
    render: () =>
      fieldset({
        legend: { text: 'Your contact', classes: 'govuk-fieldset__legend--m' },
        html: html`${input({ name: 'contact-name', label: { text: 'Name' }, autocomplete: 'name' })}
${input({ name: 'contact-telephone', label: { text: 'Telephone' }, type: 'tel', autocomplete: 'tel' })}`,
      }),
  },
  {
    name: 'fieldset',
    title: 'Only a legend',
    render: () => fieldset({ legend: { html: html`Signed by <b>two</b> people` } }),
  },
]
