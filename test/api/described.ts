/** The description of the API, as a program reads it: to hold answers against it. */
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Operation } from '../../src/server/platform/api/operation.ts'
import { asking } from '../support/api.ts'
import type { TestApp } from '../support/app.ts'

export type Described = {
  readonly document: Readonly<Record<string, unknown>>
  /** What of an answer is not as the description says. */
  readonly wrong: (operation: Operation, answer: Response, text: string) => readonly string[]
  /** What of a body is not as the description asks. */
  readonly wrongBody: (operation: Operation, body: unknown) => readonly string[]
}

type Json = { readonly [name: string]: Json }

/** Reads the description that the API gives of itself. */
export const describedBy = async (plumbline: TestApp): Promise<Described> => {
  const document = (await (await asking(plumbline, null, 'GET', '/openapi.json')).json()) as Json
  const ajv = new Ajv2020.default({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const wrongIn = (schema: Json | undefined, value: unknown): readonly string[] => {
    if (schema === undefined) return ['the description does not know of it']
    // The named schemas come along: references lead to them.
    const validate = ajv.compile({ allOf: [schema], components: document.components })
    return validate(value)
      ? []
      : (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`)
  }
  const of = ({ method, path }: Operation): Json | undefined =>
    document.paths?.[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  return {
    document,
    wrong: (operation, answer, text) => {
      const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
      const schema = of(operation)?.responses?.[answer.status]?.content?.[type]?.schema
      return wrongIn(schema, type.endsWith('json') && !type.includes('ndjson') ? JSON.parse(text) : text)
    },
    wrongBody: (operation, body) =>
      wrongIn(of(operation)?.requestBody?.content?.['application/json']?.schema, body),
  }
}
