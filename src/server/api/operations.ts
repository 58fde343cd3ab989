import { api as intelligence } from '../intelligence/api.ts'
import type { Operation } from '../platform/api/operation.ts'
import { api as ratings } from '../ratings/api.ts'
import { api as register } from '../register/api.ts'

/** Every operation of the API, in the order of its description. A slice adds its own by a line here. */
export const operations: readonly Operation[] = [...register, ...intelligence, ...ratings]
