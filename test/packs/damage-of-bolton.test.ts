/** Damage to what Wirral's pack does not have: points, stated facts, types of provider, conduct, judgements. */
import { readPackFiles } from '../../src/server/platform/packs.ts'
import { catches, type Damage } from './damages.ts'

const files = await readPackFiles('packs/bolton-2023')

// biome-ignore format: a table
const damages: readonly Damage[] = [
  { what: 'a worse cell that gives fewer points', file: 'rating.yaml', replace: 'high: { over: 15%, points: 4', by: 'high: { over: 15%, points: 1', line: 'from: 5%, to: 15%', says: /Medium risk gives 2 points, and High risk, which is worse, gives 1/, remedy: /as many points or more/ },
  { what: 'a sum that no service can reach', file: 'rating.yaml', replace: 'high: { from: 10, text', by: 'high: { from: 33, text', line: 'from: 33', says: /High risk begins at 33 points, and there are at most 32/, remedy: /Lower it/ },
  { what: 'a gap in the sum', file: 'rating.yaml', replace: 'medium: { from: 5, to: 9,', by: 'medium: { from: 5, to: 8,', line: 'tolerances:', says: /figure of exactly 9|of 9/, remedy: /Move an end/ },
  { what: 'points that nothing adds', file: 'rating.yaml', replace: '  kind: points\n  assumption: The sum', by: '  kind: worst\n  assumption: The sum', line: 'points: { high: 2', says: /"points" is not known here/, remedy: /Known here/ },
  { what: 'half a point', file: 'rating.yaml', replace: 'points: 10', by: 'points: 2.5', line: 'points: 2.5', says: /no whole number/, remedy: /whole number/ },
  { what: 'a fact that two rows read', file: 'rating.yaml', replace: 'key: annualValue', by: 'key: peopleFunded', line: 'key: peopleFunded', says: /"peopleFunded" is read twice/, remedy: /another key/ },
  { what: 'a key of a fact that is none', file: 'rating.yaml', replace: 'key: needLevel', by: 'key: need level', line: 'key: need level', says: /no key of a fact/, remedy: /letters and digits/ },
  { what: 'a grade of a fact that is not there', file: 'rating.yaml', replace: 'high: { grades: [high]', by: 'high: { grades: [hihg]', line: 'grades: [hihg]', says: /needLevel has no grade "hihg"/, remedy: /Did you mean "high"/ },
  { what: 'a grade of a fact in no cell', file: 'rating.yaml', replace: 'grades: [high, medium, low]', by: 'grades: [high, medium, low, none]', line: 'tolerances:', says: /No band holds the grade none/, remedy: /exactly one band/ },
  { what: 'a grade of a fact in two cells', file: 'rating.yaml', replace: 'medium: { grades: [medium]', by: 'medium: { grades: [medium, high]', line: 'tolerances:', says: /The grade high is in high and medium/, remedy: /exactly one band/ },
  { what: 'a cell of a fact without a grade', file: 'rating.yaml', replace: 'low: { grades: [low], points', by: 'low: { grades: [], points', line: 'grades: []', says: /No grade can reach "low"/, remedy: /Give it a grade/ },
  { what: 'a grade of a fact used twice', file: 'rating.yaml', replace: 'grades: [high, medium, low]', by: 'grades: [high, medium, low, Low]', line: 'grades: [high', says: /"Low" is here twice/, remedy: /another name/ },
  { what: 'a percentage where an amount belongs', file: 'rating.yaml', replace: 'high: { from: 50, points: 2, text: 50', by: 'high: { from: 50%, points: 2, text: 50', line: 'from: 50%', says: /"50%" is not an amount/, remedy: /without %/ },
  { what: 'half a month', file: 'rating.yaml', replace: 'high: { over: 24,', by: 'high: { over: 24.5,', line: 'over: 24.5', says: /"24.5" is not a whole number of months/, remedy: /such as 12/ },
  { what: 'a gap between whole amounts', file: 'rating.yaml', replace: 'from: 20, to: 49', by: 'from: 20, to: 48', line: 'tolerances:', says: /No band holds a figure of 49/, remedy: /Move an end/ },
  { what: 'a gap between months', file: 'rating.yaml', replace: 'over: 12, to: 24', by: 'over: 13, to: 24', line: 'tolerances:', says: /between 12 and 13/, remedy: /Move an end/ },
  { what: 'a gap between pounds', file: 'rating.yaml', replace: 'from: 250000, under', by: 'over: 250000, under', line: 'tolerances:', says: /exactly 250000/, remedy: /Move an end/ },
  { what: 'a service type of a row of the matrix that is not there', file: 'monitoring.yaml', replace: 'serviceTypes: [pharmacy]', by: 'serviceTypes: [pharmacys]', line: 'pharmacys', says: /no service type "pharmacys"/, remedy: /Did you mean "pharmacy"/ },
  { what: 'a type of provider that is not there', file: 'monitoring.yaml', replace: 'providerTypes: [grant-funded]', by: 'providerTypes: [grants-funded]', line: 'grants-funded', says: /no type of provider "grants-funded"/, remedy: /Did you mean "grant-funded"/ },
  { what: 'a type of provider used twice', file: 'monitoring.yaml', replace: '- id: public-health\n', by: '- id: social-inclusion\n', line: 'id: social-inclusion', says: /"social-inclusion" is here twice/, remedy: /another name/ },
  { what: 'a contract of no type of provider', file: 'monitoring.yaml', replace: '{ cqcRegistered: false, assumption: As', by: '{ cqcRegistered: true, assumption: As', line: 'providerTypes:', says: /No type of provider holds a contract of the type "care-home", not grant funded and not registered/, remedy: /End the list/ },
  { what: 'a type of provider that no contract is of', file: 'monitoring.yaml', replace: '{ serviceTypes: [gp-larc], source', by: '{ serviceTypes: [pharmacy], source', line: 'id: gp-larc', says: /No contract is ever of the type GP LARC/, remedy: /Move it up/ },
  { what: 'an activity that says twice how often', file: 'monitoring.yaml', replace: '{ when: contract, text', by: '{ when: contract, every: { months: 1 }, text', line: 'when: contract, every', says: /one of every, within and when/, remedy: /Give every/ },
  { what: 'an activity that does not say how often', file: 'monitoring.yaml', replace: '{ when: contract, text', by: '{ text', line: '{ text', says: /one of every, within and when/, remedy: /Give every/ },
  { what: 'a role of a meeting that is not there', file: 'monitoring.yaml', replace: '{ role: cqmo,', by: '{ role: cqno,', line: 'cqno', says: /no role "cqno"/, remedy: /Did you mean "cqmo"/ },
  { what: 'an item of an agenda used twice', file: 'monitoring.yaml', replace: '- { id: workforce,', by: '- { id: incidents,', line: 'id: incidents, name: Workforce', says: /"incidents" is here twice/, remedy: /another name/ },
  { what: 'an extra visit by no activity', file: 'monitoring.yaml', replace: 'oneOf: [qm2, qm7', by: 'oneOf: [qm2, qm77', line: 'qm77', says: /no activity "qm77"/, remedy: /Did you mean "qm7"/ },
  { what: 'an extra visit for no band', file: 'monitoring.yaml', replace: 'bands: [high]', by: 'bands: [hihg]', line: 'hihg', says: /no band "hihg"/, remedy: /Did you mean "high"/ },
  { what: 'a choice that nobody makes', file: 'monitoring.yaml', replace: '    forms: []\n    byBand:\n      high: { every: { months: 3 },', by: '    forms: [{ id: one, name: One, source: x }, { id: two, name: Two, source: x }]\n    byBand:\n      high: { oneOf: [one, two], every: { months: 3 },', line: 'oneOf: [one, two]', says: /Nobody is named who chooses/, remedy: /Add choice/ },
  { what: 'a judgement at no activity', file: 'judgements.yaml', replace: 'activities: [qm1]', by: 'activities: [qm11]', line: 'qm11', says: /no activity "qm11"/, remedy: /Did you mean "qm1"/ },
  { what: 'a level used twice', file: 'judgements.yaml', replace: 'id: minor-concern\n', by: 'id: no-concerns\n', line: 'id: no-concerns', says: /"no-concerns" is here twice/, remedy: /another name/ },
  { what: 'a reason whose id another level has', file: 'judgements.yaml', replace: 'id: concerns-identified,', by: 'id: minor-concerns-identified,', line: 'minor-concerns-identified', says: /"minor-concerns-identified" is here twice/, remedy: /another/ },
  { what: 'a number that two levels have', file: 'judgements.yaml', replace: 'number: 2', by: 'number: 1', line: 'number: 1', says: /1 is the number of two levels/, remedy: /its own number/ },
  { what: 'a reason without a source', file: 'judgements.yaml', replace: 'text: High staff turnover., source: App 3', by: 'text: High staff turnover.', line: 'High staff', says: /does not say where it comes from/, remedy: /Give either/ },
  { what: 'a case that expects other points', file: 'cases/overall-high-10.yaml', replace: 'points: 10,', by: 'points: 11,', line: 'points: 11', says: /expects points 11, and the policy gives 10/, remedy: /on paper/ },
  { what: 'a case with a fact that no row reads', file: 'cases/people-funded-19.yaml', replace: 'peopleFunded: 19', by: 'peopleFundd: 19', line: 'peopleFundd', says: /"peopleFundd" is not known/, remedy: /Did you mean "peopleFunded"/ },
]

catches(files, damages)
