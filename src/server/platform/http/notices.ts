/**
 * What a page says after an action: what happened, and what happens next. The address carries its name
 * (`?done=concern-recorded`), so that it needs no cookie and survives a reload.
 */
export const notices: Readonly<Record<string, string>> = {
  'concern-recorded':
    'The concern is recorded and counted in the rating. It is on the contract lead’s work list, who will tell you what happens next.',
  'work-done': 'Marked as done. It has left the work list.',
  'contract-added':
    'The contract is added. The service takes its type, its size and its contract lead from it, and was rated anew.',
  'contract-changed': 'The contract is changed. What it said before stays in its history.',
  'contract-unchanged': 'Nothing was changed: the contract already says this.',
  'contract-lead-named': 'The contract lead is named. New concerns about the service go to their work list.',
  'contract-ended':
    'The last day of the contract is recorded. After it the service is no longer commissioned under this contract.',
  'contract-terminated':
    'The termination is recorded with its reasons. After the last day the service is no longer commissioned under this contract.',
  'officer-named': 'The Authorised Officer is named, and leads every contract that has no lead of its own.',
  'provider-changed': 'The provider is changed in all of its contracts.',
  'contracts-imported': 'The contracts of the file are taken in. What came of each row stands below.',
  'service-added': 'The service is added. It counts as commissioned once a contract for it has started.',
  'service-changed': 'The service is changed.',
  'service-ended': 'The last day of the service is recorded. Its history stays.',
  'deputy-added': 'They can see the service from now on.',
  'access-ended': 'They no longer see the service. What they recorded stays with it.',
  'handed-over': 'The service is handed over. Everything recorded about it stays with the service.',
  'side-chosen': 'You now act here. What you see and may do follows from your role.',
  'signed-out': 'You are signed out.',
}
