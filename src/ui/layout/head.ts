import { type Html, html } from '../html.ts'

/** Where the files of `public/` are served. */
export const assetsPath = '/assets'

/** The colour of the browser's own bar: that of the header. */
const themeColour = '#1b3a5c'

/** Options of the document's head. The council's own colour comes as a style sheet of one rule. */
export type HeadOptions = {
  readonly title: string
  readonly stylesheets?: readonly string[] | undefined
  readonly modules?: readonly string[] | undefined
}

const stylesheet = (address: string): Html => html`<link rel="stylesheet" href="${address}">
`

const module = (address: string): Html => html`<script type="module" src="${address}"></script>
`

/** The document's head. Scripts are modules: they run after the page stands, and old browsers leave them. */
export const head = ({ title, stylesheets = [], modules = [] }: HeadOptions): Html => html`<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="${themeColour}">
<link rel="icon" href="${assetsPath}/favicon.svg" type="image/svg+xml">
${[`${assetsPath}/plumbline.css`, ...stylesheets].map(stylesheet)}${[`${assetsPath}/plumbline.js`, ...modules].map(module)}</head>`
