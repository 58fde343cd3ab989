import { openWork } from '../decisions/open-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import { policyToday } from '../policy/in-force.ts'
import { lookingOf } from './looking.ts'
import { homePage } from './pages/home-page.ts'
import { placesFor } from './places.ts'
import { changesSince, lastHere } from './queries/changes.ts'
import { countAlerts, listAlerts, waitingFor } from './queries/list-alerts.ts'
import { pageOf } from './search.ts'
import { instantBefore } from './since.ts'

/** How many of what waits for others, and of what changed, stand on the page. */
const shortList = 10

const firstPlace = (asked: Asked): string =>
  asked.may('own-services.see') ? '/our-services' : asked.may('services.see') ? '/services' : '/policy'

/** A person's own work; their team's where they ask for it, or have none of their own. */
export const showHome = async (asked: Asked): Promise<Response> => {
  // People whose role has no work queue start at what they may see.
  if (asked.signed === null || !asked.may('work.see')) return seeOther(firstPlace(asked))
  const looking = lookingOf(asked)
  const counts = await countAlerts(looking)
  const { person, authority } = looking
  const open = asked.may('decisions.decide')
    ? await openWork({ person, authority, roles: asked.signed.roles })
    : []
  const chosen = asked.query('whose')
  const own = counts.mine > 0 || open.some(({ waitsForYou }) => waitsForYou.length > 0)
  const whose = chosen === 'mine' || (chosen !== 'team' && own) ? 'mine' : 'team'
  const page = pageOf(asked)
  const search = { whose, rule: null, lead: null, words: null, which: 'open', page } as const
  const before = await lastHere(looking.person)
  const since = { at: before ?? instantBefore(looking.now), lastHere: before !== null }
  const policy = await policyToday(looking.authority)
  return framed(asked, {
    title: 'Your work',
    content: homePage({
      name: asked.signed.person.name,
      places: placesFor(asked),
      whose,
      counts,
      page,
      ...(await listAlerts(search, looking)),
      open,
      waiting: await waitingFor(looking, shortList),
      changes: await changesSince(looking, since.at, whose === 'mine', shortList),
      since,
      bands: policy?.rating.bands ?? [],
      now: looking.now,
    }),
  })
}
