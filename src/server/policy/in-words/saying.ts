/**
 * What a policy says, in words: pages and commands show it each in its own way. `value` is the value of the pack that
 * is said, so that its paragraph or assumption can stand beside it.
 */
export type Said = { readonly text: string; readonly value?: object | undefined }

/** What it is about, and what is said of it; `section` leads to the part of the page that says more. */
export type Saying = { readonly about: string; readonly said: readonly Said[]; readonly section?: string }

/** Returns a saying of one thing. */
export const saying = (about: string, text: string, value?: object): Saying => ({
  about,
  said: [{ text, value }],
})
