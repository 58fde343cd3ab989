import assert from 'node:assert/strict'
import test from 'node:test'
import type { PackFile } from '../../src/core/policy/located.ts'
import { checkPack } from '../../src/core/ratings/check-pack.ts'

/** A copy of a pack in which, in one file, the first of one text is replaced by another. */
export type Damage = {
  readonly what: string
  readonly file: string
  readonly replace: string
  readonly by: string
  /** What must be reported: a fault in this file whose words match, and whose line holds `line`. */
  readonly says: RegExp
  readonly line: string
  readonly remedy: RegExp
}

/** Returns the pack's files with the damage done. Fails where the pack no longer has what is to be replaced. */
export const damaged = (
  files: readonly PackFile[],
  { what, file, replace, by }: Damage,
): readonly PackFile[] =>
  files.map((each) => {
    if (each.path !== file) return each
    assert.ok(
      each.text.includes(replace),
      `${what}: the pack has changed, and "${replace}" is no longer in ${file}`,
    )
    return { ...each, text: each.text.replace(replace, () => by) }
  })

/** Tests that the check finds each damage: at its line, with its remedy. */
export const catches = (files: readonly PackFile[], damages: readonly Damage[]): void => {
  for (const damage of damages)
    test(`pack check catches ${damage.what}`, () => {
      const copy = damaged(files, damage)
      const faults = checkPack(copy, 'hash')
      const lines = copy.find(({ path }) => path === damage.file)?.text.split('\n') ?? []
      const caught = faults.find(({ says, next, where = '' }) => {
        const [file, line] = where.split(':')
        const onLine = lines[Number(line) - 1]?.includes(damage.line) ?? damage.line === ''
        return damage.says.test(says) && damage.remedy.test(next) && file === damage.file && onLine
      })
      assert.ok(caught, `not caught. Found: ${JSON.stringify(faults, null, 1)}`)
    })
}
