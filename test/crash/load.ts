/** Many people who record concerns at once, until the server is gone. */
import { type Browser, type Concern, makeConcern, record } from './concerns.ts'

/** What the people know: each concern they sent, and those that the server said were saved. */
export type Book = { readonly sent: Map<string, Concern>; readonly acknowledged: Set<string> }

export type Load = {
  /** Resolves when so many concerns were acknowledged; rejects if the server is gone before. */
  readonly reached: Promise<void>
  /** Resolves when nobody gets an answer any more. */
  readonly over: Promise<unknown>
}

const people = 12

/** Lets everybody record one concern after the other, and writes down in the book what was sent and acknowledged. */
export const startLoad = (browser: Browser, book: Book, enough: number): Load => {
  const { promise: reached, resolve, reject } = Promise.withResolvers<void>()
  const before = book.acknowledged.size
  const send = async (): Promise<void> => {
    for (;;) {
      const concern = makeConcern(book.sent.size)
      book.sent.set(concern.id, concern)
      await record(browser, concern)
      book.acknowledged.add(concern.id)
      if (book.acknowledged.size - before >= enough) resolve()
    }
  }
  // Once enough were acknowledged the server is killed, and each person's last press gets no answer.
  const over = Promise.all(Array.from({ length: people }, () => send().catch(reject)))
  return { reached, over }
}
