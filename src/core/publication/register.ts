import type { Day } from '../kit/days.ts'
import type { PublicService } from './public-service.ts'

/** A council's register as it is published. */
export type PublicRegister = {
  readonly authority: { readonly id: string; readonly name: string; readonly invented: boolean }
  /** The day on which a person last went through it; null where nobody has yet. */
  readonly reviewedOn: Day | null
  /** Whether the council publishes suspensions at all: where it does not, none is shown, which says nothing. */
  readonly showsSuspensions: boolean
  /** By name. Those that are over are among them, for their own page. */
  readonly services: readonly PublicService[]
}

/** Whose the facts are, and on what terms anyone may use them. */
export const licence = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  attribution:
    'Contains information of the Care Quality Commission and of the council, licensed under the Open Government Licence v3.0. CQC does not endorse this register.',
} as const

/** Returns where CQC's own page of a location is. */
export const cqcAddress = (location: string): string => `https://www.cqc.org.uk/location/${location}`
