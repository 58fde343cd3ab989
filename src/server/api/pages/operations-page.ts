import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { areaOf, type Operation } from '../../platform/api/operation.ts'

const addressOf = ({ method, path }: Operation): string =>
  `${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`

const areaTable = (area: string, operations: readonly Operation[]): Html =>
  scrollRegion({
    label: area,
    content: table({
      caption: area,
      captionClasses: 'govuk-table__caption--m',
      head: ['What it does', 'Address', 'Scope'].map((text) => ({ text })),
      firstCellIsHeader: true,
      rows: operations.map((operation) => [
        {
          html: html`${operation.does}${operation.says !== undefined && html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${operation.says.replaceAll('`', '')}</span>`}`,
        },
        { html: html`<code>${addressOf(operation)}</code>` },
        { html: html`<code>${operation.scope ?? 'any'}</code>` },
      ]),
    }),
  })

/** Everything that the API can do, for people: made of the table that carries it out. */
export const operationsPage = (operations: readonly Operation[]): Html => html`${pageHeading({
  text: 'What the API can do',
})}
<p class="govuk-body">Other systems read and write here with a token, and spreadsheets fetch their files. An administrator makes tokens under Administration.</p>
<ul class="govuk-list govuk-list--bullet">
<li>The description for programs, by OpenAPI 3.1: <a class="govuk-link" href="/api/v1/openapi.json">openapi.json</a></li>
<li>Send the token with each request: <code>Authorization: Bearer TOKEN</code></li>
<li>Lists have <code>items</code> and <code>next</code>. Send <code>next</code> as <code>after</code> for the next page.</li>
<li>What writes needs an <code>Idempotency-Key</code>. The same request sent twice is carried out once.</li>
<li>A spreadsheet sends the token as the password of basic authentication, with any name. This works for files only.</li>
</ul>
${[...Map.groupBy(operations, areaOf)].map(([area, those]) => areaTable(area, those))}`
