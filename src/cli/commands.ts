import { auditHead } from './audit-head.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { importContracts } from './import-contracts.ts'
import { importCqc } from './import-cqc.ts'
import { importIntelligence } from './import-intelligence.ts'
import { packCheck } from './pack-check.ts'
import { packDiff } from './pack-diff.ts'
import { packShow } from './pack-show.ts'
import { rate } from './rate.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { setup } from './setup.ts'
import { showLocation } from './show-location.ts'
import { tokenAdd, tokenList, tokenRevoke } from './token.ts'
import { userDisable, userEnable, userReset } from './user-account.ts'
import { userAdd } from './user-add.ts'
import { userList } from './user-list.ts'
import { userNewKey } from './user-new-key.ts'
import { verifyAudit } from './verify-audit.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serve,
  demo,
  setup,
  userAdd,
  userList,
  userReset,
  userDisable,
  userEnable,
  userNewKey,
  tokenAdd,
  tokenList,
  tokenRevoke,
  importCqc,
  showLocation,
  importContracts,
  importIntelligence,
  rate,
  packCheck,
  packShow,
  packDiff,
  backup,
  restore,
  verifyAudit,
  auditHead,
]
