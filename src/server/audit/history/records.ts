import { db } from '../../platform/database/unit-of-work.ts'

type Found = { readonly name: string } | undefined

type Entry = {
  readonly name: string
  /** Where the record's own page is; null where it has none. */
  readonly address: ((id: string) => string) | null
  readonly find: (id: string) => Promise<Found>
}

/** The records that have a history, by the kind that their events name. A new one is one entry here, and a link on its page. */
export const records: Readonly<Record<string, Entry>> = {
  service: {
    name: 'Service',
    address: (id) => `/services/${id}`,
    find: (id) =>
      db()
        .selectFrom('service_now')
        .where('id', '=', id)
        .select('name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
  contract: {
    name: 'Contract',
    address: (id) => `/contracts/${id}`,
    find: (id) =>
      db()
        .selectFrom('contract_now')
        .where('id', '=', id)
        .select('reference as name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
  provider: {
    name: 'Provider',
    address: null,
    find: (id) =>
      db()
        .selectFrom('provider_now')
        .where('id', '=', id)
        .select('legal_name as name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
  visit: {
    name: 'Visit',
    address: (id) => `/visits/${id}`,
    find: (id) =>
      db()
        .selectFrom('visit_now')
        .where('id', '=', id)
        .select('title as name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
  token: {
    name: 'Token of the API',
    address: (id) => `/tokens/${id}`,
    find: (id) =>
      db()
        .selectFrom('api_token_now')
        .where('id', '=', id)
        .select('name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
  session: {
    name: 'Session of decisions',
    address: (id) => `/decisions/${id}`,
    find: (id) =>
      db()
        .selectFrom('decision_session_now')
        .where('id', '=', id)
        .select('meeting as name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
  activity: {
    name: 'Activity',
    address: (id) => `/activities/${id}`,
    find: (id) =>
      db()
        .selectFrom('activity_now')
        .where('id', '=', id)
        .select('name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
  person: {
    name: 'Person',
    address: null,
    find: (id) =>
      db()
        .selectFrom('council_person_now')
        .where('id', '=', id)
        .select('name')
        .$narrowType<{ name: string }>()
        .executeTakeFirst(),
  },
}
