import { fileURLToPath } from 'node:url'
import type { Day } from '../../core/kit/days.ts'
import { roles } from '../../core/people/roles.ts'
import { addAuthority } from '../authorities/commands.ts'
import { declareCollected } from '../intelligence/commands/declare-collected.ts'
import { saveMapping } from '../intelligence/commands/files.ts'
import { addPerson } from '../people/commands.ts'
import { hashOf, readPackFiles } from '../platform/packs.ts'
import { adoptPolicy } from '../policy/commands.ts'
import { addServices } from '../register/commands/add-service.ts'
import { importLocations } from '../register/commands/import-locations.ts'
import { addFirstContracts } from './contracts.ts'
import { caseSystemFiles, feedNames } from './feed-names.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil } from './invented.ts'
import { inventedId, inventedLocation } from './invented-location.ts'
import { addPeopleOutside } from './people-outside.ts'

const packs = new URL('../../../packs/', import.meta.url)

const setUp = async ({ id, name, areas, pack }: InventedCouncil): Promise<void> => {
  await addAuthority({ id, name, areas, invented: true }, pack)
  const files = await readPackFiles(fileURLToPath(new URL(pack, packs)))
  await adoptPolicy(id, { files, sha256: hashOf(files) })
}

const addPeople = async ({ id: authority, people }: InventedCouncil): Promise<void> => {
  for (const { key, name, role } of people)
    if (roles[role].side === 'council')
      await addPerson({ id: idOf(key), name, role, invented: true, authority })
}

/** Founds a council as it stood on the first day: its policy, people, services, contracts, and what it collects. */
export const foundCouncil = async (council: InventedCouncil, begun: Day): Promise<void> => {
  await setUp(council)
  await addPeople(council)
  const leads = new Map(council.contracts.map(({ service, lead }) => [service, lead]))
  const opensLater = new Set(
    council.contracts.filter(({ known }) => known > begun).map(({ service }) => service),
  )
  const there = council.services.filter(({ key }) => !opensLater.has(key))
  await importLocations(
    there.flatMap((service) => inventedLocation(service, council.name, begun) ?? []),
    true,
  )
  await addServices(
    there.map((service) => ({
      ...service,
      id: idOf(service.key),
      authority: council.id,
      location: service.cqc === null ? null : inventedId(service),
      lead: leads.get(service.key) ? idOf(leads.get(service.key) ?? '') : null,
      invented: true,
    })),
  )
  await addFirstContracts(council, begun)
  await addPeopleOutside(council)
  for (const { kind, from } of council.feeds)
    if (from <= begun) await declareCollected(council.id, kind, from, feedNames[kind])
  await saveMapping(council.id, caseSystemFiles.name, caseSystemFiles.mapping)
}
