import type { Command } from './command.ts'
import { importCqc } from './import-cqc.ts'
import { serve } from './serve.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [serve, importCqc]
