/** Intelligence keeps references and dates of people, not who they are: this finds what should not stand in a text. */

const nhsNumber = /(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)/g
const longNumber = /(?<!\d)\d(?:[ -]?\d){7,}(?!\d)/
const born =
  /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19\d{2}|20[01]\d)(?!\d)/i
const titled = /\b(?:Mr|Mrs|Ms|Miss|Master|Mx)\.?\s+\p{Lu}[\p{L}’'-]+/u

/** Whether ten digits are an NHS number: the last checks the others (modulus 11). */
const isNhsNumber = (digits: string): boolean => {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

const holdsNhsNumber = (text: string): boolean =>
  [...text.matchAll(nhsNumber)].some(([, one = '', two = '', three = '']) => isNhsNumber(one + two + three))

/** Returns what must be taken out of a text, in words that end "It looks as if it holds ..."; null where nothing must. */
export const mustNotStand = (text: string): string | null => {
  if (holdsNhsNumber(text)) return 'an NHS number'
  if (born.test(text)) return 'a date of birth'
  return longNumber.test(text) ? 'a telephone number or another long number' : null
}

/** Returns the name of a person that seems to stand in a text: *Mrs Smith*; null where none is seen. */
export const nameSeen = (text: string): string | null => titled.exec(text)?.[0] ?? null

/** Whether a reference is written as an NHS number is: in groups of three, three and four. */
export const isWrittenAsNhsNumber = (text: string): boolean =>
  /\d{3}[ -]\d{3}[ -]\d{4}/.test(text) && holdsNhsNumber(text)
