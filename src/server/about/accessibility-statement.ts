import { html } from '../../ui/html.ts'

/** The statement that the accessibility regulations of 2018 ask of public bodies, as far as the software can make it. */
export const accessibilityStatement = html`<p class="govuk-body">This statement is about Plumbline, which your council uses to look after the quality of care services. We want as many people as possible to be able to use it. You should be able to:</p>
<ul class="govuk-list govuk-list--bullet">
<li>use it with a keyboard alone</li>
<li>use it with a screen reader</li>
<li>use it on a phone, or enlarged to 400%, without scrolling sideways, except within wide tables</li>
<li>use it without JavaScript, but for visits without signal</li>
<li>understand it without seeing colours: no colour says anything alone</li>
</ul>
<h2 class="govuk-heading-m">How accessible it is</h2>
<p class="govuk-body">It is partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA. Every page is tested by machine on every change, and nothing that machines find is left. Machines find less than half of what can be wrong. No one with a disability has tested it yet, and no one has audited it.</p>
<p class="govuk-body">Files that other people send, and websites that we lead to, may be less accessible than this one.</p>
<h2 class="govuk-heading-m">Tell us</h2>
<p class="govuk-body">If something does not work for you, or you need a page in another form, tell the council’s contracts team: see <a class="govuk-link" href="/contact">Contact</a>. Say which page it is, and what you use to read it.</p>
<h2 class="govuk-heading-m">If you are not content with the answer</h2>
<p class="govuk-body">The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. <a class="govuk-link" href="https://www.equalityadvisoryservice.com/" rel="external">Contact the Equality Advisory and Support Service</a>.</p>
<h2 class="govuk-heading-m">About this statement</h2>
<p class="govuk-body">It was prepared on 22 November 2026 for version 0.1. It rests on tests by machine with axe in a browser, and on our own use by keyboard and on narrow screens.</p>`
