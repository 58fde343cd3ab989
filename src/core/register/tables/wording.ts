import { plain } from './columns.ts'

/**
 * CQC names one thing in several ways: its API has `Residential homes` where the active locations have
 * `Care home service without nursing`. The API's words are ours. Each with the other ways in which it is written.
 */
type Words = Readonly<Record<string, readonly string[]>>

const kinds: Words = {
  Ambulances: ['Ambulance service'],
  Clinic: ['Acute services without overnight beds / listed acute services with or without overnight beds'],
  'Community services - Healthcare': ['Community healthcare service'],
  'Community services - Learning disabilities': [
    'Community based services for people with a learning disability',
  ],
  'Community services - Mental Health': ['Community based services for people with mental health needs'],
  'Community services - Nursing': ['Community health care services - Nurses Agency only'],
  'Community services - Substance abuse': ['Community based services for people who misuse substances'],
  Dentist: ['Dental service'],
  'Diagnosis/screening': [
    'Diagnostic and/or screening service',
    'Diagnostic and/or screening service - single handed sessional providers',
  ],
  'Doctors/Gps': ['Doctors consultation service', 'Doctors treatment service'],
  'Home hospice care': ['Hospice services at home'],
  'Homecare agencies': ['Domiciliary care service'],
  Hospice: ['Hospice services'],
  Hospital: ['Acute services with overnight beds'],
  'Hospitals - Mental health/capacity': [
    'Hospital services for people with mental health needs, learning disabilities and problems with substance misuse',
  ],
  'Long-term conditions': ['Long term conditions services'],
  'Mobile doctors': ['Mobile doctors service'],
  'Nursing homes': ['Care home service with nursing'],
  'Phone/online advice': ['Remote clinical advice service'],
  'Prison healthcare': ['Prison Healthcare Services'],
  'Rehabilitation (illness/injury)': ['Rehabilitation services'],
  'Rehabilitation (substance abuse)': [
    'Residential substance misuse treatment and/or rehabilitation service',
  ],
  'Residential homes': ['Care home service without nursing'],
  'Shared lives': [],
  'Supported housing': ['Extra Care housing services'],
  'Supported living': ['Supported living service'],
  'Urgent care centres': ['Urgent care services'],
}

const specialisms: Words = {
  'Caring for adults over 65 yrs': ['Older People'],
  'Caring for adults under 65 yrs': ['Younger Adults'],
  'Caring for children': ['Caring for children (0 - 18yrs)', 'Children 0-18 years'],
  'Caring for people whose rights are restricted under the Mental Health Act': [
    'People detained under the Mental Health Act',
  ],
  Dementia: [],
  'Eating disorders': ['People with an eating disorder'],
  'Learning disabilities': ['Learning disabilities or autistic spectrum disorder'],
  'Mental health conditions': ['Mental Health'],
  'Physical disabilities': ['Physical Disability'],
  'Sensory impairment': ['Sensory impairments'],
  'Services for everyone': ['Whole Population'],
  'Substance misuse problems': ['People who misuse drugs and alcohol'],
}

const wordedBy = (words: Words): ((name: string) => string) => {
  const ours = new Map(
    Object.entries(words).flatMap(([own, others]) => [own, ...others].map((name) => [plain(name), own])),
  )
  return (name) => ours.get(plain(name)) ?? name
}

/** Returns the API's name of a service type; one that is not known stays as it is. */
export const kindWorded = wordedBy(kinds)

/** Returns the API's name of a specialism; one that is not known stays as it is. */
export const specialismWorded = wordedBy(specialisms)

/** Whether a location of these service types is a care home: it is for every location whose record says so itself. */
export const isCareHome = (kinds: readonly string[]): boolean =>
  kinds.includes('Nursing homes') || kinds.includes('Residential homes')
