type Mask = { readonly what: RegExp; readonly instead: string; readonly why: string }

/** What other programs put into their messages, and must not stand in a log. */
const masks: readonly Mask[] = [
  { what: /(?<=:\/\/)[^\s/@]+(?=@)/g, instead: '…', why: 'a name and password in an address' },
  {
    what: /[^\s<>"'(),;:=@/…]+@[^\s<>"'(),;:=@/]+/g,
    instead: '(email)',
    why: 'mail servers repeat who a mail is for',
  },
  {
    what: /(?<=invalid input (?:syntax|value)[^"\n]*)"[^\n]*/g,
    instead: '(value)',
    why: 'PostgreSQL repeats what it cannot read',
  },
  {
    what: /Unexpected (?:token|non-whitespace|end)[^\n]*JSON[^\n]*/g,
    instead: 'It is not JSON',
    why: 'as the parser of JSON does',
  },
  { what: /[\w-]{43,}/g, instead: '(secret)', why: 'tokens of sessions and links have 43 letters' },
]

/** Returns a text without what must not stand in a log. */
export const masked = (text: string): string =>
  masks.reduce((found, { what, instead }) => found.replace(what, instead), text)
