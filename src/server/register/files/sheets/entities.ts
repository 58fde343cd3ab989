const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const sixteen = 16

const signOf = (entity: string): string => {
  if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), sixteen))
  if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)))
  const sign = named[entity]
  if (sign === undefined) throw new Error('an entity that is not of XML itself')
  return sign
}

/** Returns the text that XML writes so. Throws where it holds an entity that a document would have to declare. */
export const textOfXml = (raw: string): string =>
  raw.includes('&') ? raw.replace(/&([^;&\s]*);?/g, (_, entity: string) => signOf(entity)) : raw
