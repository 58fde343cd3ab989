/**
 * What a page says after an action: what happened, and what happens next. The address carries its name
 * (`?done=concern-recorded`), so that it needs no cookie and survives a reload.
 */
export const notices: Readonly<Record<string, string>> = {
  'concern-recorded':
    'The concern is recorded and counted in the rating. It is on the contract lead’s work list, who will tell you what happens next.',
  'intelligence-recorded': 'It is recorded, and the service was rated anew.',
  'feed-declared': 'It is declared. The services are rated anew, which takes a few seconds.',
  'feed-ended': 'It is ended. The services are rated anew, which takes a few seconds.',
  'concern-decided': 'The decision is saved.',
  'intelligence-corrected':
    'The correction is saved and counts from now on. What it said before stays below.',
  'intelligence-unchanged': 'Nothing was changed: it already says this.',
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
  'deputy-invited':
    'The invitation is on its way. They see the service once they have chosen a password, or signed in as before.',
  'access-ended': 'They no longer see the service. What they recorded stays with it.',
  'handed-over': 'The service is handed over. Everything recorded about it stays with the service.',
  'side-chosen': 'You now act here. What you see and may do follows from your role.',
  'facts-stated': 'What is stated is saved, and the service was rated anew.',
  'facts-unchanged': 'Nothing was changed: this is what was stated before.',
  'password-link-sent':
    'If there is an account with this email address, we sent it a link. Look into your mail, and into the folder for junk.',
  'password-changed': 'Your password is changed, and your other sessions have ended.',
  'email-link-sent':
    'We sent a link to the new address, if it can be used. Your address changes when you open it.',
  'email-changed': 'Your email address is changed. Sign in with the new one from now on.',
  'second-factor-removed': 'The second step is removed. You sign in with your password alone.',
  'session-ended': 'The session is ended. Whoever used it must sign in again.',
  'sessions-ended': 'All other sessions are ended. Only this one is left.',
  'person-invited':
    'The invitation is on its way. Without a mail server it waits on the page Mail, from where you pass the link on.',
  'password-link-made':
    'A link for a new password is on its way. Without a mail server it waits on the page Mail.',
  'roles-changed': 'The roles are changed. The person’s sessions have ended: they sign in again.',
  'roles-unchanged': 'Nothing was changed: the person already holds these roles.',
  'account-disabled': 'The account is disabled, and its sessions have ended.',
  'account-enabled': 'The account is enabled. The person signs in as before.',
  'person-removed':
    'The person no longer works with this council: their roles and their access have ended. What they recorded keeps their name.',
  'second-factor-reset':
    'The second step is reset, and the person’s sessions have ended. People of the council set up a new one when they next sign in.',
  'hold-placed': 'The legal hold is placed. It is kept, and not proposed again, until the hold is ended.',
  'hold-ended': 'The legal hold is ended. What is due is proposed again by the next weekly list.',
  disposed: 'The records are erased. This certificate says what, and stands in the audit trail.',
  'signed-out': 'You are signed out.',
}
