import { z } from 'zod'
import { recordId } from './cqc-id.ts'
import { beds, names, neededText, text } from './fields.ts'
import { type Manager, managerFields, managerOf } from './manager.ts'
import { type Place, placeFields, placeOf } from './place.ts'
import { newestFirst, type Rating } from './rating.ts'
import { ratings2014, ratings2014Fields } from './ratings-2014.ts'
import { type Read, read } from './read.ts'
import { type Relationship, relationshipsField } from './relationship.ts'
import { singleAssessmentFields, singleAssessmentRatings } from './single-assessment.ts'

/** A location on CQC's register: where, or from where, a service is given. It holds no name of a person. */
export type LocationRecord = Place &
  Manager & {
    readonly id: string
    readonly name: string
    readonly providerId: string
    readonly careHome: boolean
    /** As CQC gives it: 0 where there are no beds. As a population use `capacityOf`, which knows better. */
    readonly beds: number | null
    readonly dormant: boolean
    /** CQC's service types by name, such as `Nursing homes`. */
    readonly kinds: readonly string[]
    /** `Adult social care`, `Primary medical services`, `Hospitals`; `Unspecified` for the long deregistered. */
    readonly directorate: string | null
    readonly specialisms: readonly string[]
    readonly relationships: readonly Relationship[]
    /** Newest first. */
    readonly ratings: readonly Rating[]
  }

const schema = z.object({
  locationId: recordId,
  name: neededText,
  providerId: recordId,
  careHome: text,
  numberOfBeds: beds,
  dormancy: text,
  gacServiceTypes: names,
  inspectionDirectorate: text,
  specialisms: names,
  relationships: relationshipsField,
  ...placeFields,
  ...managerFields,
  ...ratings2014Fields,
  ...singleAssessmentFields,
})

const record = schema.transform(
  (given): LocationRecord => ({
    id: given.locationId,
    name: given.name,
    providerId: given.providerId,
    ...placeOf(given),
    ...managerOf(given),
    careHome: given.careHome === 'Y',
    beds: given.numberOfBeds,
    dormant: given.dormancy === 'Y',
    kinds: given.gacServiceTypes,
    directorate: given.inspectionDirectorate,
    specialisms: given.specialisms,
    relationships: given.relationships,
    ratings: newestFirst([...singleAssessmentRatings(given), ...ratings2014(given)]),
  }),
)

/** Reads a location as CQC's API gives it, `GET /locations/{id}`. */
export const readLocation = (json: unknown): Read<LocationRecord> => read(record, json)
