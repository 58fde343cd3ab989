/** What follows, or goes round, the invented word of a name. `*` is the word. */

/** By type of service. */
export const serviceNames: Readonly<Record<string, readonly string[]>> = {
  'care-home': [
    ...[
      '* House',
      '* Lodge',
      '* Court',
      '* Grange',
      'The * Nursing Home',
      '* Manor',
      '* Care Home',
      '* View',
    ],
    ...['* Hall', '* Rise', '* Park', '* Mount'],
  ],
  'home-care': ['* Home Care', '* at Home', '* Community Care', '* Care at Home', '* Homecare Team'],
  'supported-living': ['* Close', '* Row', '* Supported Living', '* Way', '* Terrace', 'The * Flats'],
  'extra-care': ['* Mews', '* Gardens Extra Care', '* Village', '* Place'],
  'life-opportunities': ['* Day Centre', '* Workshop', 'The * Kitchen Garden', '* Opportunities', '* Days'],
  'prevention-grant': ['* Lunch Club', '* Befrienders', '* Handy Helpers', 'Keep Well *', '* Carers’ Circle'],
  pharmacy: ['* Pharmacy', '* Chemist', '* Late Pharmacy'],
  'social-inclusion': ['* Open Door', '* Drop-in', 'The * Allotment', '* Together'],
  'public-health-prevention-grant': ['Active *', '* Walking for Health', '* Healthy Start'],
  'gp-larc': ['* Surgery', '* Health Centre', 'The * Practice', '* Medical Centre'],
  'public-health': ['* Stop Smoking Service', '* Sexual Health Service', '* Drug and Alcohol Service'],
  other: ['* Equipment Loans', '* Advocacy', '* Meals'],
}

/** By what kind of provider it is. */
export const providerNames: Readonly<Record<string, readonly string[]>> = {
  care: [
    '* Care Ltd',
    '* Care Homes Ltd',
    '* Care Services Ltd',
    '* Support Ltd',
    'The * Partnership',
    '* Homes',
  ],
  community: ['* CIC', 'The * Trust', '* Community Association'],
  pharmacy: ['* Pharmacies Ltd', '* Dispensing Ltd'],
  practice: ['The * Partners', '* Primary Care'],
}

/** Streets do not matter here, and no postcode area is called ZZ. */
export const places: Readonly<Record<string, readonly string[]>> = {
  eastmarch: [
    ...['Eastmarch', 'Netherby Eastmarch', 'Upper Fenwick', 'Thornhay', 'Eastmarch Quay', 'Little Thornhay'],
    ...['Marram Cross', 'Oxenmarsh Green'],
  ],
  northfold: [
    ...['Northfold', 'Northfold Bridge', 'High Wendrel', 'Skerrow Bank', 'Wether Lowe', 'Nether Tansel'],
    ...['Millrace End', 'Quarrel Top'],
  ],
}
