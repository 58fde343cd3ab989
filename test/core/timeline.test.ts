/** Several sources in one order, page by page: nothing is passed over, and nothing comes twice. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'
import { inOneOrder } from '../../src/core/timeline/in-one-order.ts'

type Item = { readonly day: Day; readonly id: number }

const first = day('2026-01-01')

/** Walks all pages, each source answering with its latest of a day and before. */
const walk = (
  sources: readonly (readonly Item[])[],
  limit: number,
  enough: number,
): readonly (readonly Item[])[] => {
  const pages: (readonly Item[])[] = []
  for (let through: Day | null = day('2026-12-31'); through !== null; ) {
    const until: Day = through
    const answers = sources.map((source) => source.filter((item) => item.day <= until).slice(0, limit))
    const stretch = inOneOrder(answers, { limit, enough })
    pages.push(stretch.items)
    through = stretch.through
    assert.ok(pages.length < 500, 'it never ends')
  }
  return pages
}

const source = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })

test('walking the pages gives everything once, the latest first', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 4 }), fc.integer({ min: 1, max: 8 }), (given, enough) => {
      const sources = given.map((days, of) =>
        days
          .toSorted((one, other) => other - one)
          .map((number, index) => ({ day: plusDays(first, number), id: of * 100 + index })),
      )
      // As many as a day may hold at most: more than that on one day cannot be told apart by days.
      const limit =
        1 +
        Math.max(
          0,
          ...sources.flatMap((of) =>
            [...Map.groupBy(of, (item) => item.day).values()].map(({ length }) => length),
          ),
        )
      const told = walk(sources, limit, enough).flat()
      assert.deepEqual(
        told.map((item) => item.id).toSorted(),
        sources
          .flat()
          .map((item) => item.id)
          .toSorted(),
      )
      assert.deepEqual(
        told.map((item) => item.day),
        told
          .map((item) => item.day)
          .toSorted()
          .toReversed(),
      )
    }),
  )
})

test('a day is never torn in two', () => {
  const busy = Array.from({ length: 5 }, (_, id) => ({ day: first, id }))
  const { items, through } = inOneOrder([busy, [{ day: plusDays(first, -9), id: 9 }]], {
    limit: 50,
    enough: 2,
  })
  assert.equal(items.length, 5)
  assert.equal(through, plusDays(first, -1))
})

test('nothing gives nothing', () => {
  assert.deepEqual(inOneOrder([[], []], { limit: 5, enough: 2 }), { items: [], through: null })
})
