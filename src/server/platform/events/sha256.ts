import { hash } from 'node:crypto'
import type { Digest } from '../../../core/audit/link.ts'

/** SHA-256 of a text in UTF-8, in hexadecimal: what the trail is chained with. */
export const sha256: Digest = (text) => hash('sha256', text)
