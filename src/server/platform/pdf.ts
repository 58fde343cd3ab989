import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Instant, secondsOf } from '../../core/kit/days.ts'

/** Made when the first document is asked for: it takes its time, and many installations print seldom. */
const compilers: NodeCompiler[] = []

const compiler = (): NodeCompiler => {
  const [first] = compilers
  if (first) return first
  const made = NodeCompiler.create({})
  compilers.push(made)
  return made
}

const saidBy = (found: { readonly shortDiagnostics: readonly unknown[] } | null): string =>
  JSON.stringify(found?.shortDiagnostics ?? [])

/**
 * Returns a PDF that screen readers can read (PDF/UA-1), from a template of Typst and the data that it asks for as
 * `sys.inputs.data`. The same data give the same bytes. Throws where the template has a fault or a warning: an unknown
 * font, say, would be no more than a warning.
 */
export const pdfOf = (template: string, data: object, made: Instant): Uint8Array<ArrayBuffer> => {
  const typst = compiler()
  const result = typst.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  const [fault, warning] = [result.takeError(), result.takeWarnings()]
  if (result.result === null || fault !== null || (warning?.shortDiagnostics.length ?? 0) > 0)
    throw new Error(`The template of a PDF has a fault: ${saidBy(fault ?? warning)}`)
  const bytes = typst.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: secondsOf(made) })
  typst.evictCache(1)
  return new Uint8Array(bytes)
}
