import { sql } from 'kysely'
import { db, now } from '../../platform/database/unit-of-work.ts'

/**
 * Writes the version of some locations that the register holds now, and supersedes the one before. It stands at the
 * end of an import, so that a long one does not say that something was known before it was there.
 */
export const saveVersions = async (locations: readonly string[], event: number): Promise<void> => {
  const at = now()
  const ids = sql`any(${[...locations]}::text[])`
  await sql`update cqc_location_version set superseded_at = ${at}
    where superseded_at is null and id = ${ids}`.execute(db())
  await sql`insert into cqc_location_version (id, version, valid, recorded_at, event_id)
    select location.id, coalesce(before.version, 0) + 1,
      location.detail || jsonb_build_object('name', location.name, 'providerId', location.provider_id,
        'ratings', coalesce(rated.ratings, '[]')),
      ${at}, ${event}
    from cqc_location location
      left join (select id, max(version) as version from cqc_location_version where id = ${ids} group by id) before
        on before.id = location.id
      left join (
        select location_id, jsonb_agg(jsonb_build_object('overall', overall, 'published', published,
            'keyQuestions', key_questions, 'service', service, 'scheme', scheme, 'inherited', inherited)
          order by published desc nulls last, service nulls first, overall, scheme) as ratings
        from cqc_rating_now where location_id = ${ids} group by location_id) rated
        on rated.location_id = location.id
    where location.id = ${ids}`.execute(db())
}
