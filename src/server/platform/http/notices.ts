/**
 * What a page says after an action: what happened, and what happens next. The address carries its name
 * (`?done=concern-recorded`), so that it needs no cookie and survives a reload.
 */
export const notices: Readonly<Record<string, string>> = {
  'concern-recorded':
    'The concern is recorded and counted in the rating. It is on the contract lead’s work list, who will tell you what happens next.',
  'work-done': 'Marked as done. It has left the work list.',
  'signed-out': 'You are signed out.',
}
