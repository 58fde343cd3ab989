import type { PageOptions } from '../../src/ui/layout.ts'

/** A page with everything that a page can have around its content. */
export const samplePage: PageOptions = {
  title: 'Rowan House',
  section: 'Services',
  authority: { name: 'Eastmarch', logo: '/authority/logo.svg' },
  account: { name: 'Asha Verma', href: '/account', signOutAction: '/sign-out' },
  navigation: ['Your work', 'Services', 'Decide', 'Assessments', 'Market', 'Policy'].map((text, index) => ({
    text,
    href: `/${index}`,
    active: text === 'Services',
  })),
  demonstration: 'All services and people here are invented.',
  breadcrumbs: [
    { text: 'Home', href: '/' },
    { text: 'Services', href: '/services' },
    { text: 'Rowan House' },
  ],
  content: '',
  footer: { about: 'Plumbline for Eastmarch' },
  printFoot: { source: 'Eastmarch', date: '21 November 2026', policyVersion: 'Policy of 2022, version 3' },
}
