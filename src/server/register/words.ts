/** Service types in words. The ids are the packs'. */
export const serviceTypeNames: Readonly<Record<string, string>> = {
  'care-home': 'Care home',
  'home-care': 'Home care',
  'supported-living': 'Supported living',
  'life-opportunities': 'Life opportunities',
  'extra-care': 'Extra care',
  'prevention-grant': 'Prevention grant',
  pharmacy: 'Pharmacy',
  'social-inclusion': 'Social inclusion',
  'public-health-prevention-grant': 'Public health prevention grant',
  'gp-larc': 'GP LARC',
  'public-health': 'Public health service',
  other: 'Other service',
}

export { kindNames } from '../../core/intelligence/kinds.ts'

/** Returns what a service type is called; its id where no pack names it. */
export const nameOfType = (type: string): string => serviceTypeNames[type] ?? type
