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
  'alerts-acknowledged': 'Acknowledged. It stays on the list until it is done, or its cause is gone.',
  'alerts-assigned': 'Assigned. It stands on that person’s list now, and under Waiting for others on yours.',
  'alerts-put-off': 'Put off. It comes back by itself on the day that you chose.',
  'alerts-brought-back': 'Brought back. It stands on the list again.',
  'alerts-done': 'Marked as done. It has left the work list.',
  'alerts-unchanged': 'Nothing was changed: it was so already, or somebody else was faster.',
  'no-alert-chosen': 'Nothing was changed: choose at least one alert that is still open.',
  'notices-chosen': 'Your choice is saved. It holds from the next mail on.',
  'contract-added':
    'The contract is added. The service takes its type, its size and its contract lead from it, and was rated anew.',
  'contract-changed': 'The contract is changed. What it said before stays in its history.',
  'contract-unchanged': 'Nothing was changed: the contract already says this.',
  'contract-lead-named': 'The contract lead is named. New concerns about the service go to their work list.',
  'contract-ended':
    'The last day of the contract is recorded. After it the service is no longer commissioned under this contract.',
  'contract-terminated':
    'The termination is recorded with its reasons. After the last day the service is no longer commissioned under this contract.',
  'suspension-started':
    'The suspension is recorded. Everyone who sees the service sees it, and the public register follows the policy.',
  'suspension-changed': 'The suspension is changed. What it said before stays in its history.',
  'suspension-unchanged': 'Nothing was changed: the suspension already says this.',
  'suspension-lifted': 'The lifting is recorded. Placements can be made again from its day.',
  'publication-reviewed': 'Your review is recorded. The public register shows its date.',
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
  'person-sessions-ended': 'The sessions are ended. The person signs in again.',
  'everyone-signed-out': 'All sessions but yours are ended. Everybody signs in again.',
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
  'token-revoked': 'The token is revoked. It opens nothing any more.',
  'session-opened': 'The session is open. Others who decide see it under Decisions.',
  'choices-saved': 'Saved. Where all who must agree chose the same, it has taken effect.',
  'decisions-ended':
    'The session has ended. This is its document, in the list of the teams. What was not decided comes back at the next session.',
  'draft-saved': 'Saved. Nothing is confirmed yet.',
  'ratings-confirmed':
    'The ratings are confirmed. This is the document: it is in the list of the teams, and their people get a mail with its address.',
  'choices-unchanged': 'Nothing was changed: choose a rating for a service first.',
  'activity-arranged': 'It is arranged. Its due date stays as it was.',
  'activity-held': 'The record is saved. What is due next stands in the plan of the service.',
  'activity-cancelled':
    'It is cancelled. Where the policy asks for it, it stands in the plan again with its due date.',
  'activity-assigned': 'It is assigned.',
  'record-sent': 'It is recorded that the record was sent to the provider.',
  'action-added': 'The action is added.',
  'action-done': 'The action is done.',
  'file-added': 'The file is added.',
  'contact-recorded': 'The contact is recorded.',
  'contact-followed-up': 'It is recorded that it was followed up.',
  'contract-said': 'It is saved what the contract says, and the plan follows.',
  'calendar-ended': 'The address of the calendar is worth nothing from now on.',
  'signed-out': 'You are signed out.',
}
