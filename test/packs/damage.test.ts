import assert from 'node:assert/strict'
import test from 'node:test'
import { checkPack } from '../../src/core/ratings/check-pack.ts'
import { readPackFiles } from '../../src/server/platform/packs.ts'
import { catches, type Damage, damaged } from './damages.ts'

const files = await readPackFiles('packs/wirral-2022')

// biome-ignore format: a table
const damages: readonly Damage[] = [
  { what: 'an unknown key', file: 'rating.yaml', replace: 'appliesTo:', by: 'appliedTo:', line: 'appliedTo:', says: /"appliedTo" is not known/, remedy: /Did you mean "appliesTo"/ },
  { what: 'an unknown key of a cell', file: 'rating.yaml', replace: '{ over: 5%', by: '{ above: 5%, over: 5%', line: 'above: 5%', says: /"above"/, remedy: /Known here/ },
  { what: 'a gap between two cells', file: 'rating.yaml', replace: '{ over: 5%', by: '{ over: 6%', line: 'tolerances:', says: /between 5% and 6%/, remedy: /Move an end/ },
  { what: 'a gap of a single figure', file: 'rating.yaml', replace: 'from: 2%, to: 5%', by: 'from: 2%, under: 5%', line: 'tolerances:', says: /exactly 5%/, remedy: /Move an end/ },
  { what: 'a cell that is missing', file: 'rating.yaml', replace: '      amber: { from: 2%, to: 5%, text: 2% – 5%, source: "3.2" }\n', by: '', line: 'tolerances:', says: /between 2% and 5%/, remedy: /Move an end/ },
  { what: 'cells that overlap', file: 'rating.yaml', replace: 'from: 2%, to: 5%', by: 'from: 2%, to: 7%', line: 'red:', says: /between 5% and 7% is in Red and Amber/, remedy: /overlap rule/ },
  { what: 'cells that share one figure', file: 'rating.yaml', replace: '{ over: 5%', by: '{ from: 5%', line: 'red:', says: /exactly 5% is in Red and Amber/, remedy: /over and under leave the figure out/ },
  { what: 'grades that overlap without a rule', file: 'rating.yaml', replace: '      green: { grades: [Good, Outstanding], text', by: '      green: { grades: [Good, Outstanding, Inadequate], text', line: 'red:', says: /Inadequate is in red and green/, remedy: /Add a rule for Inadequate/ },
  { what: 'a rule for an overlap that is not there', file: 'rating.yaml', replace: 'amber: { grades: [Requires improvement, Good]', by: 'amber: { grades: [Requires improvement]', line: 'grade: Good', says: /Good is in one band only/, remedy: /Take the rule out/ },
  { what: 'a grade in no cell', file: 'rating.yaml', replace: 'grades: [Good, Outstanding], text', by: 'grades: [Good], text', line: 'tolerances:', says: /No band holds the grade Outstanding/, remedy: /Add Outstanding/ },
  { what: 'a cell that no figure reaches', file: 'rating.yaml', replace: 'red: { over: 50%', by: 'red: { over: 150%', line: 'over: 150%', says: /No figure can reach Red/, remedy: /Correct its ends/ },
  { what: 'a cell whose ends are the wrong way round', file: 'rating.yaml', replace: 'from: 2%, to: 5%', by: 'from: 5%, to: 2%', line: 'from: 5%', says: /No figure can reach Amber/, remedy: /Correct its ends/ },
  { what: 'a band that nothing proposes', file: 'rating.yaml', replace: '  - { id: green, name: Green, source: "3.2" }', by: '  - { id: green, name: Green, source: "3.2" }\n  - { id: gold, name: Gold, source: "3.2" }', line: 'id: gold', says: /No criterion can give Gold/, remedy: /take the band out/ },
  { what: 'an alternative behind one without a condition', file: 'rating.yaml', replace: '          - band: amber\n        assumption', by: '          - band: amber\n          - band: red\n        assumption', line: 'band: red', says: /can never be proposed/, remedy: /without ifAnyOf last/ },
  { what: 'a rule that ends with a condition', file: 'rating.yaml', replace: '          - band: amber\n        assumption', by: '        assumption', line: 'proposes:', says: /Nothing is proposed where no condition holds/, remedy: /End the list/ },
  { what: 'a band proposed that the row does not permit', file: 'rating.yaml', replace: 'noPartKnown: red', by: 'noPartKnown: green', line: 'noPartKnown: green', says: /does not permit "green"/, remedy: /Propose red or amber/ },
  { what: 'a condition that can never hold', file: 'rating.yaml', replace: '{ part: any, below: Requires improvement }', by: '{ part: any, below: Inadequate }', line: 'below: Inadequate', says: /No grade is below Inadequate/, remedy: /Name a higher grade/ },
  { what: 'a criterion id used twice', file: 'rating.yaml', replace: '- id: cqc-notifications', by: '- id: care-concerns', line: 'id: care-concerns', says: /"care-concerns" is here twice/, remedy: /another name/ },
  { what: 'a service type used twice', file: 'pack.yaml', replace: 'id: home-care', by: 'id: care-home', line: 'id: care-home', says: /"care-home" is here twice/, remedy: /another name/ },
  { what: 'a grade used twice', file: 'rating.yaml', replace: 'grades: [Poor, Requires improvement, Good, Excellent]', by: 'grades: [Poor, Requires improvement, Good, good, Excellent]', line: 'good, Excellent', says: /"good" is here twice/, remedy: /another name/ },
  { what: 'a window that is not there', file: 'rating.yaml', replace: 'window: last-3-months', by: 'window: last-3-month', line: 'window: last-3-month', says: /no window "last-3-month"/, remedy: /Did you mean "last-3-months"/ },
  { what: 'a scheme that is not there', file: 'rating.yaml', replace: 'scheme: pamms', by: 'scheme: pams', line: 'scheme: pams', says: /no scheme "pams"/, remedy: /Did you mean "pamms"/ },
  { what: 'a grade that is not there', file: 'rating.yaml', replace: 'red: { grades: [Poor,', by: 'red: { grades: [Bad, Poor,', line: 'Bad', says: /no grade "Bad"/, remedy: /Known here: Poor/ },
  { what: 'a deciding part that is not there', file: 'rating.yaml', replace: 'parts: [Safe, Well-led]', by: 'parts: [Safe, Well-lead]', line: 'Well-lead', says: /no key question "Well-lead"/, remedy: /Did you mean "Well-led"/ },
  { what: 'a service type that is not there', file: 'rating.yaml', replace: 'serviceTypes: [care-home,', by: 'serviceTypes: [care-homes,', line: 'care-homes', says: /no service type "care-homes"/, remedy: /Did you mean "care-home"/ },
  { what: 'a band of monitoring that is not there', file: 'monitoring.yaml', replace: 'amber: { every: { months: 3 }', by: 'ambre: { every: { months: 3 }', line: 'ambre', says: /no band "ambre"/, remedy: /Did you mean "amber"/ },
  { what: 'a role that is not there', file: 'monitoring.yaml', replace: 'attends: [operational-lead,', by: 'attends: [operations-lead,', line: 'operations-lead', says: /no role "operations-lead"/, remedy: /Did you mean "operational-lead"/ },
  { what: 'no meeting that decides', file: 'monitoring.yaml', replace: '    ratings: { part: decides, agreedBy: [operational-lead, quality-improvement-manager], source: "3.2" }\n', by: '', line: 'meetings:', says: /^No meeting decides the ratings\.$/, remedy: /part: decides/ },
  { what: 'two meetings that decide', file: 'monitoring.yaml', replace: 'ratings: { part: confirms, source', by: 'ratings: { part: decides, agreedBy: [operational-lead], source', line: 'meetings:', says: /^2 meetings decide the ratings by the calendar\.$/, remedy: /Leave part: decides/ },
  { what: 'a decider whom the product does not know', file: 'monitoring.yaml', replace: 'agreedBy: [operational-lead,', by: 'agreedBy: [operations-lead,', line: 'operations-lead', says: /no role of Plumbline that may decide ratings "operations-lead"/, remedy: /Did you mean "operational-lead"/ },
  { what: 'a decider whose role may not decide', file: 'monitoring.yaml', replace: 'agreedBy: [operational-lead,', by: 'agreedBy: [social-worker,', line: 'social-worker', says: /no role of Plumbline that may decide ratings "social-worker"/, remedy: /Known here: operational-lead/ },
  { what: 'a role that must agree twice', file: 'monitoring.yaml', replace: 'agreedBy: [operational-lead,', by: 'agreedBy: [operational-lead, operational-lead,', line: 'agreedBy: [operational-lead, operational-lead', says: /stands here twice/, remedy: /once/ },
  { what: 'a meeting that decides by nobody', file: 'monitoring.yaml', replace: 'part: decides, agreedBy: [operational-lead, quality-improvement-manager]', by: 'part: decides', line: 'part: decides', says: /needs agreedBy/, remedy: /Name the roles/ },
  { what: 'a decision without a calendar', file: 'monitoring.yaml', replace: '    every: { days: 7 }\n', by: '', line: 'weekly-decision', says: /does not say how often/, remedy: /Add every/ },
  { what: 'a team that is not there', file: 'monitoring.yaml', replace: 'team: contracts-team', by: 'team: contract-team', line: 'contract-team', says: /no role "contract-team"/, remedy: /Did you mean "contracts-team"/ },
  { what: 'a kind of intelligence that is not there', file: 'rating.yaml', replace: 'kinds: [care-concern]', by: 'kinds: [care-concerns]', line: 'care-concerns]', says: /"care-concerns" is not known/, remedy: /Did you mean "care-concern"/ },
  { what: 'a kind of intelligence without a name', file: 'intelligence.yaml', replace: 'kind: compliment\n', by: 'kind: whistleblowing\n', line: 'kinds:', says: /Nothing says what compliment is called/, remedy: /Add it to this list/ },
  { what: 'a word of files that means two things', file: 'intelligence.yaml', replace: 'also: [Not upheld, Unsubstantiated, No]', by: 'also: [Not upheld, Upheld]', line: 'not-substantiated', says: /Two entries are called "upheld"/, remedy: /another name/ },
  { what: 'a contact to ring that is not there', file: 'intelligence.yaml', replace: 'contact: advice-and-duty-team', by: 'contact: advice-and-duty', line: 'contact: advice-and-duty', says: /no contact "advice-and-duty"/, remedy: /Did you mean "advice-and-duty-team"/ },
  { what: 'a kind of intelligence that is forgotten', file: 'rating.yaml', replace: '  - { kind: compliment, source: "3.1" }\n', by: '', line: 'shownNotScored', says: /what becomes of compliment/, remedy: /Count it/ },
  { what: 'a value without a source', file: 'rating.yaml', replace: 'text: "> 5%", source: "3.2" }', by: 'text: "> 5%" }', line: '"> 5%"', says: /^"red" of "tolerances" of "care-concerns" does not say where it comes from\.$/, remedy: /Give either source/ },
  { what: 'a value with two origins', file: 'rating.yaml', replace: 'text: "> 5%", source: "3.2" }', by: 'text: "> 5%", source: "3.2", assumption: Why not }', line: '"> 5%"', says: /both a source and an assumption/, remedy: /Give either source/ },
  { what: 'a tolerance that is no figure', file: 'rating.yaml', replace: 'over: 5%', by: 'over: five', line: 'five', says: /neither a percentage/, remedy: /./ },
  { what: 'a kind of criterion that is not there', file: 'rating.yaml', replace: 'kind: proportion', by: 'kind: proporton', line: 'kind: proporton', says: /"proporton" is not known/, remedy: /Did you mean "proportion"/ },
  { what: 'a day that is none', file: 'pack.yaml', replace: 'day: 2022-12-01', by: 'day: 2022-02-30', line: '2022-02-30', says: /no day/, remedy: /./ },
  { what: 'a key left out', file: 'rating.yaml', replace: '    window: last-3-months\n', by: '', line: 'id: care-concerns', says: /^"window" is missing from "care-concerns"\.$/, remedy: /Give a text/ },
  { what: 'a list left out', file: 'rating.yaml', replace: '    aliases: []\n', by: '', line: 'id: cqc', says: /^"aliases" is missing from "cqc"\.$/, remedy: /Give a list, or \[\] if there is none/ },
  { what: 'a list with nothing behind its key', file: 'rating.yaml', replace: '    aliases: []\n', by: '    aliases:\n', line: 'aliases:', says: /^"aliases" of "cqc" has nothing behind it, and needs a list\.$/, remedy: /Give a list, or \[\]/ },
  { what: 'a list that needs an item left out', file: 'rating.yaml', replace: '      kinds: [care-concern]\n', by: '', line: 'counts:', says: /^"kinds" is missing from "counts" of "care-concerns"\.$/, remedy: /Give a list with 1 or more items/ },
  { what: 'a set of keys left out', file: 'rating.yaml', replace: '    notRated:\n      grades: [Not rated, No published rating, Inspected but not rated, Insufficient evidence to rate]\n      assumption: CQC', by: '    # CQC', line: 'id: cqc', says: /^"notRated" is missing from "cqc"\.$/, remedy: /Give its keys: grades, and source or assumption\./ },
  { what: 'the kind of a row left out', file: 'rating.yaml', replace: '    kind: proportion\n', by: '', line: '', says: /^"kind" is missing from "section-42-substantiated"\.$/, remedy: /Give one of: rating, rate, proportion/ },
  { what: 'a kind with nothing behind it', file: 'rating.yaml', replace: 'kind: proportion', by: 'kind:', line: 'kind:', says: /^"kind" of "section-42-substantiated" has nothing behind it\.$/, remedy: /Give one of: rating, rate/ },
  { what: 'a span that is none', file: 'monitoring.yaml', replace: 'every: { months: 3 }', by: 'every: quarter', line: 'every: quarter', says: /^"every" of .* is neither \{ months: n \} nor \{ days: n \}\.$/, remedy: /^Write one of the two\.$/ },
  { what: 'who a row is for left out', file: 'rating.yaml', replace: '      serviceTypes: all\n', by: '', line: 'appliesTo', says: /^"serviceTypes" is missing from "appliesTo"/, remedy: /./ },
  { what: 'grades written as keys', file: 'rating.yaml', replace: 'grades: [Inadequate, Requires improvement, Good, Outstanding]', by: 'grades: [{ id: Inadequate }, Requires improvement, Good, Outstanding]', line: 'id: Inadequate', says: /^A set of keys \(id\) stands where a text belongs\.$/, remedy: /^Write "Inadequate" alone\.$/ },
  { what: 'a meeting that is attended as an activity is', file: 'monitoring.yaml', replace: 'attends: [operational-lead,', by: 'attends: [{ role: operational-lead, source: "1" },', line: 'operational-lead', says: /A set of keys \(role, source\) stands where a text belongs/, remedy: /^Write "operational-lead" alone\.$/ },
  { what: 'a share among what never progresses', file: 'rating.yaml', replace: '    met:\n      outcomes: [substantiated]\n      progressed: false', by: '    among: { progressed: true, source: "3.2" }\n    met:\n      outcomes: [substantiated]\n      progressed: false', line: 'among:', says: /Only section 42 enquiries progress/, remedy: /Take the key among out/ },
  { what: 'points where nothing adds points', file: 'rating.yaml', replace: '{ over: 5%, text', by: '{ over: 5%, points: 3, text', line: 'points: 3', says: /Nothing adds these points/, remedy: /Take them out/ },
  { what: 'broken YAML', file: 'rating.yaml', replace: 'grades: [Inadequate, Requires improvement, Good, Outstanding]', by: 'grades: [Inadequate, Requires improvement', line: '', says: /not YAML/, remedy: /Compare it/ },
  { what: 'a key twice in YAML', file: 'pack.yaml', replace: 'version: "1"', by: 'version: "1"\nversion: "2"', line: 'version: "2"', says: /not YAML/, remedy: /./ },
  { what: 'a case that the policy contradicts', file: 'cases/care-concerns-exactly-5-percent.yaml', replace: 'proposes: amber', by: 'proposes: red', line: 'proposes: red', says: /expects proposes "red", and the policy gives "amber"/, remedy: /on paper/ },
  { what: 'a case that expects a band where there is none', file: 'cases/overall-nothing-known.yaml', replace: 'band: null', by: 'band: red', line: 'band: red', says: /^The case expects band "red", and the policy gives no band\.$/, remedy: /on paper/ },
  { what: 'a case that expects no band where there is one', file: 'cases/care-concerns-exactly-5-percent.yaml', replace: 'proposes: amber', by: 'proposes: null', line: 'proposes: null', says: /^The case expects no band, and the policy gives "amber"\.$/, remedy: /on paper/ },
  { what: 'a case that expects other rows to be missing', file: 'cases/overall-nothing-known.yaml', replace: 'missing: [', by: 'missing: [x, ', line: 'missing: [x', says: /expects missing "x", "cqc-rating".*gives "cqc-rating", /, remedy: /on paper/ },
  { what: 'a case about a criterion that is not there', file: 'cases/cqc-inadequate.yaml', replace: '    cqc-rating:', by: '    cqc-ratings:', line: 'cqc-ratings', says: /no criterion "cqc-ratings"/, remedy: /Did you mean "cqc-rating"/ },
  { what: 'a case with facts that are wrong', file: 'cases/cqc-inadequate.yaml', replace: 'overall: Inadequate', by: 'overall: Inadequat', line: 'Inadequat', says: /"Inadequat" is no grade/, remedy: /Did you mean "Inadequate"/ },
]

test('the pack as shipped has no fault', () => {
  assert.deepEqual(checkPack(files, 'hash'), [])
})

catches(files, damages)

test('pack check catches a file that is missing, and one that nothing reads', () => {
  const without = files.filter(({ path }) => path !== 'monitoring.yaml')
  const faults = checkPack([...without, { path: 'montoring.yaml', text: '' }], 'hash')
  assert.deepEqual(
    faults.map(({ where, next }) => [where, next]),
    [
      ['monitoring.yaml:1', 'Copy it from another pack and change it.'],
      ['montoring.yaml:1', 'Did you mean "monitoring.yaml"?'],
    ],
  )
})

test('all faults of all files are found in one go', () => {
  const three = damages.filter(({ what }) =>
    ['an unknown key', 'a day that is none', 'a role that is not there'].includes(what),
  )
  const faults = three.flatMap((damage) => checkPack(damaged(files, damage), 'hash'))
  assert.ok(faults.length >= 3)
})
