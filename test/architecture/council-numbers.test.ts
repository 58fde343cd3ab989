/** A number that a council chose stands in its pack. This looks for those that stand in code. */
import { test } from 'node:test'
import { bare, wordsOf } from './code.ts'
import { type Exceptions, except, type Finding, findingAt, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'

const literal = /(?<![\w.$])\d[\d_]*(?:\.\d+)?(?:e-?\d+)?n?\b/g

/** Counting, halves, tenths, minutes, percentages of a whole: the arithmetic of any program. */
const arithmetic = new Set([0, 1, 2, 10, 60, 100, 1000])
/** What HTTP and HTML number: answers, headings, rows of a text field, the length of what is shown or cut off. */
const statuses = new Set([200, 303, 400, 403, 404, 409, 422])
const layout =
  /\b(?:headingLevel|rows|maxLength|width|exit|status)\??:\s*$|\.(?:slice|padStart|padEnd)\([^()]*$/

const numbers = (source: Source): Finding[] => {
  const code = bare(source.text)
  return [...code.matchAll(literal)]
    .filter(({ index }) => !layout.test(code.slice(Math.max(0, index - 40), index)))
    .map((match) => ({ text: match[0], index: match.index, value: Number(match[0].replace(/[_n]/g, '')) }))
    .filter(({ value }) => !arithmetic.has(value) && !statuses.has(value))
    .map(({ text, index }) => findingAt(source, index, text))
}

const count = 'two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|twenty-eight|thirty'
const period = 'days?|weeks?|months?|quarters?|years?'
const said = new RegExp(
  `\\b(?:\\d+|${count}) (?:working |calendar |consecutive )?(?:${period})\\b|\\b\\d+(?:\\.\\d+)?(?:%| per ?cent\\b)`,
  'gi',
)

/** Spans of time and percentages that a page or message says in its own words. */
const wording = (source: Source): Finding[] =>
  wordsOf(source.text)
    .filter(({ kind }) => kind === 'string' || kind === 'template')
    .flatMap(({ start, end }) =>
      [...source.text.slice(start, end).matchAll(said)].map((match) =>
        findingAt(source, start + match.index, match[0]),
      ),
    )

/** Where packs decide: all of core but its kit, the slices, and a visit but for the workings of the device. */
const decided = () =>
  sources('src/core/**/*.ts', 'src/server/*/**/*.ts', 'src/visit/**/*.ts').filter(
    ({ path }) => !/^src\/(?:core\/kit|server\/platform|server\/demo|visit\/device|visit\/page)\//.test(path),
  )

const notPolicy: Exceptions = {
  'src/core/intelligence/item-form.ts 500':
    'letters that the summary’s field takes: intelligence keeps no narrative',
  'src/core/intelligence/item-form.ts 40': 'letters that the reference’s field takes',
  'src/core/intelligence/personal-details.ts': 'digits of an NHS number, and the sum that checks them',
  'src/core/intelligence/feed-form.ts 20': 'years: a year that was mistyped, not a rule',
  'src/core/intelligence/import/read-row.ts 500':
    'letters of a summary, as the form takes them: intelligence keeps no narrative',
  'src/server/intelligence/commands/import-intelligence.ts 5000': 'rows that are written at once',
  'src/server/intelligence/import/judge-table.ts 5000': 'rows that are looked up at once',
  'src/server/intelligence/queries/files.ts 20': 'rows that a page shows',
  'src/core/intelligence/raise-form.ts 3': 'letters of a group of a reference number',
  'src/server/intelligence/commands/codes.ts':
    'digits of a code, and bytes of its salt: security, the same for every council',
  'src/server/intelligence/commands/erase-unconfirmed.ts 24': 'hours of a day',
  'src/server/intelligence/commands/raise-concern.ts 6': 'letters of a reference number',
  'src/server/intelligence/queries/items.ts 50': 'rows that a page shows',
  'src/server/home/queries/list-alerts.ts 50': 'rows that a page shows',
  'src/server/home/commands/send-digests.ts 30': 'lines that a mail has',
  'src/server/home/pages/open-sessions.ts 3': 'services that are named before the rest is counted',
  'src/server/home/since.ts 7': 'days that somebody sees who was never here before',
  'src/core/alerts/in-words.ts 24': 'hours of a day',
  'src/server/ratings/why/trend.ts': 'months that a chart shows, and letters of their names',
  'src/server/ratings/why/scale.ts 1.5': 'room that a chart leaves above its last line',
  'src/server/register/queries/show-service.ts 20': 'rows that a page shows',
  'src/server/register/queries/list-services.ts 50': 'rows that a page shows',
  'src/server/register/queries/list-services.ts 0.45':
    'how alike a misspelt name must be: measured on the register',
  'src/core/register/fields.ts': 'the longest text and the largest number that a record of CQC may hold',
  'src/server/register/commands/batches.ts':
    'rows that are written at once, and bad ones that are remembered',
  'src/server/register/imports/routes.ts': 'bytes of a file that is sent',
  'src/server/register/queries/imports.ts 20': 'rows that a page shows',
  'src/server/register/queries/find-locations.ts':
    'rows that a page shows, and letters of a group that is searched',
  'src/server/register/cqc-api/':
    'answers of HTTP, and how we ask CQC: how often, how long, how much; nothing that a council rates by',
  'src/server/register/files/': 'sizes of files in bytes, against one that would fill the memory',
  'src/core/publication/search.ts': 'letters of a word that a search takes for misspelt',
  'src/server/public/':
    'answers that are kept and their bytes, seconds that a proxy keeps one, rows of a page',
  'src/core/people/':
    'how long passwords and names are, how codes are worked out (RFC 4226, 4648, 6238), how attempts are slowed: security, the same for every council',
  'src/server/people/':
    'bytes of secrets, cost of hashes, answers of HTTP: security, the same for every council',
  'src/core/audit/link.ts 64': 'digits of a digest',
  'src/server/audit/history/query.ts 50': 'rows that a page shows',
  'src/server/audit/api.ts 100_000': 'lines of a file that is downloaded',
  'src/server/contracts/api-writes.ts': 'an example in the description of the API, and answers of HTTP',
  'src/server/contracts/contract-filter.ts 99_999': 'days that the filter takes: more than any contract runs',
  'src/server/audit/search/routes.ts 100_000': 'rows of a file that is downloaded',
  'src/server/audit/in-words.ts 20': 'lines that a terminal shows',
  'src/server/audit/verify.ts 24': 'hours of a day',
  'src/visit/refusals.ts': 'answers of HTTP',
  'src/core/decisions/confirm-form.ts 10_000': 'characters that the field for minutes takes',
  'src/server/decisions/confirm-session.ts 50': 'rows that a page shows',
  'src/core/decisions/trend.ts': 'weeks that a trend shows, and days of a week',
  'src/server/decisions/show-session.ts 25': 'rows that a page shows',
  'src/server/decisions/queries/': 'rows that a page shows',
  'src/server/about/machine-texts.ts':
    'how long security.txt is to be believed: RFC 9116 asks for less than a year',
  'src/core/trends/':
    'constants of charts by Making Data Count, and months below which it draws no limits: the same for every council',
  'src/server/timeline/routes.ts': 'rows that a page shows, and years that an address may ask ahead',
  'src/server/trends/chart-section.ts': 'where a month lies in a drawing',
  'src/server/trends/page.ts 24': 'months that a chart shows',
  'src/core/monitoring/action-form.ts 500': 'letters that the field takes',
  'src/core/monitoring/arrange-form.ts 500': 'letters that the field takes',
  'src/core/monitoring/hold-form.ts': 'letters that the fields take',
  'src/core/monitoring/calendar.ts': 'bytes of a line and of a letter: RFC 5545 and UTF-8',
  'src/core/monitoring/span.ts': 'days and months of a year of the calendar',
  'src/server/monitoring/api-writes.ts': 'letters that the fields take',
  'src/server/monitoring/file-routes.ts': 'bytes of a file that is sent',
  'src/server/monitoring/pages/activity-parts.ts 1024': 'bytes of a kilobyte',
  'src/server/monitoring/queries/contacts.ts 30': 'rows that a page shows',
  'src/server/monitoring/queries/service-plan.ts 50': 'rows that a page shows',
  'src/core/evidence/':
    'bytes that formats of files begin with, and sizes against one that would fill the memory',
}

const rule = {
  says: 'A percentage, a number of days, weeks or months, a threshold or a sample size is the council’s to choose.',
  instead: 'read it from the policy of the day; if no council could choose it, list it here with the reason.',
}

test('no number of a policy stands in code', () => {
  hold(rule, except(decided().flatMap(numbers), notPolicy))
  const text =
    'const due = plusDays(day, 28)\nif (share > 0.05) x(1_000, 303)\n// 28\nconst a = { rows: 3, b2: 5 }'
  finds(numbers({ path: 'src/core/bad.ts', text }), ['1 28', '2 0.05', '4 5'])
})

const examples: Exceptions = {
  'src/core/register/tables/wording.ts 18 years': 'CQC’s own name for services to children',
  'src/core/policy/documents/values.ts 5%': 'shows how a percentage is written',
  'src/core/ratings/facts-file/intelligence.ts two days': 'two dates of one item, of which one is wrong',
  'src/server/trends/page.ts three months': 'a rule of Making Data Count in its own words',
  'src/server/about/accessibility-statement.ts 400%': 'how far a page can be enlarged: WCAG’s number',
}

test('no number of a policy stands in the words of a page', () => {
  hold(rule, except(decided().flatMap(wording), examples))
  const text =
    "'within 28 days'\nhtml`at least three months`\n'over 5% of 12.5 per cent'\n'Section 42 enquiry'"
  finds(wording({ path: 'src/core/bad.ts', text }), [
    '1 28 days',
    '2 three months',
    '3 5%',
    '3 12.5 per cent',
  ])
})
