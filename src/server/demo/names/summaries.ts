/** What is noted of an item: a few words, as people would write them, and nothing about a person. */
export const summaries: Readonly<Record<string, readonly string[]>> = {
  'care-concern': [
    'Call bells were not answered for long at night.',
    'Several falls in one corridor within a week.',
    'Medicines given late on two mornings.',
    'Too few staff at weekends, a relative says.',
    'Care plans were not up to date after a hospital stay.',
    'Visits were cut short, by the call records.',
    'Food and drink charts had gaps.',
    'Sickness among residents; visits were limited.',
  ],
  'complaint-to-provider': [
    'About laundry and lost clothes.',
    'About times of visits.',
    'About how a move was arranged.',
    'About the tone of a member of staff.',
  ],
  'complaint-to-authority': [
    'About invoices.',
    'About missed visits.',
    'About how a complaint to the provider was answered.',
    'About changes of staff without notice.',
  ],
  compliment: [
    'Thanks from a family for care at the end of life.',
    'A patient and cheerful team.',
    'A trip to the sea was much enjoyed.',
    'Quick help when equipment failed.',
  ],
  'professional-feedback': [
    'A district nurse found records in good order.',
    'A therapist reports that advice was followed.',
    'A pharmacist asks for a better stock check.',
    'A social worker found the manager hard to reach.',
  ],
}
