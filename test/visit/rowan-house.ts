import { day } from '../../src/core/kit/days.ts'
import type { Visit } from '../../src/visit/visit.ts'

/** A visit to an invented service, with one question. The wording is our own. */
export const rowanHouse: Visit = {
  id: '0b6f2a52-6d0e-4d0b-9c55-6a7b6f1d9c01',
  title: 'Site assessment',
  service: 'Rowan House',
  heldOn: day('2026-11-23'),
  questions: [
    {
      id: 'safeguarding-who-to-ring',
      text: 'Can the person in charge of the shift say whom to ring about a safeguarding concern, by day and by night?',
      guidance: [
        'Ask without warning, and ask the night shift too if you can.',
        'The number should be where staff can reach it without a key or a password.',
        'Ask what they did the last time, and compare it with the record.',
      ],
    },
  ],
  answers: [],
  heldBy: null,
}
