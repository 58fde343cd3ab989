import { classes } from './attributes.ts'
import { type Html, html } from './html.ts'

/** Colours that mean something. */
export type StatusColour = 'red' | 'amber' | 'green' | 'grey' | 'blue'

/** Options of a status tag. `outlined` is for what is not settled yet; `prefix` says so: *Proposed*. */
export type StatusTagOptions = {
  readonly text: string
  readonly colour: StatusColour
  readonly outlined?: boolean | undefined
  readonly prefix?: string | undefined
}

/** A state as a coloured tag that always carries its word, so that no one depends on the colour. */
export const statusTag = ({ text, colour, outlined, prefix }: StatusTagOptions): Html =>
  html`<strong class="${classes(
    'plumbline-tag',
    `plumbline-tag--${colour}`,
    outlined && 'plumbline-tag--outlined',
  )}">${prefix && html`<span class="plumbline-tag__prefix">${prefix}:</span> `}${text}</strong>`
