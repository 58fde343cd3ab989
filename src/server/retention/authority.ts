import { fault } from '../../core/kit/problems.ts'
import type { Asked } from '../platform/http/asked.ts'

/** Returns the council that a person decides for. The routes ask for a permission, so somebody is signed in. */
export const authorityOf = (asked: Asked): string => {
  if (asked.signed === null) throw fault('not-signed-in')
  return asked.signed.authority.id
}
