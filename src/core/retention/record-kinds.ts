/** The kinds of records that can be disposed of: when each counts as closed, and what is erased. One table. */
export const recordKinds = {
  intelligence: {
    name: 'Texts of intelligence',
    closes: 'when the case was concluded; where it never was, when the service closed',
    erases: 'the summary and the reference; kind, days and outcome stay',
  },
  'concern-raisers': {
    name: 'Names and email addresses of people who raised a concern',
    closes: 'when the case was concluded; where it never was, when the service closed',
    erases: 'the name and the email address; the concern stays',
  },
  'intelligence-uploads': {
    name: 'Files of intelligence that were sent',
    closes: 'when the file was taken in; where it never was, when it was sent',
    erases: 'the file, and the rows that were to be mended; the intelligence stays',
  },
  'event-payloads': {
    name: 'Details of the audit trail',
    closes: 'on the day of the event',
    erases: 'what the event says (its before and after); who did what and when stays, and can be proved',
  },
  'event-origins': {
    name: 'Network addresses of the audit trail',
    closes: 'on the day of the event',
    erases: 'the address that the event came from',
  },
  'access-log': {
    name: 'Log of who looked at what',
    closes: 'on the day of the access',
    erases: 'the entry',
  },
  mail: {
    name: 'Mail that was sent',
    closes: 'on the day on which it was sent; where it never was, when it was written',
    erases: 'address and subject, and the text where it was not sent; what it was about stays in the trail',
  },
  account: {
    name: 'Accounts that came to an end',
    closes: 'the night after the account was disabled, or after its person had no role left in any council',
    erases:
      'email address, password, second step, recovery codes and known browsers; the name stays where the trail needs it',
  },
  // A rule of policies of before, which still read. Nobody decides on it: an ended sign-in serves nothing.
  sessions: {
    name: 'Sign-ins that have ended',
    closes: 'at the time at which the sign-in ended',
    erases: 'the entry; it goes by itself in the next night, whatever the rule says',
  },
  'contract-uploads': {
    name: 'Files of contracts that were sent',
    closes: 'when the file was taken in; where it never was, when it was sent',
    erases: 'the rows of the file, and what was said of each; the contracts stay',
  },
  'import-files': {
    name: 'Files of CQC that were sent',
    closes: 'when the file was taken in',
    erases: 'the file and its name; the register stays',
  },
  'activity-records': {
    name: 'Records of meetings, visits and other activities',
    closes: 'on the day on which it was held; where it was cancelled, on the day on which it was to be',
    erases:
      'notes, names of who was there, reasons, the words of its actions and its files; what, when and by whom stays',
  },
  contacts: {
    name: 'Calls, emails and visits outside the plan',
    closes: 'when it was followed up; where nothing was to be, on its day',
    erases: 'the note and with whom it was; that there was one, when and by whom stays',
  },
  decisions: {
    name: 'Reasons and notes of decisions on ratings',
    closes: 'when it was decided anew; where it never was, when the service closed',
    erases:
      'notes of those who decided, and why it was sent back, in its documents too; bands, dates and who decided stay',
  },
  'decision-minutes': {
    name: 'Minutes of meetings on ratings',
    closes: 'on the day on which the meeting ended',
    erases:
      'minutes, who was there, why it was called, and notes on what was not decided; what was decided, when and by whom stays',
  },
  'alert-notes': {
    name: 'Notes on alerts',
    closes: 'when it was done, or its cause was gone, whichever came last',
    erases: 'the note; what the alert was, what was done with it, when and by whom stays',
  },
  suspensions: {
    name: 'Texts of suspensions of new placements',
    closes: 'when it was lifted; where it never was, when the service closed',
    erases: 'conditions, paragraph and notes; kind, reason, dates and who decided stay',
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly closes: string; readonly erases: string }
>

export type RecordKind = keyof typeof recordKinds

/** Whether a text is a kind of record. */
export const isRecordKind = (text: string): text is RecordKind => Object.hasOwn(recordKinds, text)
