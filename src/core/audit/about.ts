/** Texts of a list, or ids of its objects. */
const idsOf = (list: unknown): readonly string[] =>
  Array.isArray(list)
    ? list.flatMap((each: unknown) => {
        if (typeof each === 'string') return [each]
        const id = typeof each === 'object' && each !== null && 'id' in each ? each.id : null
        return typeof id === 'string' ? [id] : []
      })
    : []

/**
 * Returns the services that an event is about, by its payload: `service` is one, `services` are several, each its id
 * or an object with an `id`. So the events of a contract or a visit stand on the timeline of its service too.
 */
export const servicesOf = (payload: object): readonly string[] => {
  const { service, services } = payload as { readonly service?: unknown; readonly services?: unknown }
  return [...new Set([...(typeof service === 'string' ? [service] : []), ...idsOf(services)])]
}
