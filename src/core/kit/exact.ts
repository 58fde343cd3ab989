/**
 * Exact quantities: a tolerance is compared as it is written, never as a float, so that 50 of 1000 is 5% and
 * not a hair more.
 */
export type Fraction = { readonly numerator: number; readonly denominator: number }

/** A quantity as someone wrote it, with its exact value: `5%` is 5/100, `2.5` is 25/10. Never negative. */
export type Quantity = Fraction & { readonly text: string }

const shape = /^(\d{1,9})(?:\.(\d{1,4}))?(%?)$/

/** Returns the quantity that a text such as `5%`, `2.5%` or `12` means, or null where it means none. */
export const quantityOf = (text: string): Quantity | null => {
  const [, whole = '', decimals = '', percent] = shape.exec(text) ?? []
  if (whole === '') return null
  const denominator = 10 ** (decimals.length + (percent === '%' ? 2 : 0))
  return { text, numerator: Number(whole + decimals), denominator }
}

const signOf = <Whole extends number | bigint>(left: Whole, right: Whole): -1 | 0 | 1 =>
  left < right ? -1 : left > right ? 1 : 0

/** Returns less than, equal to or more than 0 as the first is less than, equal to or more than the second. */
export const compare = (first: Fraction, second: Fraction): -1 | 0 | 1 => {
  const [left, right] = [first.numerator * second.denominator, second.numerator * first.denominator]
  // Products that a double holds exactly need no big integers; nearly all are so.
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return signOf(left, right)
  return signOf(
    BigInt(first.numerator) * BigInt(second.denominator),
    BigInt(second.numerator) * BigInt(first.denominator),
  )
}

/** Returns the fraction as a decimal for display, rounded to six places. Never compared. */
export const shown = ({ numerator, denominator }: Fraction): number => rounded(numerator / denominator)

/** Returns a number rounded to six decimal places, for display. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/**
 * Returns a share in words with at most one decimal: `7.5%`. Where rounding would hide on which side of
 * the rounded figure the share lies, it says so: `just over 5%`.
 */
export const percentInWords = ({ numerator, denominator }: Fraction): string => {
  const tenths = Math.round((numerator * 1000) / denominator)
  const side = compare({ numerator, denominator }, { numerator: tenths, denominator: 1000 })
  const figure = `${tenths / 10}%`
  if (side === 0 || tenths % 10 !== 0) return figure
  return side > 0 ? `just over ${figure}` : `just under ${figure}`
}
