import type pg from 'pg'

/** How much to make up: services, and items of intelligence over the two years before the evaluation day. */
export type Size = { readonly services: number; readonly rows: number }

/** The evaluation day of every run. */
export const asAt = '2026-11-21'
/** From when everything is collected: before the first row. */
export const collectedFrom = '2024-01-01'

const serviceId = (number: string) => `('00000000-0000-4000-8000-' || lpad((${number})::text, 12, '0'))::uuid`

// The same rows on every machine: hashint4 is as even as chance, and not chance.
const chance = (below: number, salt: number) => `(abs(hashint4(n * 31 + ${salt})::bigint) % ${below})::int`

const statements = ({ services, rows }: Size): readonly string[] => [
  `insert into authority (id, name, invented, recorded_at) values ('bench', 'Bench Council', true, '2024-01-01')`,
  `insert into event (authority_id, kind, subject_kind, subject_id, actor_kind, actor_id, recorded_at, digest)
    values ('bench', 'bench', 'authority', 'bench', 'system', 'bench', '2024-01-01', '')`,
  `insert into service (id, authority_id, name, service_type, commissioned, invented, population,
      population_basis, recorded_at)
    select ${serviceId('n')}, 'bench', 'Service ' || n,
      (array['care-home', 'home-care', 'supported-living', 'extra-care', 'life-opportunities'])[1 + ${chance(5, 1)}],
      true, true, nullif(${chance(120, 2)}, 0), 'return', '2024-01-01'
    from generate_series(1, ${services}) n`,
  `with item as (
      select n, gen_random_uuid() as id, ${serviceId(`1 + ${chance(services, 3)}`)} as service,
        (array['care-concern', 'care-concern', 'care-concern', 'section-42', 'cqc-notification', 'cqc-notification',
          'complaint-to-provider', 'complaint-to-authority', 'compliment', 'whistleblowing',
          'professional-feedback'])[1 + ${chance(11, 4)}] as kind,
        date '${asAt}' - ${chance(730, 5)} as occurred, ${chance(120, 6)} as took, ${chance(10, 7)} as fate
      from generate_series(1, ${rows}) n),
    ended as (
      select *, kind in ('section-42', 'complaint-to-provider', 'complaint-to-authority')
        and fate < 8 and occurred + took <= date '${asAt}' as is_concluded from item)
    insert into intelligence (id, authority_id, service_id, version, kind, occurred, concluded, progressed, outcome,
      recorded_at, event_id)
    select id, 'bench', service, 1, kind, occurred, case when is_concluded then occurred + took end,
      case when is_concluded and kind = 'section-42' then fate < 5 end,
      case when is_concluded then
        (array['substantiated', 'not-substantiated', 'not-substantiated', 'inconclusive'])[1 + fate % 4] end,
      occurred + case when is_concluded then took else ${chance(4, 8)} end, (select id from event limit 1)
    from ended order by n`,
]

/** Fills an empty, migrated database with the services and rows, in the order in which they came to be known: mixed. */
export const fill = async (client: pg.Client, size: Size): Promise<void> => {
  for (const statement of statements(size)) await client.query(statement)
  await client.query('vacuum analyze service, intelligence')
}
