import type { Example } from '../catalogue.ts'
import { alert } from '../components/alert.ts'
import { details } from '../components/details.ts'
import { errorMessage } from '../components/error-message.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { panel } from '../components/panel.ts'
import { warningText } from '../components/warning-text.ts'
import { emptyState } from '../empty-state.ts'
import { errorSummaryOf } from '../field-errors.ts'
import { html } from '../html.ts'

/** What a page says to a person. */
export const messageExamples: readonly Example[] = [
  {
    name: 'notification-banner',
    title: 'Done, and what happens next',
    render: () =>
      notificationBanner({
        type: 'success',
        titleId: 'banner-done',
        disableAutoFocus: true,
        html: html`<p class="govuk-notification-banner__heading">Rowan House is now Amber. Its plan has moved with it.</p>
<p class="govuk-body">The next contract meeting is due on 20 February 2027.
<a class="govuk-notification-banner__link" href="#undo">Undo</a></p>`,
      }),
  },
  {
    name: 'notification-banner',
    title: 'Important',
    render: () =>
      notificationBanner({
        titleId: 'banner-important',
        text: 'The review of the policy was due on 1 October 2026.',
      }),
  },
  {
    name: 'alert',
    title: 'Suspended',
    render: () =>
      alert({
        variant: 'error',
        title: 'New placements are suspended',
        showTitleAsHeading: true,
        text: 'Since 3 November 2026. Next review on 1 December 2026.',
      }),
  },
  {
    name: 'alert',
    title: 'For information',
    render: () => alert({ title: 'A draft report was shared on 12 November 2026' }),
  },
  {
    name: 'alert',
    title: 'Warning',
    render: () =>
      alert({ variant: 'warning', title: 'Insurance', text: 'The certificate ends on 30 November 2026.' }),
  },
  {
    name: 'alert',
    title: 'Success',
    render: () => alert({ variant: 'success', title: 'Verified', text: 'All 6 actions are verified.' }),
  },
  {
    name: 'error-summary',
    title: 'Two fields',
    render: () =>
      html`${errorSummaryOf([
        { field: 'reason', text: 'Enter a reason for choosing another colour than proposed' },
        { field: 'due', id: 'due-day', text: 'Due date must be in the future' },
      ])}`,
  },
  {
    name: 'error-summary',
    title: 'With words',
    render: () =>
      errorSummary({
        titleText: 'This was not saved',
        descriptionText: 'Somebody else changed it meanwhile.',
        disableAutoFocus: true,
        errorList: [{ text: 'Load the page again' }],
      }),
  },
  {
    name: 'error-message',
    title: 'At a field',
    render: () => errorMessage({ text: 'Enter the date of the visit' }),
  },
  {
    name: 'error-message',
    title: 'With markup',
    render: () => errorMessage({ html: html`Enter a date <b>after</b> 1 November 2026` }),
  },
  {
    name: 'panel',
    title: 'Sent',
    render: () =>
      panel({
        headingLevel: 2,
        titleText: 'Concern sent',
        html: html`Your reference number<br><strong>EM-2041</strong>`,
      }),
  },
  {
    name: 'panel',
    title: 'Only a title',
    render: () => panel({ headingLevel: 2, titleText: 'Return accepted' }),
  },
  {
    name: 'warning-text',
    title: 'Before acting',
    render: () => warningText({ text: 'The provider is told at once.' }),
  },
  {
    name: 'warning-text',
    title: 'With markup',
    render: () =>
      warningText({
        html: html`Is anyone at risk now? Ring <a class="govuk-link" href="tel:01632960123">01632 960 123</a>.`,
      }),
  },
  {
    name: 'inset-text',
    title: 'An assumption',
    render: () =>
      insetText({ text: 'Assumption: the number of people using the service comes from the latest return.' }),
  },
  {
    name: 'inset-text',
    title: 'A quotation',
    render: () => insetText({ html: html`<q>Boundary values belong to Amber.</q>` }),
  },
  {
    name: 'details',
    title: 'Folded',
    render: () =>
      details({ summaryText: 'What not to write', text: 'No names of people who use the service.' }),
  },
  {
    name: 'details',
    title: 'Open',
    render: () =>
      details({
        summaryText: 'Items not counted',
        open: true,
        html: html`<p class="govuk-body">2 duplicates.</p>`,
      }),
  },
  {
    name: 'empty-state',
    title: 'Nothing found',
    render: () =>
      emptyState({
        title: 'No services match',
        text: 'Try fewer filters or part of the name.',
        action: { text: 'Clear all filters', href: '#clear' },
      }),
  },
  {
    name: 'empty-state',
    title: 'Nothing yet',
    render: () =>
      emptyState({
        title: 'No concerns in the last 12 months',
        text: 'Concerns are collected for this service, so this is a true zero.',
        headingLevel: 3,
      }),
  },
]
