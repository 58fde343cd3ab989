import { disposables as contracts } from './contracts/commands/dispose.ts'
import { disposables as decisions } from './decisions/commands/dispose.ts'
import { disposables as alerts } from './home/commands/dispose.ts'
import { disposables as intelligence } from './intelligence/commands/dispose.ts'
import { disposables as monitoring } from './monitoring/commands/dispose.ts'
import { disposables as accounts } from './people/commands/dispose.ts'
import type { Disposable } from './platform/disposable.ts'
import { disposables as events } from './platform/events/dispose.ts'
import { disposables as accesses } from './platform/http/dispose.ts'
import { disposables as mail } from './platform/mail/dispose.ts'
import { disposables as register } from './register/commands/dispose.ts'
import { disposables as suspensions } from './suspensions/commands/dispose.ts'

/** Everything that can be disposed of. Payloads of events go last: the erasure of the others is told by events. */
export const disposables: readonly Disposable[] = [
  ...intelligence,
  ...contracts,
  ...monitoring,
  ...decisions,
  ...suspensions,
  ...alerts,
  ...register,
  ...accesses,
  ...mail,
  ...accounts,
  ...events,
]
