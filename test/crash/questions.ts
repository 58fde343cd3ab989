/**
 * What is asked of the database after a crash: what would be wrong, and the query whose rows are wrong in that way.
 * `acknowledged` are the concerns that the server said were saved, `sent` all that it was ever asked to save.
 */
/** Asked at any time, of a server that works on as well. */
export const always: Readonly<Record<string, string>> = {
  'a concern that was acknowledged is not there': `
    select id from acknowledged where not exists (select from intelligence where id = acknowledged.id)`,

  'a fact does not have its versions, of which the last stands and is of the same event': `
    select id from intelligence as fact
    where version <> (select count(*) from intelligence_version where id = fact.id)
      or 1 <> (select count(*) from intelligence_version where id = fact.id and superseded_at is null
        and version = fact.version and event_id = fact.event_id)`,

  'a concern and its event do not belong together': `
    select id from intelligence join sent using (id)
    where not exists (select from event join event_payload on event_id = event.id
      where event.id = intelligence.event_id and kind = 'intelligence.recorded'
        and subject_id = service_id::text and payload::json ->> 'id' = intelligence.id::text)`,

  'an event tells of a fact that is not there, or two tell of one': `
    select told.id from event join event_payload on event_id = event.id,
      lateral (select (payload::json ->> 'id')::uuid) as told (id)
    where event.kind = 'intelligence.recorded' group by 1
    having count(*) <> 1 or not exists (select from intelligence where intelligence.id = told.id)`,

  'an event has no payload': `
    select id from event where not exists (select from event_payload where event_id = event.id)`,

  'a concern does not have its one job': `
    select sent.id from sent join intelligence using (id) left join pgboss.job as job
      on job.name = 'home.add-work' and (job.data ->> 'event')::bigint = event_id
    group by 1 having count(job.id) <> 1`,

  'a job is about an event that is not there': `
    select id, name from pgboss.job where data ->> 'event' is not null
      and not exists (select from event where event.id = (data ->> 'event')::bigint)`,

  'a job is completed, and what it was for is not done': `
    select id, name from pgboss.job where state = 'completed' and data ->> 'event' is not null
      and not exists (select from reaction_done where reaction = name and event_id = (data ->> 'event')::bigint)`,

  'a job was given up': `select id, name, output from pgboss.job where state in ('failed', 'cancelled')`,

  'a reaction is done without its work, or work is there without its reaction': `
    select sent.id from sent join intelligence using (id)
    where (select count(*) from alert where cause = intelligence.id::text)
      <> (select count(*) from reaction_done where event_id = intelligence.event_id and reaction = 'home.add-work')`,

  'a service does not have its one proposal that stands': `
    select id from service where 1 <> (select count(*) from rating_proposal
      where service_id = service.id and superseded_at is null)`,

  'a proposal does not count the concerns that are stored': `
    select service_id, evidence ->> 'events' as counted from rating_proposal_now as proposal,
      jsonb_array_elements(result -> 'criteria') as criterion, lateral (select criterion -> 'evidence') as e (evidence)
    where criterion ->> 'id' = 'care-concerns' and evidence ->> 'kind' = 'rate'
      and (evidence ->> 'events')::int <> (select count(*) from intelligence
        where service_id = proposal.service_id and kind = 'care-concern'
          and occurred > (evidence -> 'window' ->> 'after')::date
          and occurred <= (evidence -> 'window' ->> 'to')::date)`,
}

/** Asked as well once nothing should be left to do. */
export const inTheEnd: Readonly<Record<string, string>> = {
  'a concern does not have its one piece of work': `
    select sent.id from sent join intelligence using (id)
    where 1 <> (select count(*) from alert where cause = intelligence.id::text)`,

  'a job is not done': `
    select id, name, state from pgboss.job where state <> 'completed' and data ->> 'event' is not null`,
}
