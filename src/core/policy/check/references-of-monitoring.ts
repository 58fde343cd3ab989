/** What `monitoring.yaml` and `judgements.yaml` refer to: bands, roles, forms, activities, types of provider and of service. */
import { allows, allRoles, rolesOfSide } from '../../people/roles.ts'
import type { Documents } from './complaint.ts'
import { idsOf, listedIn, type Reference } from './reference.ts'

type Activity = Documents['monitoring']['activities'][number]
type Path = readonly PropertyKey[]

const listed = listedIn('monitoring')

const ofBands = ({ byBand, forms }: Activity, path: Path, { rating }: Documents): readonly Reference[] =>
  Object.entries(byBand).flatMap(([id, { oneOf = [], form }]): readonly Reference[] => {
    const at = [...path, 'byBand', id]
    return [
      { document: 'monitoring', path: at, what: 'band', id, known: idsOf(rating.bands) },
      ...listed([...at, 'oneOf'], 'form of this activity', oneOf, idsOf(forms)),
      ...listed([...at, 'form'], 'form of this activity', form === undefined ? [] : [form], idsOf(forms)),
    ]
  })

const ofConduct = ({ conduct }: Activity, path: Path, { pack }: Documents): readonly Reference[] =>
  (['attends', 'mayAttend'] as const).flatMap((key) =>
    (conduct?.[key] ?? []).map(
      ({ role }, at): Reference => ({
        document: 'monitoring',
        path: [...path, 'conduct', key, at, 'role'],
        what: 'role',
        id: role,
        known: idsOf(pack.roles),
      }),
    ),
  )

const ofActivities = (documents: Documents): readonly Reference[] => {
  const types = idsOf(documents.monitoring.providerTypes ?? [])
  return documents.monitoring.activities.flatMap((activity, index) => {
    const path = ['activities', index]
    return [
      ...listed([...path, 'providerTypes'], 'type of provider', activity.providerTypes ?? [], types),
      ...ofBands(activity, path, documents),
      ...ofConduct(activity, path, documents),
    ]
  })
}

const ofProviderTypes = ({ monitoring, pack }: Documents): readonly Reference[] =>
  (monitoring.providerTypes ?? []).flatMap(({ whenAnyOf }, index) =>
    whenAnyOf.flatMap(({ serviceTypes = [] }, at) =>
      listed(
        ['providerTypes', index, 'whenAnyOf', at, 'serviceTypes'],
        'service type',
        serviceTypes,
        idsOf(pack.serviceTypes),
      ),
    ),
  )

/** Only these can be named: a pack cannot give a permission that the product's table of roles does not. */
const deciders = allRoles.filter((role) => allows([role], 'decisions.decide'))
const ofCouncil = rolesOfSide('council')

const ofMeetings = ({ monitoring, pack }: Documents): readonly Reference[] => [
  ...monitoring.meetings.flatMap(({ attends, ratings }, index) => [
    ...listed(['meetings', index, 'attends'], 'role', attends, idsOf(pack.roles)),
    ...listed(
      ['meetings', index, 'ratings', 'agreedBy'],
      'role of Plumbline that may decide ratings',
      ratings?.agreedBy ?? [],
      deciders,
    ),
  ]),
  ...(monitoring.sharedWith ?? []).flatMap(({ team, roles }, index) => [
    {
      document: 'monitoring',
      path: ['sharedWith', index, 'team'],
      what: 'role',
      id: team,
      known: idsOf(pack.roles),
    } as const,
    ...listed(['sharedWith', index, 'roles'], 'role of Plumbline', roles, ofCouncil),
  ]),
]

/** Returns every reference of `monitoring.yaml`. */
export const ofMonitoring = (documents: Documents): readonly Reference[] => {
  const { monitoring, pack, rating } = documents
  const { extraVisits, choice, beforeDecision } = monitoring
  const roles = idsOf(pack.roles)
  return [
    ...ofActivities(documents),
    ...ofProviderTypes(documents),
    ...ofMeetings(documents),
    ...listed(
      ['beforeDecision'],
      'band',
      beforeDecision === undefined ? [] : [beforeDecision.asBand],
      idsOf(rating.bands),
    ),
    ...listed(['extraVisits', 'bands'], 'band', extraVisits?.bands ?? [], idsOf(rating.bands)),
    ...listed(['extraVisits', 'oneOf'], 'activity', extraVisits?.oneOf ?? [], idsOf(monitoring.activities)),
    ...(choice === undefined
      ? []
      : [
          {
            document: 'monitoring',
            path: ['choice', 'by'],
            what: 'role',
            id: choice.by,
            known: roles,
          } as const,
        ]),
  ]
}

/** Returns every reference of `judgements.yaml`. */
export const ofJudgements = ({ judgements, monitoring }: Documents): readonly Reference[] => {
  const known = idsOf(monitoring.activities)
  return (judgements?.judgements ?? []).flatMap(({ givenAt, mayBeGivenAt }, index) => {
    const activities = (key: string, ids: readonly string[]) =>
      listedIn('judgements')(['judgements', index, key, 'activities'], 'activity', ids, known)
    return [
      ...activities('givenAt', givenAt.activities),
      ...activities('mayBeGivenAt', mayBeGivenAt?.activities ?? []),
    ]
  })
}
