import { type PaginationItem, pagination } from './components/pagination.ts'
import type { Content } from './html.ts'

/** Options of the way through a long list: which page of how many, and the address of each. */
export type PagesOfOptions = {
  readonly page: number
  readonly pages: number
  readonly address: (page: number) => string
}

/** The first page, the last, the current one and its neighbours; dots for the rest. */
const shownPages = (page: number, pages: number): readonly number[] =>
  Array.from({ length: pages }, (_, index) => index + 1).filter(
    (each) => each === 1 || each === pages || Math.abs(each - page) <= 1,
  )

/** Leads through a long list page by page; nothing where all fits on one. */
export const pagesOf = ({ page, pages, address }: PagesOfOptions): Content => {
  if (pages <= 1) return ''
  const shown = shownPages(page, pages)
  const items = shown.flatMap((each, index): readonly PaginationItem[] => {
    const link = { number: each, href: address(each), current: each === page }
    return each - (shown[index - 1] ?? 0) > 1 ? [{ ellipsis: true }, link] : [link]
  })
  return pagination({
    items,
    previous: page > 1 ? { href: address(page - 1) } : undefined,
    next: page < pages ? { href: address(page + 1) } : undefined,
  })
}
