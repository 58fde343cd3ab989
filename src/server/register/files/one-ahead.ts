/**
 * Passes items on, and works on the next while the last is dealt with: reading a file and writing to the database then
 * take turns no more. Only one is held in advance, so that memory stays flat.
 */
export async function* oneAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const source = items[Symbol.asyncIterator]()
  const ask = (): Promise<IteratorResult<Item>> => {
    const next = source.next()
    // One that fails before its turn has nobody waiting for it yet, and would end the process.
    next.catch(() => {})
    return next
  }
  let coming = ask()
  try {
    for (let found = await coming; !found.done; found = await coming) {
      coming = ask()
      yield found.value
    }
  } finally {
    await coming.catch(() => {})
    await source.return?.()
  }
}
