/** Amounts and counts as people type them. */

const money = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{1,2}))?$/

/** Returns an amount in pence: `£12,345.50`, `12345.5` or `12345`; null where it is none. */
export const penceTyped = (text: string): number | null => {
  const [, pounds = '', pence = ''] = money.exec(text.trim()) ?? []
  return pounds === '' ? null : Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'))
}

/** Returns pence as people write them: `£12,345.50`, and `£12,345` where there are none. */
export const poundsInWords = (pence: number): string => {
  const pounds = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return pence % 100 === 0 ? `£${pounds}` : `£${pounds}.${String(pence % 100).padStart(2, '0')}`
}

/** Returns a whole number of 1 or more; null where it is none. */
export const countTyped = (text: string): number | null =>
  /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text.trim()) : null
