import type { Example } from '../catalogue.ts'
import { backLink } from '../components/back-link.ts'
import { breadcrumbs } from '../components/breadcrumbs.ts'
import { identityBar } from '../components/identity-bar.ts'
import { pagination } from '../components/pagination.ts'
import { phaseBanner } from '../components/phase-banner.ts'
import { serviceNavigation } from '../components/service-navigation.ts'
import { skipLink } from '../components/skip-link.ts'
import { subNavigation } from '../components/sub-navigation.ts'
import { tabs } from '../components/tabs.ts'
import { html } from '../html.ts'
import { pageHeading } from '../page-heading.ts'
import { pagesOf } from '../pages-of.ts'
import { statusTag } from '../status-tag.ts'

const home = { text: 'Home', href: '#home' }

/** What stands around a page and leads through it. */
export const frameExamples: readonly Example[] = [
  {
    name: 'page-heading',
    title: 'What it is',
    render: () => pageHeading({ text: 'Services', caption: 'Eastmarch' }),
  },
  {
    name: 'page-heading',
    title: 'With its state',
    render: () =>
      pageHeading({
        text: 'Rowan House',
        caption: 'Care home, 40 people, Eastmarch',
        aside: statusTag({ text: 'Amber', colour: 'amber' }),
      }),
  },
  { name: 'back-link', title: 'Back', render: () => backLink({ href: '#back' }) },
  {
    name: 'back-link',
    title: 'To a place',
    render: () => backLink({ text: 'Back to Rowan House', href: '#back' }),
  },
  {
    name: 'breadcrumbs',
    title: 'To the page itself',
    render: () =>
      breadcrumbs({
        labelText: 'Example of the way',
        items: [home, { text: 'Services', href: '#services' }, { text: 'Rowan House' }],
      }),
  },
  {
    name: 'breadcrumbs',
    title: 'Collapsed on a phone',
    render: () =>
      breadcrumbs({
        collapseOnMobile: true,
        labelText: 'Where you are',
        items: [home, { text: 'Policy', href: '#policy' }],
      }),
  },
  {
    name: 'skip-link',
    title: 'To the content',
    render: () => skipLink({ text: 'Skip to main content', href: '#main-content' }),
  },
  {
    name: 'skip-link',
    title: 'To the results',
    render: () => skipLink({ text: 'Skip to results', href: '#main-content' }),
  },
  {
    name: 'phase-banner',
    title: 'Demo',
    render: () => phaseBanner({ tag: { text: 'Demo' }, text: 'All services and people here are invented.' }),
  },
  {
    name: 'phase-banner',
    title: 'With a link',
    render: () =>
      phaseBanner({
        tag: { text: 'Trial' },
        html: html`Tell us <a class="govuk-link" href="#feedback">what you think</a>.`,
      }),
  },
  {
    name: 'service-navigation',
    title: 'Main places',
    render: () =>
      serviceNavigation({
        navigationId: 'places',
        navigationLabel: 'Example of places',
        navigation: [
          { ...home, current: true },
          { text: 'Services', href: '#services' },
          { text: 'Policy', href: '#policy' },
        ],
      }),
  },
  {
    name: 'service-navigation',
    title: 'With the name',
    render: () =>
      serviceNavigation({
        serviceName: 'Plumbline',
        serviceUrl: '#home',
        ariaLabel: 'Example of a named service',
      }),
  },
  {
    name: 'identity-bar',
    title: 'A service',
    render: () => identityBar({ title: { text: 'Rowan House, Eastmarch' } }),
  },
  {
    name: 'identity-bar',
    title: 'With its state',
    render: () =>
      identityBar({
        title: { html: html`<strong>Rowan House</strong> ${statusTag({ text: 'Red', colour: 'red' })}` },
      }),
  },
  {
    name: 'sub-navigation',
    title: 'Pages of a service',
    render: () =>
      subNavigation({
        label: 'Rowan House',
        items: [
          'Overview',
          'Why this rating',
          'Timeline',
          'Plan',
          'Assessments',
          'Actions',
          'Returns',
          'Evidence',
        ].map((text, index) => ({ text, href: '#pages', active: index === 1 })),
      }),
  },
  {
    name: 'sub-navigation',
    title: 'Two pages',
    render: () =>
      subNavigation({
        label: 'Policy',
        items: [
          { text: 'In force', href: '#1', active: true },
          { text: 'History', href: '#2' },
        ],
      }),
  },
  {
    name: 'tabs',
    title: 'Two windows of time',
    render: () =>
      tabs({
        idPrefix: 'window',
        title: 'Window',
        items: [
          { label: 'Three months', panel: { text: '3 concerns for 40 people.' } },
          { label: 'Twelve months', panel: { text: '9 concerns for 40 people.' } },
        ],
      }),
  },
  {
    name: 'tabs',
    title: 'With markup',
    render: () =>
      tabs({
        items: [
          {
            id: 'only',
            label: 'Only one',
            panel: { html: html`<p class="govuk-body">One <b>panel</b>.</p>` },
          },
        ],
      }),
  },
  {
    name: 'pagination',
    title: 'Page 5 of 12',
    render: () => html`${pagesOf({ page: 5, pages: 12, address: (page) => `#page-${page}` })}`,
  },
  {
    name: 'pagination',
    title: 'Before and after',
    render: () =>
      pagination({
        landmarkLabel: 'Sections',
        previous: { href: '#1', labelText: 'Safe care' },
        next: { href: '#3', labelText: 'Staffing' },
      }),
  },
]
