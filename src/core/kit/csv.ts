/** Texts as a file of comma-separated values that spreadsheets open as they are. */

/** What a spreadsheet would take for a formula and carry out, whoever typed it (CWE-1236). */
const formula = /^[=+\-@\t\r]/

const shielded = (text: string): string => (formula.test(text) ? `'${text}` : text)

const quotedCell = (text: string): string =>
  /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Returns rows as CSV by RFC 4180. The mark at its beginning tells Excel that it is UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quotedCell(shielded(cell))).join(',')}\r\n`).join('')}`

/** Returns a cell without the sign that keeps it from being a formula: what we wrote ourselves comes back as it was. */
export const unshielded = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
