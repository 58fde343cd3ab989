import type { RegisterSearch } from '../../core/publication/search.ts'

const longest = 100

/** Reads what the register was asked for. What is not understood is left out. */
export const searchOf = (query: URLSearchParams): RegisterSearch => {
  const given = (name: string): string | null => query.get(name)?.trim().slice(0, longest) || null
  const page = Number(query.get('page') ?? 1)
  return {
    words: given('q'),
    type: given('type'),
    place: given('place'),
    rating: given('rating'),
    suspended: query.get('suspended') === 'yes',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Returns the address of what was asked for: the same for the same question, so that its answer can be kept. */
export const addressOf = (search: RegisterSearch, path: string): string => {
  const query = new URLSearchParams()
  if (search.words !== null) query.set('q', search.words)
  if (search.type !== null) query.set('type', search.type)
  if (search.place !== null) query.set('place', search.place)
  if (search.rating !== null) query.set('rating', search.rating)
  if (search.suspended) query.set('suspended', 'yes')
  if (search.page > 1) query.set('page', String(search.page))
  return query.size === 0 ? path : `${path}?${query}`
}
