// Written by scripts/database-types.ts from the migrations. Do not edit: run `npm run database-types`.
import type { ColumnType } from 'kysely'
import type { Day, Instant } from '../../../core/kit/days.ts'

/** What jsonb gives back: parse it before you trust it. */
export type Json = unknown

export type Database = {
  access_log: {
    id: ColumnType<number, never, never>
    authority_id: string
    person_id: string | null
    acted_as: string
    shows: string
    subject_kind: string
    subject_id: string
    request_id: string
    recorded_at: Instant
    token_id: string | null
  }
  access_log_now: {
    id: number
    authority_id: string
    person_id: string | null
    acted_as: string
    shows: string
    subject_kind: string
    subject_id: string
    request_id: string
    recorded_at: Instant
    token_id: string | null
  }
  account: {
    person_id: string
    email: string
    password_hash: string | null
    password_changed_at: Instant | null
    factor_secret: Uint8Array | null
    factor_confirmed_at: Instant | null
    factor_step: number | null
    disabled_at: Instant | null
    recorded_at: Instant
    factor_key: string | null
    closed_at: Instant | null
  }
  account_link: {
    token_digest: string
    person_id: string
    purpose: string
    email: string | null
    made_at: Instant
    ends_at: Instant
    used_at: Instant | null
  }
  activity: {
    id: string
    authority_id: string
    service_id: string
    contract_id: string | null
    activity: string
    name: string
    version: number
    state: string
    due: Day | null
    arranged_for: Day | null
    at_time: string | null
    place: string | null
    form: string | null
    held_on: Day | null
    person_id: string | null
    by_provider: boolean
    announced: boolean
    counts: boolean
    recorded_at: Instant
    event_id: number
  }
  activity_action: {
    id: string
    authority_id: string
    service_id: string
    activity_id: string
    what: string
    person_id: string | null
    who: string | null
    due: Day
    done_on: Day | null
    recorded_at: Instant
    event_id: number
  }
  activity_action_now: {
    id: string
    authority_id: string
    service_id: string
    activity_id: string
    what: string
    person_id: string | null
    who: string | null
    due: Day
    done_on: Day | null
    recorded_at: Instant
    event_id: number
  }
  activity_file: {
    id: string
    authority_id: string
    activity_id: string
    name: string
    kind: string
    bytes: number
    key: string | null
    recorded_at: Instant
    event_id: number
  }
  activity_for_provider_now: {
    id: string | null
    authority_id: string | null
    service_id: string | null
    activity: string | null
    name: string | null
    form: string | null
    state: string | null
    due: Day | null
    arranged_for: Day | null
    at_time: string | null
    place: string | null
    by_provider: boolean | null
  }
  activity_now: {
    id: string
    authority_id: string
    service_id: string
    contract_id: string | null
    activity: string
    name: string
    version: number
    state: string
    due: Day | null
    arranged_for: Day | null
    at_time: string | null
    place: string | null
    form: string | null
    held_on: Day | null
    person_id: string | null
    by_provider: boolean
    announced: boolean
    counts: boolean
    recorded_at: Instant
    event_id: number
  }
  activity_record: {
    activity_id: string
    authority_id: string
    because: ColumnType<Json | null, string | null, string | null>
    moved: ColumnType<Json | null, string | null, string | null>
    occasion: string | null
    reason: string | null
    attendance: ColumnType<Json, string | undefined, string>
    notes: ColumnType<Json, string | undefined, string>
    checks: ColumnType<Json, string | undefined, string>
    record_due: Day | null
    record_sent_on: Day | null
    disposed: ColumnType<boolean, boolean | undefined, boolean>
  }
  activity_record_now: {
    activity_id: string
    authority_id: string
    because: Json | null
    moved: Json | null
    occasion: string | null
    reason: string | null
    attendance: Json
    notes: Json
    checks: Json
    record_due: Day | null
    record_sent_on: Day | null
    disposed: boolean
  }
  activity_version: {
    activity_id: string
    version: number
    authority_id: string
    valid: ColumnType<Json, string, string>
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  actor_now: {
    id: string | null
    name: string | null
    kind: string | null
  }
  alert: {
    id: string
    authority_id: string
    rule: string
    service_id: string | null
    cause: string
    says: string
    because: ColumnType<Json, string, string>
    urgency: number
    person_id: string | null
    since: Instant
    due: Day | null
    overdue_from: Instant | null
    policy_sha256: string | null
    acknowledged_at: Instant | null
    acknowledged_by: string | null
    assigned_at: Instant | null
    assigned_to: string | null
    assigned_by: string | null
    snoozed_until: Day | null
    snoozed_by: string | null
    done_at: Instant | null
    done_by: string | null
    done_note: string | null
    cleared_at: Instant | null
    cleared_because: string | null
    recorded_at: Instant
    event_id: number
  }
  alert_now: {
    id: string
    authority_id: string
    rule: string
    service_id: string | null
    cause: string
    says: string
    because: Json
    urgency: number
    person_id: string | null
    since: Instant
    due: Day | null
    overdue_from: Instant | null
    policy_sha256: string | null
    acknowledged_at: Instant | null
    acknowledged_by: string | null
    assigned_at: Instant | null
    assigned_to: string | null
    assigned_by: string | null
    snoozed_until: Day | null
    snoozed_by: string | null
    done_at: Instant | null
    done_by: string | null
    done_note: string | null
    cleared_at: Instant | null
    cleared_because: string | null
    recorded_at: Instant
    event_id: number
  }
  alert_step: {
    id: ColumnType<number, never, never>
    authority_id: string
    alert_id: string
    what: string
    person_id: string | null
    to_person_id: string | null
    until: Day | null
    note: string | null
    recorded_at: Instant
    event_id: number
  }
  api_answer: {
    authority_id: string
    token_id: string
    idempotency_key: string
    request_digest: string
    status: number
    location: string | null
    body: string
    recorded_at: Instant
  }
  api_token: {
    id: string
    authority_id: string
    name: string
    source: string
    token_digest: string
    scopes: string[]
    kinds: string[] | null
    ends_on: Day
    made_by: string | null
    recorded_at: Instant
    last_used_at: Instant | null
    revoked_at: Instant | null
    event_id: number
  }
  api_token_now: {
    id: string
    authority_id: string
    name: string
    source: string
    scopes: string[]
    kinds: string[] | null
    ends_on: Day
    made_by: string | null
    recorded_at: Instant
    last_used_at: Instant | null
    revoked_at: Instant | null
  }
  authorised_officer: {
    id: string
    authority_id: string
    person_id: string
    held_from: Day
    held_to: Day | null
    recorded_at: Instant
    event_id: number
  }
  authority: {
    id: string
    name: string
    invented: ColumnType<boolean, boolean | undefined, boolean>
    areas: ColumnType<string[], string[] | undefined, string[]>
    recorded_at: Instant
  }
  authority_policy: {
    authority_id: string
    sha256: string
    in_force_from: Day
    recorded_at: Instant
  }
  calendar_feed: {
    token_digest: string
    id: string
    person_id: string
    council_id: string
    covers: string
    made_at: Instant
    ended_at: Instant | null
  }
  concern_count: {
    key_digest: string
    since: Instant
    number: number
  }
  concern_draft: {
    token_digest: string
    answers: ColumnType<Json, string, string>
    concern_id: string | null
    code_salt: Uint8Array | null
    code_digest: Uint8Array | null
    code_ends_at: Instant | null
    code_tries: ColumnType<number, number | undefined, number>
    recorded_at: Instant
    ends_at: Instant
  }
  concern_raiser: {
    concern_id: string
    authority_id: string
    name: string | null
    email: string | null
    told_at: Instant | null
    recorded_at: Instant
  }
  contact: {
    id: string
    authority_id: string
    service_id: string
    kind: string
    on_day: Day
    person_id: string
    with_whom: string | null
    note: string | null
    follow_up: Day | null
    followed_up_on: Day | null
    recorded_at: Instant
    event_id: number
  }
  contact_now: {
    id: string
    authority_id: string
    service_id: string
    kind: string
    on_day: Day
    person_id: string
    with_whom: string | null
    note: string | null
    follow_up: Day | null
    followed_up_on: Day | null
    recorded_at: Instant
    event_id: number
  }
  contract: {
    id: string
    version: number
    authority_id: string
    reference: string
    service_id: string
    provider_id: string
    service_type: string
    starts: Day
    ends: Day | null
    specification: string | null
    funding: string
    annual_value: number | null
    population_basis: string
    population_stated: number | null
    permits_suspension: boolean
    annual_statement: boolean
    kpi_set: string | null
    stopped: string | null
    stopped_on: Day | null
    notice_on: Day | null
    stop_reasons: string[] | null
    stop_note: string | null
    recorded_at: Instant
    event_id: number
  }
  contract_entry: {
    contract_id: string
    authority_id: string
    service_id: string
    entered_on: Day
  }
  contract_lead: {
    id: string
    authority_id: string
    contract_id: string
    person_id: string
    held_from: Day
    held_to: Day | null
    recorded_at: Instant
    event_id: number
  }
  contract_monitoring: {
    contract_id: string
    activity: string
    authority_id: string
    asks_for: boolean
    every_months: number | null
    note: string | null
    recorded_at: Instant
    event_id: number
  }
  contract_now: {
    id: string
    version: number
    authority_id: string
    reference: string
    service_id: string
    provider_id: string
    service_type: string
    starts: Day
    ends: Day | null
    specification: string | null
    funding: string
    annual_value: number | null
    population_basis: string
    population_stated: number | null
    permits_suspension: boolean
    annual_statement: boolean
    kpi_set: string | null
    stopped: string | null
    stopped_on: Day | null
    notice_on: Day | null
    stop_reasons: string[] | null
    stop_note: string | null
    recorded_at: Instant
    event_id: number
    provider_name: string | null
    group_name: string | null
    lead_id: string | null
    lead_named: boolean | null
    lead_from: Day | null
  }
  contract_upload: {
    id: string
    authority_id: string
    file: string
    rows: ColumnType<Json, string, string>
    result: ColumnType<Json | null, string | null, string | null>
    recorded_at: Instant
    done_at: Instant | null
  }
  contract_version: {
    id: string
    version: number
    authority_id: string
    service_id: string
    valid: ColumnType<Json, string, string>
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  council_person_now: {
    id: string | null
    name: string | null
    authority_id: string | null
  }
  cqc_import: {
    id: string
    authority_id: string
    person_id: string
    files: ColumnType<Json, string, string>
    progress: ColumnType<Json | null, string | null, string | null>
    report: ColumnType<Json | null, string | null, string | null>
    problem: ColumnType<Json | null, string | null, string | null>
    recorded_at: Instant
    done_at: Instant | null
  }
  cqc_knowledge: {
    location_id: string
    source: string
    produced: string
    file: string
    said: ColumnType<Json, string, string>
    match_key: string | null
    recorded_at: Instant
  }
  cqc_location: {
    id: string
    provider_id: string | null
    name: string
    local_authority: string | null
    town: string | null
    postcode: string | null
    care_home: boolean
    beds: number | null
    registered_from: Day | null
    registered_to: Day | null
    service_type: string
    manager_in_post: boolean | null
    rating_overall: string | null
    rating_published: Day | null
    invented: ColumnType<boolean, boolean | undefined, boolean>
    detail: ColumnType<Json, string, string>
    digest: string
    search_line: ColumnType<string, never, never>
    recorded_at: Instant
  }
  cqc_location_link: {
    told_by: string
    predecessor_id: string
    successor_id: string
    reason: string | null
  }
  cqc_location_link_now: {
    predecessor_id: string
    successor_id: string
    reason: string | null
  }
  cqc_location_now: {
    id: string
    provider_id: string | null
    name: string
    local_authority: string | null
    town: string | null
    postcode: string | null
    care_home: boolean
    beds: number | null
    registered_from: Day | null
    registered_to: Day | null
    service_type: string
    manager_in_post: boolean | null
    rating_overall: string | null
    rating_published: Day | null
    invented: boolean
    detail: Json
    digest: string
    search_line: string
    recorded_at: Instant
  }
  cqc_location_version: {
    id: string
    version: number
    valid: ColumnType<Json, string, string>
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  cqc_provider: {
    id: string
    name: string
    detail: ColumnType<Json, string, string>
    name_from: ColumnType<string, string | undefined, string>
    detail_from: ColumnType<string, string | undefined, string>
    recorded_at: Instant
  }
  cqc_provider_now: {
    id: string
    name: string
    detail: Json
    name_from: string
    detail_from: string
    recorded_at: Instant
  }
  cqc_rating: {
    id: ColumnType<number, never, never>
    location_id: string
    overall: string
    published: Day | null
    key_questions: ColumnType<Json, string, string>
    service: string | null
    scheme: string
    inherited: boolean
    recorded_at: Instant
    superseded_at: Instant | null
  }
  cqc_rating_now: {
    id: number
    location_id: string
    overall: string
    published: Day | null
    key_questions: Json
    service: string | null
    scheme: string
    inherited: boolean
    recorded_at: Instant
    superseded_at: Instant | null
  }
  cqc_sync: {
    of: string
    state: ColumnType<Json, string, string>
    recorded_at: Instant
  }
  cqc_unidentified: {
    match_key: string
    source: string
    produced: string
    file: string
    said: ColumnType<Json, string, string>
    recorded_at: Instant
  }
  decision_confirmation: {
    id: string
    authority_id: string
    decision_id: string
    session_id: string
    outcome: string
    reason: string | null
    recorded_at: Instant
    event_id: number
  }
  decision_document: {
    id: string
    authority_id: string
    session_id: string
    title: string
    held_on: Day
    content: ColumnType<Json, string, string>
    sha256: string
    recorded_at: Instant
    event_id: number
  }
  decision_session: {
    id: string
    authority_id: string
    meeting: string
    part: string
    held_on: Day
    reason: string | null
    recorded_at: Instant
    closed_at: Instant | null
    draft: ColumnType<Json | null, string | null, string | null>
    event_id: number
  }
  decision_session_now: {
    id: string
    authority_id: string
    meeting: string
    part: string
    held_on: Day
    reason: string | null
    recorded_at: Instant
    closed_at: Instant | null
    draft: Json | null
    event_id: number
  }
  disposal_certificate: {
    id: string
    authority_id: string
    document: string
    digest: string
    recorded_at: Instant
    event_id: number
  }
  disposal_item: {
    id: string
    authority_id: string
    record_kind: string
    record_id: string
    label: string
    service_id: string | null
    records: number
    closed_on: Day
    due_on: Day
    recorded_at: Instant
    decided_at: Instant | null
    certificate_id: string | null
  }
  event: {
    id: ColumnType<number, never, never>
    authority_id: string | null
    kind: string
    subject_kind: string
    subject_id: string
    actor_kind: string
    actor_id: string
    recorded_at: Instant
    digest: Uint8Array
    form: ColumnType<number, number | undefined, number>
    acted_as: string | null
    request_id: string | null
    origin_digest: Uint8Array | null
  }
  event_erasure: {
    event_id: number
    what: string
    certificate_id: string
    erased_at: Instant
  }
  event_now: {
    id: number
    authority_id: string | null
    kind: string
    subject_kind: string
    subject_id: string
    actor_kind: string
    actor_id: string
    recorded_at: Instant
    acted_as: string | null
    request_id: string | null
  }
  event_origin: {
    event_id: number
    salt: Uint8Array
    address: string
  }
  event_payload: {
    event_id: number
    salt: Uint8Array
    payload: string
  }
  event_payload_now: {
    event_id: number
    payload: string
  }
  event_seal: {
    chain: string
    position: number
    event_id: number
    link: Uint8Array
    sealed_at: Instant
  }
  event_subject: {
    event_id: number
    subject_kind: string
    subject_id: string
  }
  event_subject_now: {
    event_id: number
    subject_kind: string
    subject_id: string
  }
  event_waiting: {
    event_id: number
    chain: string
  }
  intelligence: {
    id: string
    authority_id: string
    service_id: string
    version: number
    kind: string
    occurred: Day
    concluded: Day | null
    progressed: boolean | null
    outcome: string | null
    reference: string | null
    summary: string | null
    recorded_at: Instant
    event_id: number
    category: string | null
    source: string | null
    route: string | null
  }
  intelligence_feed: {
    authority_id: string
    kind: string
    collected_from: Day
    recorded_at: Instant
    superseded_at: Instant | null
    id: ColumnType<string, string | undefined, string>
    name: ColumnType<string, string | undefined, string>
    service_types: string[] | null
    services: string[] | null
    collected_until: Day | null
    event_id: number | null
  }
  intelligence_feed_now: {
    authority_id: string
    kind: string
    collected_from: Day
    recorded_at: Instant
    superseded_at: Instant | null
    id: string
    name: string
    service_types: string[] | null
    services: string[] | null
    collected_until: Day | null
    event_id: number | null
  }
  intelligence_now: {
    id: string
    authority_id: string
    service_id: string
    version: number
    kind: string
    occurred: Day
    concluded: Day | null
    progressed: boolean | null
    outcome: string | null
    reference: string | null
    summary: string | null
    recorded_at: Instant
    event_id: number
    category: string | null
    source: string | null
    route: string | null
  }
  intelligence_source: {
    authority_id: string
    key: string
    name: string
    mapping: ColumnType<Json, string, string>
    recorded_at: Instant
    event_id: number
  }
  intelligence_upload: {
    id: string
    authority_id: string
    person_id: string | null
    source: string
    file: string
    stored: string | null
    heading: ColumnType<Json, string, string>
    mapping: ColumnType<Json | null, string | null, string | null>
    stage: string
    keep: string | null
    progress: number | null
    report: ColumnType<Json | null, string | null, string | null>
    problem: ColumnType<Json | null, string | null, string | null>
    recorded_at: Instant
    done_at: Instant | null
  }
  intelligence_version: {
    id: string
    version: number
    authority_id: string
    service_id: string
    valid: ColumnType<Json, string, string>
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  known_device: {
    token_digest: string
    person_id: string
    recorded_at: Instant
    last_used_at: Instant
  }
  legal_hold: {
    id: string
    authority_id: string
    record_kind: string
    record_id: string
    label: string
    reason: string
    placed_by: string
    recorded_at: Instant
    lifted_at: Instant | null
    event_id: number
  }
  mail: {
    id: string
    authority_id: string | null
    recipient: string
    subject: string
    body: string | null
    recorded_at: Instant
    sent_at: Instant | null
  }
  member_now: {
    person_id: string | null
    authority_id: string | null
    role: string | null
    side: string | null
    agency: string | null
    begins_on: Day | null
    ends_on: Day | null
    recorded_at: Instant | null
    membership_id: string | null
    provider_id: string | null
    group_id: string | null
    service_id: string | null
  }
  membership: {
    person_id: string
    authority_id: string
    role: string
    recorded_at: Instant
  }
  migration: {
    name: string
    ran_at: ColumnType<Instant, Instant | undefined, Instant>
  }
  monitored_band: {
    id: ColumnType<number, never, never>
    authority_id: string
    service_id: string
    band: string
    since: Day
    recorded_at: Instant
    event_id: number
  }
  notice_choice: {
    authority_id: string
    person_id: string
    digest: string
    weekday: number | null
    at_once: boolean
    recorded_at: Instant
    event_id: number
  }
  notice_digest: {
    authority_id: string
    person_id: string
    day: Day
    alerts: number
    recorded_at: Instant
  }
  oidc_attempt: {
    token_digest: string
    state: string
    nonce: string
    verifier: string
    return_to: string
    ends_at: Instant
  }
  oidc_subject: {
    issuer: string
    subject: string
    person_id: string
    recorded_at: Instant
  }
  partner_membership: {
    person_id: string
    authority_id: string
    role: string
    agency: string
    ends_on: Day | null
    recorded_at: Instant
  }
  pending_sign_in: {
    token_digest: string
    person_id: string
    method: string
    new_secret: Uint8Array | null
    return_to: string
    ends_at: Instant
    secret_key: string | null
  }
  person: {
    id: string
    name: string
    invented: ColumnType<boolean, boolean | undefined, boolean>
    recorded_at: Instant
  }
  policy_version: {
    sha256: string
    pack: string
    version: string
    in_force_from: Day
    document: ColumnType<Json, string, string>
    recorded_at: Instant
  }
  provider: {
    id: string
    authority_id: string
    legal_name: string
    cqc_id: string | null
    group_id: string | null
    recorded_at: Instant
    event_id: number
  }
  provider_group: {
    id: string
    authority_id: string
    name: string
    recorded_at: Instant
    event_id: number
  }
  provider_membership: {
    id: string
    authority_id: string
    person_id: string
    role: string
    provider_id: string | null
    group_id: string | null
    service_id: string | null
    begins_on: Day
    ends_on: Day | null
    recorded_at: Instant
    event_id: number | null
  }
  provider_now: {
    id: string
    authority_id: string
    legal_name: string
    cqc_id: string | null
    group_id: string | null
    recorded_at: Instant
    event_id: number
    group_name: string | null
  }
  public_change: {
    id: ColumnType<number, never, never>
  }
  public_review_now: {
    authority_id: string | null
    reviewed_on: Day | null
  }
  public_service_now: {
    id: string | null
    authority_id: string | null
    name: string | null
    service_type: string | null
    place: string | null
    postcode: string | null
    provider_name: string | null
    registered_provider: string | null
    commissioned: boolean | null
    invented: boolean | null
    location_id: string | null
    ended_on: Day | null
    rating_overall: string | null
    rating_published: Day | null
    registered_from: Day | null
    registered_to: Day | null
  }
  public_suspension_now: {
    authority_id: string | null
    service_id: string | null
    kind: string | null
    starts: Day | null
    lifted_on: Day | null
  }
  publication_review: {
    id: string
    authority_id: string
    person_id: string
    reviewed_on: Day
    due_on: Day
    recorded_at: Instant
    event_id: number
  }
  publication_review_now: {
    authority_id: string
    last_reviewed: Day | null
    due: Day | null
  }
  raised_concern: {
    id: string
    authority_id: string
    service_id: string
    reference: string
    said: ColumnType<Json, string, string>
    immediate_risk: boolean
    recorded_at: Instant
    confirmed_at: Instant | null
    decided_at: Instant | null
    decision: string | null
    note: string | null
    event_id: number
  }
  raised_concern_now: {
    id: string
    authority_id: string
    service_id: string
    reference: string
    immediate_risk: boolean
    recorded_at: Instant
    confirmed_at: Instant | null
    decided_at: Instant | null
    decision: string | null
  }
  rating_choice: {
    id: string
    authority_id: string
    session_id: string
    service_id: string
    person_id: string
    roles: string[]
    band: string
    proposed: string | null
    proposal_id: string | null
    departure: string
    note: string | null
    form_id: string
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  rating_decision: {
    id: string
    authority_id: string
    service_id: string
    session_id: string
    band: string
    before: string | null
    decided_on: Day
    in_band_since: Day
    proposed: string | null
    proposal_id: string | null
    departure: string
    note: string | null
    deciders: ColumnType<Json, string, string>
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  rating_decision_now: {
    id: string
    authority_id: string
    service_id: string
    session_id: string
    band: string
    before: string | null
    decided_on: Day
    in_band_since: Day
    proposed: string | null
    proposal_id: string | null
    departure: string
    note: string | null
    deciders: Json
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  rating_proposal: {
    id: string
    authority_id: string
    service_id: string
    evaluated_on: Day
    band: string | null
    state: string
    result: ColumnType<Json, string, string>
    digest: string
    policy_sha256: string
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
    brief: ColumnType<Json | null, never, never>
    low_confidence: ColumnType<boolean | null, never, never>
    missing: ColumnType<number | null, never, never>
  }
  rating_proposal_now: {
    id: string
    authority_id: string
    service_id: string
    evaluated_on: Day
    band: string | null
    state: string
    result: Json
    digest: string
    policy_sha256: string
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
    brief: Json | null
    low_confidence: boolean | null
    missing: number | null
  }
  rating_proposal_past: {
    id: string | null
    authority_id: string | null
    service_id: string | null
    band: string | null
    recorded_at: Instant | null
    superseded_at: Instant | null
    event_id: number | null
  }
  reaction_done: {
    event_id: number
    reaction: string
    done_at: Instant
  }
  recovery_code: {
    person_id: string
    salt: Uint8Array
    digest: Uint8Array
    used_at: Instant | null
  }
  service: {
    id: string
    authority_id: string
    location_id: string | null
    name: string
    service_type: string
    commissioned: boolean
    invented: ColumnType<boolean, boolean | undefined, boolean>
    provider_name: string | null
    place: string | null
    postcode: string | null
    population: number | null
    population_basis: string | null
    contract_lead_id: string | null
    recorded_at: Instant
    search: ColumnType<string, never, never>
    ended_on: Day | null
    end_reason: string | null
    joined_to: string | null
    first_recorded_at: Instant | null
  }
  service_location: {
    id: ColumnType<number, never, never>
    authority_id: string
    location_id: string
    service_id: string
    recorded_at: Instant
    superseded_at: Instant | null
  }
  service_location_now: {
    authority_id: string
    location_id: string
    service_id: string
    recorded_at: Instant
  }
  service_now: {
    id: string
    authority_id: string
    location_id: string | null
    name: string
    service_type: string
    commissioned: boolean
    invented: boolean
    provider_name: string | null
    place: string | null
    postcode: string | null
    population: number | null
    population_basis: string | null
    contract_lead_id: string | null
    recorded_at: Instant
    search: string
    ended_on: Day | null
    end_reason: string | null
    joined_to: string | null
    first_recorded_at: Instant | null
  }
  session: {
    token_digest: string
    person_id: string
    authority_id: string | null
    started_at: Instant
    last_seen_at: Instant
    ends_at: Instant
    id: ColumnType<string, string | undefined, string>
    method: ColumnType<string, string | undefined, string>
    strength: ColumnType<string, string | undefined, string>
    device: ColumnType<string, string | undefined, string>
    proved_for: string | null
  }
  sign_in_attempt: {
    key_digest: string
    failures: number
    last_at: Instant
    wait_until: Instant | null
  }
  stated_fact: {
    id: ColumnType<number, never, never>
    authority_id: string
    service_id: string
    fact: string
    value: ColumnType<Json | null, string | null, string | null>
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  stated_fact_now: {
    id: number
    authority_id: string
    service_id: string
    fact: string
    value: Json | null
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  suspension: {
    id: string
    version: number
    authority_id: string
    service_id: string
    contract_id: string | null
    kind: string
    reason: string
    starts: Day
    review_on: Day | null
    clause: string | null
    conditions: string | null
    lifted_on: Day | null
    lift_reason: string | null
    lift_note: string | null
    recorded_at: Instant
    event_id: number
  }
  suspension_now: {
    id: string
    version: number
    authority_id: string
    service_id: string
    contract_id: string | null
    kind: string
    reason: string
    starts: Day
    review_on: Day | null
    clause: string | null
    conditions: string | null
    lifted_on: Day | null
    lift_reason: string | null
    lift_note: string | null
    recorded_at: Instant
    event_id: number
  }
  suspension_version: {
    id: string
    version: number
    authority_id: string
    service_id: string
    valid: ColumnType<Json, string, string>
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  suspension_version_now: {
    id: string
    version: number
    authority_id: string
    service_id: string
    valid: Json
    recorded_at: Instant
    superseded_at: Instant | null
    event_id: number
  }
  visit: {
    id: string
    authority_id: string
    service_id: string
    title: string
    held_on: Day
    questions: ColumnType<Json, string, string>
    packed_by: string | null
    packed_at: Instant | null
    device_id: string | null
    recorded_at: Instant
  }
  visit_answer: {
    id: string
    visit_id: string
    authority_id: string
    question_id: string
    grade: string
    note: string
    recorded_at: Instant
    received_at: Instant
    arrival: ColumnType<number, never, never>
  }
  visit_answer_now: {
    id: string
    visit_id: string
    authority_id: string
    question_id: string
    grade: string
    note: string
    recorded_at: Instant
    received_at: Instant
    arrival: number
  }
  visit_now: {
    id: string
    authority_id: string
    service_id: string
    title: string
    held_on: Day
    questions: Json
    packed_by: string | null
    packed_at: Instant | null
    device_id: string | null
    recorded_at: Instant
  }
  write_count: {
    key_digest: string
    minute: Instant
    writes: number
  }
}
