import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { importContracts } from './import-contracts.ts'
import { importCqc } from './import-cqc.ts'
import { packCheck } from './pack-check.ts'
import { packDiff } from './pack-diff.ts'
import { packShow } from './pack-show.ts'
import { rate } from './rate.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { setup } from './setup.ts'
import { showLocation } from './show-location.ts'
import { userDisable, userEnable, userReset } from './user-account.ts'
import { userAdd } from './user-add.ts'
import { userList } from './user-list.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serve,
  setup,
  userAdd,
  userList,
  userReset,
  userDisable,
  userEnable,
  importCqc,
  showLocation,
  importContracts,
  rate,
  packCheck,
  packShow,
  packDiff,
  backup,
  restore,
]
