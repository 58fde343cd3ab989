/**
 * What a handler asks of another server. Its unit of work is saved first, then `ask` goes out, and what it gives runs in
 * a unit of its own: nobody's connection to the database waits for somebody else's network.
 */
export type Outside = { readonly ask: () => Promise<() => Promise<Response>> }

/** Returns what a handler answers that must ask another server: what it asks, and what is done with the answer. */
export const askOutside = <Answer>(
  ask: () => Promise<Answer>,
  then: (answer: Answer) => Promise<Response>,
): Outside => ({
  ask: async () => {
    const answer = await ask()
    return () => then(answer)
  },
})
