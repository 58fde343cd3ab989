import type { InventedPerson } from './invented.ts'

const firstNames = [
  'Alma',
  'Benedict',
  'Cressida',
  'Dorian',
  'Effie',
  'Felix',
  'Greta',
  'Hugo',
  'Isla',
  'Jasper',
]
const lastNames = [
  'Amadi',
  'Birch',
  'Conroy',
  'Dhillon',
  'Ellery',
  'Fonseca',
  'Grange',
  'Hurst',
  'Ivory',
  'Joshi',
]

/** As many services as one contract lead can look after. */
const servicesOfOne = 30

/** Returns the contract leads that a council of many services needs beside those that it has. */
export const moreLeads = (council: string, services: number, there: number): readonly InventedPerson[] =>
  Array.from({ length: Math.max(0, Math.ceil(services / servicesOfOne) - there) }, (_, index) => {
    const first = firstNames[index % firstNames.length]
    const shift = council === 'eastmarch' ? index : index + 4
    const last = lastNames[(shift + Math.floor(index / firstNames.length)) % lastNames.length]
    return { key: `${council} lead ${index}`, name: `${first} ${last}`, role: 'contract-lead' }
  })
