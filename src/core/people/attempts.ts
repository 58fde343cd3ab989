/** How failed attempts slow the next one: enough to stop guessing, little enough that nobody is shut out. */

/** A limit: so many failures are free, then the wait begins and doubles, up to the longest. In seconds. */
export type Limit = { readonly free: number; readonly first: number; readonly longest: number }

/**
 * What is counted. A browser in which the person signed in before is counted for itself alone: whatever others try
 * elsewhere, it does not slow its owner.
 */
export const limits = {
  /** One account from one source: somebody guesses, or has forgotten. */
  'account-and-source': { free: 5, first: 30, longest: 900 },
  /** One source, whatever the account: an office behind one address has room. */
  source: { free: 50, first: 30, longest: 900 },
  /** One account from everywhere: guessing that is spread over many sources. Short, since it also meets its owner. */
  account: { free: 30, first: 5, longest: 60 },
  /** One account on a browser that it knows. */
  device: { free: 10, first: 30, longest: 900 },
  /** Second factors of one account: six digits must not be guessed. */
  factor: { free: 5, first: 30, longest: 3600 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** Failures are forgotten after this many seconds without another. */
export const forgottenAfter = 86_400

/** Returns how many seconds to wait after so many failures. */
export const waitAfter = (failures: number, { free, first, longest }: Limit): number =>
  failures < free ? 0 : Math.min(longest, first * 2 ** Math.min(failures - free, 30))

/** Returns a wait in words: whole minutes, or less than one. */
export const waitInWords = (seconds: number): string =>
  seconds < 60 ? 'a minute' : seconds < 120 ? '2 minutes' : `${Math.ceil(seconds / 60)} minutes`
