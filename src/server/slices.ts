import { routes as visits } from '../visit/server/routes.ts'
import { routes as about } from './about/routes.ts'
import { routes as administration } from './administration/routes.ts'
import { routes as api } from './api/routes.ts'
import { scheduled as apiScheduled } from './api/scheduled.ts'
import { routes as audit } from './audit/routes.ts'
import { scheduled as auditScheduled } from './audit/scheduled.ts'
import { routes as components } from './components/routes.ts'
import { routes as contracts } from './contracts/routes.ts'
import { reactions as decisionReactions } from './decisions/reactions.ts'
import { routes as decisions } from './decisions/routes.ts'
import { disposables } from './disposables.ts'
import { reactions as homeReactions, scheduled as homeScheduled } from './home/reactions.ts'
import { routes as home } from './home/routes.ts'
import {
  reactions as intelligenceReactions,
  scheduled as intelligenceScheduled,
} from './intelligence/reactions.ts'
import { routes as intelligence } from './intelligence/routes.ts'
import { reactions as membershipReactions } from './membership/reactions.ts'
import { routes as membership } from './membership/routes.ts'
import { reactions as monitoringReactions, scheduled as monitoringScheduled } from './monitoring/reactions.ts'
import { routes as monitoring } from './monitoring/routes.ts'
import { routes as outbox } from './outbox/routes.ts'
import { reactions as peopleReactions, scheduled as peopleScheduled } from './people/reactions.ts'
import { routes as people } from './people/routes.ts'
import { reactions as mailReactions } from './platform/mail/reactions.ts'
import type { Slice } from './platform/slice.ts'
import { routes as policy } from './policy/routes.ts'
import { routes as publicRegister } from './public/routes.ts'
import { scheduled as publicScheduled } from './public/scheduled.ts'
import { routes as publication } from './publication/routes.ts'
import { reactions as ratingReactions, scheduled as ratingsScheduled } from './ratings/reactions.ts'
import { routes as ratings } from './ratings/routes.ts'
import { reactions as registerReactions, scheduled as registerScheduled } from './register/reactions.ts'
import { routes as register } from './register/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { retentionScheduled } from './retention/scheduled.ts'
import { routes as statedFacts } from './stated-facts/routes.ts'
import { routes as suspensions } from './suspensions/routes.ts'
import { routes as timeline } from './timeline/routes.ts'
import { routes as trends } from './trends/routes.ts'

/** Every term of the server. A term that is not here does not exist. */
export const slices: readonly Slice[] = [
  { routes: about },
  { routes: components },
  { routes: administration },
  { routes: people, reactions: peopleReactions, scheduled: peopleScheduled },
  { routes: membership, reactions: membershipReactions },
  { routes: api, scheduled: apiScheduled },
  { routes: outbox, reactions: mailReactions },
  { routes: home, reactions: homeReactions, scheduled: homeScheduled },
  { routes: register, reactions: registerReactions, scheduled: registerScheduled },
  { routes: contracts },
  { routes: intelligence, reactions: intelligenceReactions, scheduled: intelligenceScheduled },
  { routes: statedFacts },
  { routes: trends },
  { routes: timeline },
  { routes: suspensions },
  { routes: publication },
  { routes: visits },
  { routes: policy },
  { routes: audit, scheduled: auditScheduled },
  { routes: retentionRoutes(disposables), scheduled: retentionScheduled(disposables) },
  { routes: decisions, reactions: decisionReactions },
  { routes: ratings, reactions: ratingReactions, scheduled: ratingsScheduled },
  { routes: monitoring, reactions: monitoringReactions, scheduled: monitoringScheduled },
  // Last: a council's name stands where others have words of their own, such as /register/imports.
  { routes: publicRegister, scheduled: publicScheduled },
]

export const routes = slices.flatMap((slice) => slice.routes ?? [])
export const reactions = slices.flatMap((slice) => slice.reactions ?? [])
export const scheduled = slices.flatMap((slice) => slice.scheduled ?? [])

/** The names of all job queues: migrations create them. */
export const queues: readonly string[] = [
  ...reactions.filter(({ when }) => when === 'later').map(({ name }) => name),
  ...scheduled.map(({ name }) => name),
]
