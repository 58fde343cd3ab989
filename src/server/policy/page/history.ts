import { type Day, dayOf, plusDays } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { diffPacks } from '../../../core/policy/diff.ts'
import { details } from '../../../ui/components/details.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import type { PolicyVersion, StoredPolicy } from '../queries.ts'
import { facts, points } from './section.ts'

/** A version with its document. */
export type KnownVersion = { readonly version: PolicyVersion; readonly stored: StoredPolicy }

/** Returns the versions in the order in which they came into force. Of two of one day, the one stored later holds. */
export const inOrderOfForce = <Each extends { readonly inForceFrom: Day }>(
  versions: readonly Each[],
): readonly Each[] => versions.toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1))

const inForce = ({ inForceFrom }: PolicyVersion, next: PolicyVersion | undefined, today: Day): string => {
  const from = dayInWords(inForceFrom)
  if (next?.inForceFrom === inForceFrom) return 'Never in force: another version of the same day replaced it'
  if (next !== undefined) return `From ${from} to ${dayInWords(plusDays(next.inForceFrom, -1))}`
  return inForceFrom > today ? `Will be in force from ${from}` : `In force since ${from}`
}

const differences = (before: StoredPolicy | undefined, after: StoredPolicy): Content => {
  if (before === undefined) return html`<p class="govuk-body">The first version here.</p>`
  const found = diffPacks(before.files, after.files)
  if (found.length === 0) return html`<p class="govuk-body">It says the same as the version before.</p>`
  return details({
    summaryText: `What changed from version ${before.policy.reference.version}: ${found.length}`,
    html: points(found),
  })
}

/** Every version that the council adopted, newest first: when it was in force, and in what it differs from the one before. */
export const history = (known: readonly KnownVersion[], today: Day): Html => {
  const rows = known.map(({ version, stored }, index) => {
    const address = `/policy?version=${version.sha256}`
    return [
      `${version.pack}, version ${version.version}`,
      html`<p class="govuk-body">${inForce(version, known[index + 1]?.version, today)}. Stored here on ${dayInWords(dayOf(version.recordedAt))}. <a class="govuk-link" href="${address}">Read it<span class="govuk-visually-hidden">: version ${version.version} of ${dayInWords(version.inForceFrom)}</span></a></p>
${differences(known[index - 1]?.stored, stored)}`,
    ] as const
  })
  return html`${facts(rows.toReversed())}
<p class="govuk-body">To read the policy of a day, add the day to this page’s address, such as <code>/policy?on=${today}</code>.</p>`
}
