/**
 * Returns the function with its answers kept for as long as the thing asked about lives: for what is worked out of
 * a policy once and said of thirty thousand services. The thing must never change.
 */
export const once = <Thing extends object, Answer>(
  work: (thing: Thing) => Answer,
): ((thing: Thing) => Answer) => {
  const answers = new WeakMap<Thing, { readonly answer: Answer }>()
  return (thing) => {
    const known = answers.get(thing)
    if (known !== undefined) return known.answer
    const answer = work(thing)
    answers.set(thing, { answer })
    return answer
  }
}
