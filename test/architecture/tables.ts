/** Whose a table is. A table of the migrations that is not here fails a test. */

/** Rooms by table: only the room's commands write it, and others read it through its views. */
export const rooms: Readonly<Record<string, string>> = {
  authority: 'src/server/authorities/',
  policy_version: 'src/server/policy/',
  authority_policy: 'src/server/policy/',
  person: 'src/server/people/',
  membership: 'src/server/people/',
  session: 'src/server/platform/http/',
  write_count: 'src/server/platform/http/',
  account: 'src/server/people/',
  recovery_code: 'src/server/people/',
  account_link: 'src/server/people/',
  pending_sign_in: 'src/server/people/',
  sign_in_attempt: 'src/server/people/',
  known_device: 'src/server/people/',
  mail: 'src/server/platform/mail/',
  event: 'src/server/platform/events/',
  event_payload: 'src/server/platform/events/',
  event_origin: 'src/server/platform/events/',
  event_subject: 'src/server/platform/events/',
  event_seal: 'src/server/platform/events/',
  event_waiting: 'src/server/platform/events/',
  event_erasure: 'src/server/platform/events/',
  access_log: 'src/server/platform/http/',
  legal_hold: 'src/server/retention/',
  disposal_item: 'src/server/retention/',
  disposal_certificate: 'src/server/retention/',
  reaction_done: 'src/server/platform/jobs/',
  migration: 'src/server/platform/database/',
  cqc_provider: 'src/server/register/',
  cqc_location: 'src/server/register/',
  cqc_rating: 'src/server/register/',
  cqc_location_version: 'src/server/register/',
  cqc_location_link: 'src/server/register/',
  cqc_knowledge: 'src/server/register/',
  cqc_unidentified: 'src/server/register/',
  cqc_sync: 'src/server/register/',
  cqc_import: 'src/server/register/',
  service_location: 'src/server/register/',
  service: 'src/server/register/',
  intelligence: 'src/server/intelligence/',
  intelligence_feed: 'src/server/intelligence/',
  intelligence_version: 'src/server/intelligence/',
  stated_fact: 'src/server/stated-facts/',
  provider_group: 'src/server/contracts/',
  provider: 'src/server/contracts/',
  contract: 'src/server/contracts/',
  contract_version: 'src/server/contracts/',
  contract_lead: 'src/server/contracts/',
  authorised_officer: 'src/server/contracts/',
  contract_upload: 'src/server/contracts/',
  rating_proposal: 'src/server/ratings/',
  work_item: 'src/server/home/',
  visit: 'src/visit/server/',
  visit_answer: 'src/visit/server/',
}

/** Tables that the platform or a command makes itself, outside the migrations. */
export const madeElsewhere: Readonly<Record<string, string>> = {
  migration: 'it must be there before the first migration',
}

/** Tables that anyone may read as they are: names without a history. */
export const readByAll: Readonly<Record<string, string>> = {
  authority: 'whose a thing is: an id and a name that has no versions',
  person: 'who did a thing: an id and a name that has no versions',
}
