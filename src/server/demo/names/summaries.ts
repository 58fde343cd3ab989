type Summaries = Readonly<Record<string, readonly string[]>>

/** At any service. */
const anywhere: Summaries = {
  'care-concern': [
    'Too few staff at weekends, a relative says.',
    'Nobody could be reached by telephone for a day.',
    'Staff did not know whom to tell about a worry.',
    'Records were not kept in a locked place.',
  ],
  'complaint-to-provider': ['About the tone of a member of staff.', 'About waiting.', 'About opening hours.'],
  'complaint-to-authority': [
    'About how a complaint to the provider was answered.',
    'About changes of staff without notice.',
  ],
  compliment: ['A patient and cheerful team.', 'Thanks for quick help.', 'Staff went out of their way.'],
  'professional-feedback': [
    'A district nurse found records in good order.',
    'A therapist reports that advice was followed.',
    'A pharmacist asks for a better stock check.',
    'A social worker found the manager hard to reach.',
  ],
}

/** Besides, by type of service. */
const particular: Readonly<Record<string, Summaries>> = {
  'care-home': {
    'care-concern': [
      'Call bells were not answered for long at night.',
      'Several falls in one corridor within a week.',
      'Medicines given late on two mornings.',
      'Food and drink charts had gaps.',
      'Sickness among residents; visits were limited.',
    ],
    'complaint-to-provider': ['About laundry and lost clothes.', 'About how a move was arranged.'],
    'complaint-to-authority': ['About invoices.'],
    compliment: ['Thanks from a family for care at the end of life.', 'A trip to the sea was much enjoyed.'],
  },
  'home-care': {
    'care-concern': [
      'Visits were cut short, by the call records.',
      'A visit was missed and nobody rang.',
      'Medicines given late on two mornings.',
    ],
    'complaint-to-provider': ['About times of visits.'],
    'complaint-to-authority': ['About missed visits.', 'About invoices.'],
    compliment: ['The same two carers for a year: a great help.'],
  },
}

/** Returns what may be noted of an item: a few words, as people would write them, and nothing about a person. */
export const summariesOf = (type: string, kind: string): readonly string[] => [
  ...(anywhere[kind] ?? []),
  ...(particular[type]?.[kind] ?? []),
]
