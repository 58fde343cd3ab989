/** A second council beside the demonstration's, so that a test can look for what must not cross. All of it is invented. */
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { day, dayOf, plusDays } from '../../src/core/kit/days.ts'
import type { Role } from '../../src/core/people/roles.ts'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { addContract } from '../../src/server/contracts/commands/contracts.ts'
import { nameOfficer } from '../../src/server/contracts/commands/leads.ts'
import { keepUpload } from '../../src/server/contracts/commands/uploads.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { declareCollected } from '../../src/server/intelligence/commands/declare-collected.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { addPartner, giveMembership } from '../../src/server/membership/commands/give.ts'
import { providerOfService } from '../../src/server/membership/queries/provider-of-service.ts'
import { addAccount } from '../../src/server/people/commands/accounts.ts'
import { addPerson, namePerson } from '../../src/server/people/commands.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db, now } from '../../src/server/platform/database/unit-of-work.ts'
import { queueMail } from '../../src/server/platform/mail/queue-mail.ts'
import { hashOf, readPackFiles } from '../../src/server/platform/packs.ts'
import { adoptPolicy } from '../../src/server/policy/commands.ts'
import { recordReview } from '../../src/server/publication/commands.ts'
import { reRate } from '../../src/server/ratings/commands.ts'
import { addServices } from '../../src/server/register/commands/add-service.ts'
import { stateFacts } from '../../src/server/stated-facts/commands.ts'
import { startSuspension } from '../../src/server/suspensions/commands/suspensions.ts'
import { addAnswers } from '../../src/visit/server/answers.ts'
import { planVisit } from '../../src/visit/server/plan-visit.ts'
import type { TestApp } from './app.ts'

export const farhaven = { id: 'farhaven', name: 'Farhaven Council', areas: [], invented: true }

/** The system in the second council. */
export const asFarhaven = system('test', [farhaven.id])

/** Every name of the second council begins like this, so that one search finds them all. */
export const farName = (name: string): string => `Zephyrine ${name}`

export const far = {
  service: idOf('far service'),
  contract: idOf('far contract'),
  lead: idOf('far lead'),
  item: idOf('far item'),
  visit: idOf('far visit'),
  upload: idOf('far upload'),
  answer: idOf('far answer'),
  work: idOf('far work'),
  concern: idOf('far concern'),
  file: idOf('far file'),
  activity: idOf('far activity'),
  action: idOf('far action'),
  contact: idOf('far contact'),
  imported: idOf('far import'),
  manager: idOf('far manager'),
  membership: idOf('membership far manager'),
  suspension: idOf('far suspension'),
  token: idOf('far token'),
} as const

const packs = new URL('../../packs/wirral-2022', import.meta.url)

/** Returns a contract as a person would add it. */
export const contractOf = (given: {
  readonly key: string
  readonly authority: string
  readonly service: string
  readonly provider: string
  readonly starts: string
  readonly lead?: string
  readonly group?: string
}) => ({
  id: idOf(given.key),
  authority: given.authority,
  service: given.service,
  newService: null,
  lead: given.lead ?? null,
  provider: { name: given.provider, cqcId: null, group: given.group ?? null },
  terms: {
    reference: given.key,
    serviceType: 'care-home',
    starts: day(given.starts),
    ends: null,
    specification: null,
    funding: 'council' as const,
    annualValue: 1,
    population: { basis: 'stated' as const, stated: 20 },
    permitsSuspension: true,
    annualStatement: true,
    kpiSet: null,
  },
})

/** Lets a person of a provider in for a service, in the council whose actor this is called as. */
export const addProviderPerson = async (given: {
  readonly key: string
  readonly name: string
  readonly authority: string
  readonly service: string
  readonly role: Role
}): Promise<void> => {
  const { key, name, authority, service, role } = given
  const { provider } = await providerOfService(service)
  await namePerson({ id: idOf(key), name, invented: true })
  await giveMembership({
    id: idOf(`membership ${key}`),
    authority,
    person: idOf(key),
    role,
    of: { provider },
    service: role === 'group-lead' ? null : service,
  })
}

