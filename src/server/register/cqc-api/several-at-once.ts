/** Does work on each item, several at once, and gives the results in the order of the items. */
export async function* severalAtOnce<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  let next = 0
  while (next < items.length || underWay.length > 0) {
    while (next < items.length && underWay.length < atOnce) {
      const result = work(items[next] as Item)
      // One that fails before its turn has nobody waiting for it yet, and would end the process.
      result.catch(() => {})
      underWay.push(result)
      next += 1
    }
    const first = underWay.shift()
    if (first) yield await first
  }
}
