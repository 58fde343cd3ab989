import { type Html, html } from './html.ts'

const quiet = 4

/** Draws a QR code from its dark modules. Whoever cannot scan it reads the same as text beside it. */
export const qrCode = (modules: readonly (readonly boolean[])[], label: string): Html => {
  const size = modules.length + 2 * quiet
  const dark = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  return html`<svg class="plumbline-qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#000000" d="${dark}"/></svg>`
}

/** A secret as text, to be typed or copied elsewhere. */
export const secretText = (text: string): Html => html`<span class="plumbline-secret">${text}</span>`
