/**
 * Writes markup in one canonical form, so that two pieces can be compared as a browser would see them:
 * order of attributes and classes, and white space that is not shown, make no difference.
 */
import { parseHTML } from 'linkedom'

type Branch = {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<Branch>
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>
}

const elementType = 1
const textType = 3

/** Elements that stand within a line: space beside them is seen. */
const inline = new Set(['A', 'SPAN', 'STRONG', 'B', 'EM', 'LABEL', 'INPUT', 'SVG', 'TIME', 'CODE'])

/** A value in its canonical form. The order of classes has no meaning. */
const canonicalValue = (name: string, value: string): string => {
  const words = value.trim().split(/\s+/)
  return name === 'class' ? words.sort().join(' ') : words.join(' ')
}

const openingTag = (element: Branch): string =>
  [...(element.attributes ?? [])]
    .map(({ name, value }) => `${name}="${canonicalValue(name, value)}"`)
    .sort()
    .reduce((tag, attribute) => `${tag} ${attribute}`, element.nodeName.toLowerCase())

const isInline = (node: Branch | undefined): boolean =>
  node !== undefined && (node.nodeType === textType || inline.has(node.nodeName.toUpperCase()))

/** Space at the edge of an element, or beside one that starts its own line, is not shown. */
const canonicalText = (siblings: readonly Branch[], index: number, parent: Branch): string => {
  const keepsEdges = parent.nodeName.toUpperCase() === 'SPAN'
  const shows = (node: Branch | undefined) => (node === undefined ? keepsEdges : isInline(node))
  const text = (siblings[index]?.textContent ?? '').replace(/\s+/g, ' ')
  const start = shows(siblings[index - 1]) ? text : text.trimStart()
  return shows(siblings[index + 1]) ? start : start.trimEnd()
}

const lines = (node: Branch, depth: number): readonly string[] => {
  const siblings = [...node.childNodes].filter(
    ({ nodeType }) => nodeType === elementType || nodeType === textType,
  )
  const indent = '  '.repeat(depth)
  return siblings.flatMap((child, index) => {
    if (child.nodeType === elementType) return [`${indent}<${openingTag(child)}>`, ...lines(child, depth + 1)]
    const text = canonicalText(siblings, index, node)
    return text === '' ? [] : [`${indent}"${text}"`]
  })
}

/** Returns the canonical form of a piece of markup, one line for each element and text. */
export const canonical = (markup: string): string => {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`)
  document.body.normalize()
  return lines(document.body as unknown as Branch, 0).join('\n')
}
