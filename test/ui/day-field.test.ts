/** A day as a question: what was typed comes back in its three fields, and its error leads to the first of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { dayField, leadingToDays } from '../../src/ui/day-field.ts'
import { render } from '../../src/ui/html.ts'

const errors = [{ field: 'due', text: 'Enter the day by which it is done' }]
const drawn = (value: Parameters<typeof dayField>[0]['value']) =>
  parseHTML(`<html><body>${render(dayField({ name: 'due', text: 'By when?', value, errors }))}</body></html>`)
    .document

for (const [value, fields] of [
  ['27 3 2026', ['27', '3', '2026']],
  [' 3 2026', ['', '3', '2026']],
  ['', ['', '', '']],
  [
    ['27', 'March', '2026'],
    ['27', 'March', '2026'],
  ],
] as const)
  test(`“${value}” comes back as “${fields.join('”, “')}”`, () => {
    const document = drawn(value)
    const typed = ['day', 'month', 'year'].map((part) =>
      document.querySelector(`input[name="due-${part}"]`)?.getAttribute('value'),
    )
    assert.deepEqual(
      typed.map((text) => text ?? ''),
      fields,
    )
    assert.match(document.querySelector('.govuk-error-message')?.textContent ?? '', /Enter the day/)
  })

test('the error of a day leads to its first field, and that of another question to the question', () => {
  const other = { field: 'what', text: 'Say what is to be done' }
  const [day, same] = leadingToDays([...errors, other], ['due'])
  assert.equal(day?.id, 'due-day')
  assert.ok(drawn('').getElementById(day.id))
  assert.deepEqual(same, other)
})
