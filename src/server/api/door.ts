import { apiDoor } from '../platform/api/api-door.ts'
import { operations } from './operations.ts'

/** The door for programs. */
export const api = apiDoor(operations)
