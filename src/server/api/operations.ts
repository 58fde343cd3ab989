import { api as visits } from '../../visit/server/api.ts'
import { api as audit } from '../audit/api.ts'
import { api as contracts } from '../contracts/api.ts'
import { api as decisions } from '../decisions/api.ts'
import { api as home } from '../home/api.ts'
import { api as intelligence } from '../intelligence/api.ts'
import { api as monitoring } from '../monitoring/api.ts'
import type { Operation } from '../platform/api/operation.ts'
import { api as policy } from '../policy/api.ts'
import { api as publication } from '../publication/api.ts'
import { api as ratings } from '../ratings/api.ts'
import { api as register } from '../register/api.ts'
import { api as statedFacts } from '../stated-facts/api.ts'
import { api as suspensions } from '../suspensions/api.ts'
import { meOperations } from './me.ts'

/** Every operation of the API, in the order of its description. A slice adds its own by a line here. */
export const operations: readonly Operation[] = [
  ...meOperations,
  ...register,
  ...contracts,
  ...intelligence,
  ...statedFacts,
  ...ratings,
  ...decisions,
  ...suspensions,
  ...publication,
  ...monitoring,
  ...home,
  ...policy,
  ...visits,
  ...audit,
]
