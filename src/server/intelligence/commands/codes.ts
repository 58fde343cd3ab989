import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { codeLetter } from '../letters.ts'
import type { Draft } from '../queries/drafts.ts'
import type { RaisingRules } from '../queries/raising.ts'
import { countOnce } from './counts.ts'

const digits = 6
const minute = 60 * 1000

const digestOf = (salt: Uint8Array, code: string): Buffer =>
  createHash('sha256').update(salt).update(code).digest()

/** To whom a code goes, in whose name, and by which rules. */
export type CodeTo = {
  readonly authority: string
  readonly council: string
  readonly name: string | null
  readonly email: string
  readonly rules: RaisingRules['rules']
}

/**
 * Sends a code of six digits, and lets go of the one before. Returns false where the address got as many as it may: the
 * concern is kept all the same.
 */
export const sendCode = async (draft: string, to: CodeTo): Promise<boolean> => {
  const { code: rule, sends } = to.rules
  if ((await countOnce('address', to.email, sends.hours)) > sends.perAddress) return false
  const code = String(randomInt(10 ** digits)).padStart(digits, '0')
  const salt = randomBytes(16)
  await inRoom('concerns', () =>
    db()
      .updateTable('concern_draft')
      .set({
        code_salt: salt,
        code_digest: digestOf(salt, code),
        code_ends_at: plusMilliseconds(now(), rule.minutes * minute),
        code_tries: 0,
      })
      .where('token_digest', '=', draft)
      .execute(),
  )
  await queueMail({
    authority: to.authority,
    to: to.email,
    letter: codeLetter({ name: to.name, council: to.council, code, minutes: rule.minutes }),
  })
  return true
}

/** What came of a typed code. */
export type CodeCame = 'right' | 'wrong' | 'over'

/** Tries a code: each try counts, and after the last one, or its time, it is worth nothing. */
export const tryCode = async (draft: Draft, typed: string, tries: number): Promise<CodeCame> => {
  const { code } = draft
  if (code === null || code.endsAt <= now() || code.tries >= tries) return 'over'
  const right = timingSafeEqual(code.digest, digestOf(code.salt, typed.replace(/\D/g, '')))
  await inRoom('concerns', () =>
    db()
      .updateTable('concern_draft')
      .set(
        right ? { code_salt: null, code_digest: null, code_ends_at: null } : { code_tries: code.tries + 1 },
      )
      .where('token_digest', '=', draft.digest)
      .execute(),
  )
  if (right) return 'right'
  return code.tries + 1 >= tries ? 'over' : 'wrong'
}
