/** The meetings that decide and confirm ratings: how many, how often, and by whom. */
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('monitoring')

const saysOf = { decides: 'decide the ratings by the calendar', confirms: 'confirm the ratings' } as const

const several = ({ monitoring }: Documents): readonly PackComplaint[] =>
  (['decides', 'confirms'] as const).flatMap((part) => {
    const found = monitoring.meetings.filter(({ ratings }) => ratings?.part === part).length
    if (found <= 1) return []
    return [
      complain(['meetings'], `${found} meetings ${saysOf[part]}.`, `Leave part: ${part} to one of them.`),
    ]
  })

const twice = ({ monitoring }: Documents): readonly PackComplaint[] =>
  monitoring.meetings.flatMap(({ ratings }, index) => {
    const roles = ratings?.agreedBy ?? []
    return new Set(roles).size === roles.length
      ? []
      : [
          complain(
            ['meetings', index, 'ratings', 'agreedBy'],
            'A role stands here twice.',
            'Name each role once.',
          ),
        ]
  })

const calendars = ({ monitoring }: Documents): readonly PackComplaint[] =>
  monitoring.meetings.flatMap(({ ratings, every }, index) =>
    ratings !== undefined && ratings.part !== 'decides-at-any-time' && every === undefined
      ? [
          complain(
            ['meetings', index],
            'It decides or confirms ratings, and does not say how often.',
            'Add every, or make its part decides-at-any-time.',
          ),
        ]
      : [],
  )

/** Returns everything that is wrong with the meetings that decide and confirm ratings. */
export const checkDeciding = (documents: Documents): readonly PackComplaint[] => [
  ...several(documents),
  ...twice(documents),
  ...calendars(documents),
]

/**
 * Returns that no meeting decides the ratings, where none does. Asked of a pack that is to be adopted alone: one that was
 * adopted before meetings said so is still read.
 */
export const nobodyDecides = ({ meetings }: Documents['monitoring']): readonly PackComplaint[] =>
  meetings.some(({ ratings }) => ratings?.part === 'decides')
    ? []
    : [
        complain(
          ['meetings'],
          'No meeting decides the ratings.',
          'Add ratings to the meeting that does: part: decides, and agreedBy with the roles that must agree.',
        ),
      ]
