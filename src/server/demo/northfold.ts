/** Northfold: the second invented council. Bolton's framework (B) is in force here. */
import type { InventedPerson } from './invented.ts'

export const northfold = {
  id: 'northfold',
  name: 'Northfold Council',
  pack: 'bolton-2023',
  // It follows no real area: the demonstration's public records are shown in Eastmarch.
  areas: [],
} as const

export const people: readonly InventedPerson[] = [
  { key: 'nerys', name: 'Nerys Hallam', role: 'quality-assessor' },
  { key: 'ivo', name: 'Ivo Stanmore', role: 'contract-lead' },
  { key: 'philippa', name: 'Philippa Nwosu', role: 'contract-lead' },
  { key: 'gideon', name: 'Gideon Frost', role: 'contract-lead' },
  { key: 'ambrose', name: 'Ambrose Keane', role: 'operational-lead' },
  { key: 'henrietta', name: 'Henrietta Voss', role: 'quality-improvement-manager' },
  { key: 'cosmo', name: 'Cosmo Adeyemi', role: 'commissioner' },
  { key: 'lavender', name: 'Lavender Shaw', role: 'social-worker' },
  { key: 'oswin', name: 'Oswin Talbot', role: 'quality-assessor' },
  { key: 'jocasta', name: 'Jocasta Bright', role: 'registered-manager' },
  { key: 'edmund', name: 'Edmund Rahman', role: 'administrator' },
]