/** What only a worker or a file of CQC writes: as rows, so that no table of the second council is empty. */
const fillTheRest = async (): Promise<void> => {
  const work = sql`insert into alert
      (id, authority_id, rule, service_id, cause, says, because, urgency, since, recorded_at, event_id)
    select ${far.work}, ${farhaven.id}, 'new-concern', ${far.service}, 'test', ${farName('work')}, '{"lines": []}', 1,
      now(), now(), max(id) from event where authority_id = ${farhaven.id}`
  const step = sql`insert into alert_step (authority_id, alert_id, what, note, recorded_at, event_id)
    select ${farhaven.id}, ${far.work}, 'opened', ${farName('step')}, now(), max(id) from event
    where authority_id = ${farhaven.id}`
  const noticed = sql`insert into notice_choice (authority_id, person_id, digest, at_once, recorded_at, event_id)
    select ${farhaven.id}, ${far.lead}, 'daily', true, now(), max(id) from event where authority_id = ${farhaven.id}`
  const told = sql`insert into notice_digest (authority_id, person_id, day, alerts, recorded_at)
    values (${farhaven.id}, ${far.lead}, now(), 1, now())`
  const sent = sql`insert into cqc_import (id, authority_id, person_id, files, recorded_at)
    values (${far.imported}, ${farhaven.id}, ${far.lead}, ${JSON.stringify([{ name: farName('cqc.ods'), key: 'none' }])}, now())`
  const led = sql`insert into service_location (authority_id, location_id, service_id, recorded_at)
    select ${farhaven.id}, min(id), ${far.service}, now() from cqc_location`
  const done = sql`insert into reaction_done (event_id, reaction, done_at)
    select min(id), 'test', now() from event where authority_id = ${farhaven.id}`
  const first = sql`(select min(id) from event where authority_id = ${farhaven.id})`
  const looked = sql`insert into access_log
      (authority_id, person_id, acted_as, shows, subject_kind, subject_id, request_id, recorded_at)
    values (${farhaven.id}, ${far.lead}, 'administrator', 'people', 'person', ${far.lead}, ${far.work}, now())`
  const held = sql`insert into legal_hold
      (id, authority_id, record_kind, record_id, label, reason, placed_by, recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, 'intelligence', ${far.item}, ${farName('held')}, ${farName('reason')},
      ${far.lead}, now(), ${first})`
  const due = sql`insert into disposal_item
      (id, authority_id, record_kind, record_id, label, records, closed_on, due_on, recorded_at)
    values (${far.work}, ${farhaven.id}, 'intelligence', ${far.item}, ${farName('due')}, 1, now(), now(), now())`
  const certified = sql`insert into disposal_certificate (id, authority_id, document, digest, recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, ${farName('certificate')}, 'none', now(), ${first})`
  const from = sql`insert into event_origin (event_id, salt, address) values (${first}, '', '192.0.2.1')`
  const about = sql`insert into event_subject (event_id, subject_kind, subject_id)
    values (${first}, 'service', ${far.service}) on conflict do nothing`
  const erased = sql`insert into event_erasure (event_id, what, certificate_id, erased_at)
    values (${first}, 'origin', ${far.work}, now())`
  const sealed = sql`insert into event_seal (chain, position, event_id, link, sealed_at)
    values (${farhaven.id}, 1, ${first}, '', now())`
  const raised = sql`insert into raised_concern
      (id, authority_id, service_id, reference, said, immediate_risk, recorded_at, event_id)
    values (${far.concern}, ${farhaven.id}, ${far.service}, ${farName('C-1')},
      ${JSON.stringify({ kind: 'care-concern', occurred: '2026-11-01', summary: farName('raised') })}, true, now(), ${first})`
  const raiser = sql`insert into concern_raiser (concern_id, authority_id, name, email, recorded_at)
    values (${far.concern}, ${farhaven.id}, ${farName('Nurse')}, 'nurse@farhaven.example', now())`
  const source = sql`insert into intelligence_source (authority_id, key, name, mapping, recorded_at, event_id)
    values (${farhaven.id}, 'far', ${farName('system')}, '{}', now(), ${first})`
  const file = sql`insert into intelligence_upload
      (id, authority_id, person_id, source, file, heading, stage, recorded_at)
    values (${far.file}, ${farhaven.id}, ${far.lead}, ${farName('system')}, ${farName('items.csv')},
      ${JSON.stringify([farName('heading')])}, 'columns', now())`
  const came = [raised, raiser, source, file]
  const token = sql`insert into api_token
      (id, authority_id, name, source, token_digest, scopes, ends_on, recorded_at, event_id)
    values (${far.token}, ${farhaven.id}, ${farName('token')}, ${farName('system')}, 'none', '{}', now(), now(), ${first})`
  const answered = sql`insert into api_answer
      (authority_id, token_id, idempotency_key, request_digest, status, body, recorded_at)
    values (${farhaven.id}, ${far.token}, 'key', 'none', 201, ${farName('answer')}, now())`
  const session = sql`insert into decision_session
      (id, authority_id, meeting, part, held_on, reason, recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, 'weekly-decision', 'decides', now(), ${farName('why')}, now(), ${first})`
  const decided = sql`insert into rating_decision
      (id, authority_id, service_id, session_id, band, decided_on, in_band_since, departure, note, deciders,
        recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, ${far.service}, ${far.work}, 'green', now(), now(), 'follows',
      ${farName('note')}, '[]', now(), ${first})`
  const chosen = sql`insert into rating_choice
      (id, authority_id, session_id, service_id, person_id, roles, band, departure, note, form_id, recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, ${far.work}, ${far.service}, ${far.lead}, '{}', 'green', 'follows',
      ${farName('note')}, ${far.work}, now(), ${first})`
  const sentBack = sql`insert into decision_confirmation
      (id, authority_id, decision_id, session_id, outcome, reason, recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, ${far.work}, ${far.work}, 'sent-back', ${farName('reason')}, now(), ${first})`
  const document = sql`insert into decision_document
      (id, authority_id, session_id, title, held_on, content, sha256, recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, ${far.work}, ${farName('document')}, now(), '{}', '', now(), ${first})`
  const planned = sql`insert into activity (id, authority_id, service_id, contract_id, activity, name, version, state,
      by_provider, announced, counts, recorded_at, event_id)
    values (${far.activity}, ${farhaven.id}, ${far.service}, ${far.contract}, 'peer-review', ${farName('meeting')}, 1,
      'due', false, true, true, now(), ${first})`
  const recorded = sql`insert into activity_record (activity_id, authority_id, occasion)
    values (${far.activity}, ${farhaven.id}, ${farName('occasion')})`
  const version = sql`insert into activity_version (activity_id, version, authority_id, valid, recorded_at, event_id)
    values (${far.activity}, 1, ${farhaven.id}, ${JSON.stringify({ reason: farName('before') })}, now(), ${first})`
  const said = sql`insert into contract_monitoring
      (contract_id, activity, authority_id, asks_for, every_months, note, recorded_at, event_id)
    values (${far.contract}, 'qm6', ${farhaven.id}, true, 3, ${farName('grant')}, now(), ${first})`
  const stood = sql`insert into monitored_band (authority_id, service_id, band, since, recorded_at, event_id)
    values (${farhaven.id}, ${far.service}, 'green', now(), now(), ${first})`
  const agreed = sql`insert into activity_action
      (id, authority_id, service_id, activity_id, what, who, due, recorded_at, event_id)
    values (${far.action}, ${farhaven.id}, ${far.service}, ${far.activity}, ${farName('action')}, ${farName('nurse')}, now(),
      now(), ${first})`
  const added = sql`insert into activity_file
      (id, authority_id, activity_id, name, kind, bytes, key, recorded_at, event_id)
    values (${far.work}, ${farhaven.id}, ${far.activity}, ${farName('minutes.pdf')}, 'pdf', 1, 'none', now(), ${first})`
  const rang = sql`insert into contact
      (id, authority_id, service_id, kind, on_day, person_id, note, follow_up, recorded_at, event_id)
    values (${far.contact}, ${farhaven.id}, ${far.service}, 'call', now(), ${far.lead}, ${farName('call')}, now(), now(),
      ${first})`
  const monitored = [planned, recorded, version, said, stood, agreed, added, rang]
  const cycle = [session, decided, chosen, sentBack, document, ...monitored]
  const api = [token, answered]
  const audit = [looked, held, due, certified, from, about, erased, sealed]
  const alerts = [work, step, noticed, told]
  for (const statement of [...alerts, sent, led, done, ...cycle, ...api, ...came, ...audit])
    await statement.execute(db())
}

