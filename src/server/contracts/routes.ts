import { csvOf } from '../../core/kit/csv.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { Html } from '../../ui/html.ts'
import { now } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { exported } from '../platform/http/exported.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { seenBy } from '../platform/http/seen-by.ts'
import { perPage } from '../register/queries/list-services.ts'
import { suspensionBanners } from '../suspensions/banner.ts'
import { suspensionWords } from '../suspensions/policy-words.ts'
import { standingSuspensions } from '../suspensions/queries.ts'
import { addRoutes } from './add-routes.ts'
import { authorityOf } from './authority.ts'
import { changeRoutes } from './change-routes.ts'
import { importRoutes } from './import-routes.ts'
import { leadRoutes } from './lead-routes.ts'
import { listRows } from './list-rows.ts'
import { contractPage } from './pages/contract-page.ts'
import { contractsPage } from './pages/contracts-page.ts'
import { providerRoutes } from './provider-routes.ts'
import { listContracts } from './queries/list-contracts.ts'
import { councilPeople, officerOf } from './queries/people.ts'
import { contractById, leadsOf, type ShownContract, versionsOf } from './queries/show-contract.ts'
import { searchOf } from './search.ts'
import { stopRoutes } from './stop-routes.ts'

const list = async (asked: Asked): Promise<Response> => {
  const search = searchOf(asked)
  const authority = authorityOf(asked)
  const rows = { limit: perPage, offset: (search.page - 1) * perPage }
  return framed(asked, {
    title: 'Contracts',
    content: contractsPage({
      search,
      ...(await listContracts(search, search.asAt ?? dayOf(now()), rows)),
      people: await councilPeople(authority),
      officer: (await officerOf(authority))?.name ?? null,
      mayEdit: asked.may('contracts.edit'),
      mayExport: asked.may('contracts.export'),
    }),
  })
}

const download = async (asked: Asked): Promise<Response> => {
  const search = searchOf(asked)
  const { contracts } = await listContracts(search, search.asAt ?? dayOf(now()), null)
  return exported(asked, {
    what: 'contracts',
    file: 'contracts.csv',
    csv: csvOf(listRows(contracts)),
    rows: contracts.length,
  })
}

/** That nobody new can be placed at the service of a contract. */
const suspendedUnder = async (asked: Asked, { authority, service }: ShownContract): Promise<Html> => {
  const found = await standingSuspensions(service.id, dayOf(now()), null)
  return suspensionBanners({
    service: service.id,
    suspensions: found.map((each) => seenBy(asked, 'suspension', each, { authority, service: service.id })),
    words: await suspensionWords(authority),
    linked: asked.may('suspensions.see'),
  })
}

const show = async (asked: Asked): Promise<Response> => {
  const contract = await contractById(asked.id('contract'))
  return framed(asked, {
    title: `Contract ${contract.terms.reference}`,
    history: { kind: 'contract', id: contract.id },
    section: 'Contracts',
    breadcrumbs: [{ text: 'Contracts', href: '/contracts' }],
    content: contractPage({
      contract,
      suspended: await suspendedUnder(asked, contract),
      versions: await versionsOf(contract.id),
      leads: await leadsOf(contract.id),
      today: dayOf(now()),
      mayEdit: asked.may('contracts.edit'),
    }),
  })
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts',
    permission: 'contracts.see',
    sample: () => '/contracts',
    past: true,
    handle: list,
  },
  {
    method: 'GET',
    path: '/contracts/contracts.csv',
    permission: 'contracts.export',
    exports: 'contracts',
    sample: { none: 'a file to download, not a page' },
    past: true,
    handle: download,
  },
  ...addRoutes,
  ...importRoutes,
  ...leadRoutes,
  ...providerRoutes,
  {
    method: 'GET',
    path: '/contracts/:contract',
    permission: 'contracts.see',
    sample: ({ contract }) => `/contracts/${contract}`,
    handle: show,
  },
  ...changeRoutes,
  ...stopRoutes,
]
