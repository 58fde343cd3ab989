/** What a page of the server needs of the browser for visits: the unsent notice, the packing form, the warning. */
import { preparePacking } from './packing.ts'
import { warnOfUnsaved } from './unsaved.ts'
import { showUnsent } from './unsent.ts'

warnOfUnsaved()
// A browser without this storage can hold no visit: there is nothing to say on the page.
showUnsent().catch((error: unknown) => console.warn('Visits on this device could not be read', error))
void preparePacking()
