/** How a result came about, as a block: one sentence, the rule's row with the band that applies, the figures. */
import { classes } from './attributes.ts'
import { type Content, type Html, html } from './html.ts'
import type { StatusColour } from './status-tag.ts'

/** One cell of the rule's row: *Red*, *over 5%*. */
export type Band = {
  readonly name: string
  readonly colour?: StatusColour | undefined
  readonly text: Content
  readonly isMarked?: boolean | undefined
  /** A word on a cell that is not marked and still means something: *Permitted too*. */
  readonly note?: Content
}

/** Options of the rule's row. `mark` says what the marked cell is: *This service*. */
export type BandRowOptions = {
  readonly label: string
  readonly bands: readonly Band[]
  readonly mark: string
}

const band = ({ name, colour, text, isMarked, note }: Band, mark: string): Html => html`<li class="${classes(
  'plumbline-bands__band',
  colour && `plumbline-bands__band--${colour}`,
  isMarked && 'plumbline-bands__band--marked',
)}"${isMarked && html` aria-current="true"`}>
<span class="plumbline-bands__name">${name}</span> ${text}
${isMarked && html`<span class="plumbline-bands__mark">${mark}</span>`}
${note !== undefined && html`<span class="plumbline-bands__mark">${note}</span>`}
</li>`

/** A row of a table of tolerances, with the cell that applies marked by a line and by words. */
export const bandRow = ({ label, bands, mark }: BandRowOptions): Html =>
  html`<ul class="plumbline-bands" aria-label="${label}">${bands.map((each) => band(each, mark))}</ul>`

/** Options of an explanation. Its id makes it a place to link to. */
export type ExplanationOptions = {
  readonly id: string
  readonly title: string
  readonly colour?: StatusColour | undefined
  readonly tag?: Content
  readonly sentence: Content
  readonly content?: Content
}

/** One block of a page that says why. */
export const explanation = (options: ExplanationOptions): Html => html`<section class="${classes(
  'plumbline-explanation',
  options.colour && `plumbline-explanation--${options.colour}`,
)}" id="${options.id}" aria-labelledby="${options.id}-heading">
<div class="plumbline-explanation__heading">
<h2 class="govuk-heading-m" id="${options.id}-heading">${options.title}</h2>
${options.tag}
</div>
<p class="plumbline-explanation__sentence">${options.sentence}</p>
${options.content}
</section>`
