import { parse } from 'yaml'
import { z } from 'zod'
import { dayOf } from '../../core/kit/days.ts'
import { inForceOn } from '../../core/policy/in-force.ts'
import { dayGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { policyVersions, storedPolicies } from './queries.ts'

const version = z
  .object({
    pack: z.string(),
    version: z.string(),
    sha256: z.string().describe('The fingerprint of the whole document: ratings name it.'),
    inForceFrom: z.iso.date(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'PolicyVersion', description: 'A version of the council’s policy.' })

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/policy',
    scope: 'policy:read',
    does: 'Show the policy in force',
    says: 'Today, or on another day. `documents` are the files of the pack, as the council wrote them.',
    query: z.strictObject({ on: dayGiven.optional() }),
    answer: version.extend({
      documents: z.record(z.string(), z.unknown()).describe('By the path of the file in the pack.'),
      versions: z
        .array(version)
        .describe('Every version that is known, in the order in which they were stored.'),
    }),
    handle: async ({ token, query }) => {
      const versions = await policyVersions(token.authority)
      const found = inForceOn(versions, query.on ?? dayOf(now()), token.authority)
      const [stored] = await storedPolicies([found.sha256])
      const files = stored?.files.filter(({ path }) => /\.ya?ml$/.test(path)) ?? []
      const documents = Object.fromEntries(files.map(({ path, text }) => [path, parse(text) as unknown]))
      return { ...found, documents, versions }
    },
  }),
]