const fill = async (today: ReturnType<typeof day>): Promise<void> => {
  await addAuthority(farhaven, 'wirral-2022')
  const files = await readPackFiles(fileURLToPath(packs))
  await adoptPolicy(farhaven.id, { files, sha256: hashOf(files) })
  await addPerson({
    id: far.lead,
    name: farName('Lead'),
    invented: true,
    authority: farhaven.id,
    role: 'administrator',
  })
  await addServices([
    {
      id: far.service,
      authority: farhaven.id,
      location: null,
      name: farName('House'),
      type: 'care-home',
      provider: farName('Care'),
      place: farName('Bay'),
      postcode: 'ZZ9 9ZZ',
      population: 20,
      lead: far.lead,
      invented: true,
    },
  ])
  await addContract(
    contractOf({
      key: 'far contract',
      authority: farhaven.id,
      service: far.service,
      provider: farName('Care'),
      starts: '2024-01-01',
      lead: far.lead,
      group: farName('Group'),
    }),
  )
  await nameOfficer(farhaven.id, far.lead, day('2024-01-01'))
  await recordIntelligence({
    id: far.item,
    service: far.service,
    kind: 'care-concern',
    occurred: plusDays(today, -5),
    concluded: null,
    progressed: null,
    outcome: null,
    reference: farName('reference'),
    summary: farName('summary'),
    immediateRisk: false,
  })
  await planVisit({
    id: far.visit,
    authority: farhaven.id,
    service: far.service,
    title: farName('visit'),
    heldOn: plusDays(today, 1),
    questions: [{ id: 'safeguarding-who-to-ring', text: farName('question'), guidance: [] }],
  })
  await addProviderPerson({
    key: 'far manager',
    name: farName('Manager'),
    authority: farhaven.id,
    service: far.service,
    role: 'registered-manager',
  })
  await reRate([far.service])
  await addPartner({ authority: farhaven.id, person: far.lead, agency: farName('Trust') })
  await keepUpload(far.upload, farhaven.id, farName('file.csv'), { heading: [], rows: [] })
  await declareCollected(farhaven.id, 'care-concern', day('2024-01-01'))
  await addAnswers({ id: far.visit, authority: farhaven.id }, [
    {
      id: far.answer,
      questionId: 'safeguarding-who-to-ring',
      grade: 'Good',
      note: farName('note'),
      recordedAt: now(),
    },
  ])
  await startSuspension(far.suspension, far.service, {
    kind: 'all-new-placements',
    reason: 'contract',
    starts: plusDays(today, -3),
    reviewOn: null,
    clause: farName('clause'),
    conditions: farName('conditions'),
    contract: far.contract,
  })
  await recordReview({
    id: idOf('far review'),
    authority: farhaven.id,
    person: far.lead,
    everyMonths: 3,
    services: 1,
    suspended: 1,
  })
  await stateFacts(far.service, { needLevel: 'high' })
  await addAccount(far.lead, 'lead@farhaven.example')
  const letter = { subject: farName('subject'), body: farName('words') }
  await queueMail({ authority: farhaven.id, to: 'lead@farhaven.example', letter })
  await fillTheRest()
}

/** Adds the second council with one of everything that a case has. */
export const addSecondCouncil = (plumbline: TestApp): Promise<void> =>
  plumbline.work(() => fill(dayOf(plumbline.clock.now)), asFarhaven)
