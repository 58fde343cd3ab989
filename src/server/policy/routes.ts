import { type Day, dayOf, isDay } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { inForceOn } from '../../core/policy/in-force.ts'
import { html } from '../../ui/html.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { inOrderOfForce, type KnownVersion } from './page/history.ts'
import { policyPage } from './page/page.ts'
import { policyVersions, storedPolicies } from './queries.ts'

const dayAsked = (asked: Asked, today: Day): Day | null => {
  const given = asked.query('on')
  if (given === null) return null
  if (!isDay(given)) throw fault('day-invalid', { value: given, example: today })
  return given
}

const versionOf = (known: readonly KnownVersion[], sha256: string): KnownVersion => {
  const found = known.find(({ version }) => version.sha256 === sha256)
  if (found === undefined) throw fault('not-found', { what: 'version of the policy', id: sha256 })
  return found
}

/** `?on=2026-11-21` shows the version in force on a day, `?version=` the one with that fingerprint. */
const show = async (asked: Asked): Promise<Response> => {
  const { id = '', name = '' } = asked.signed?.authority ?? {}
  const today = dayOf(now())
  const on = dayAsked(asked, today)
  const versions = inOrderOfForce(await policyVersions(id))
  const stored = await storedPolicies(versions.map(({ sha256 }) => sha256))
  const known = versions.flatMap((version, index): readonly KnownVersion[] => {
    const document = stored[index]
    return document === undefined ? [] : [{ version, stored: document }]
  })
  const asHash = asked.query('version')
  const shown = versionOf(known, asHash ?? inForceOn(versions, on ?? today, name).sha256)
  const begun = versions.some(({ inForceFrom }) => inForceFrom <= today)
  const { reference } = shown.stored.policy
  return framed(asked, {
    title: 'Policy',
    policyVersion: `${reference.pack}, version ${reference.version}`,
    content: html`${policyPage({
      shown,
      known,
      today,
      current: begun ? inForceOn(versions, today, name).sha256 : null,
      on: asHash === null ? on : null,
    })}
${asked.may('roles.see') && html`<p class="govuk-body"><a class="govuk-link" href="/roles">Roles: who may do what</a></p>`}`,
  })
}

export const routes: readonly Route[] = [
  { method: 'GET', path: '/policy', permission: 'policy.see', sample: () => '/policy', handle: show },
]
