/**
 * Returns the same text in memory of its own. The engine keeps a part of a longer text as a window on the whole: a
 * single id that somebody holds on to would hold the 64 KB that it was read with.
 */
export const ownCopy = (text: string): string => ` ${text}`.slice(1)
