/** The description of the API by OpenAPI 3.1, made of the very table that carries it out. */
import { z } from 'zod'
import { areaOf, type Operation } from './operation.ts'
import { problemSchema } from './problem-answer.ts'

type Json = Readonly<Record<string, unknown>>
type Schema = Json & { readonly $defs?: Json; readonly properties?: Readonly<Record<string, Json>> }

/** A format says it in a word where zod adds a pattern of two lines. */
const plainer = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, override: plainer })
  // Named schemas stand once for the whole document.
  return JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/'))
}

/** Takes the named schemas out, to stand under components. */
const parted = (schema: Schema): { readonly own: Json; readonly named: Json } => {
  const { $defs = {}, ...own } = schema
  return { own, named: $defs }
}

const partsOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')

/** Returns an operation's name for programs: `GET /services/:service` is `get-services-service`. */
export const operationId = ({ method, path }: Pick<Operation, 'method' | 'path'>): string =>
  [method.toLowerCase(), ...path.split(/[/:.]+/).filter(Boolean)].join('-')

const queryParameters = ({ query }: Operation): readonly Json[] => {
  if (query === undefined) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input')
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: (required as readonly string[]).includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }))
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A new random UUID for each thing to write, and the same one when the same request is tried again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const contentOf = ({ gives }: Operation): { readonly content: Json; readonly named: Json } => {
  if (gives.type === 'text/csv') {
    const columns = gives.columns.map(({ name, says }) => `- \`${name}\`: ${says}`).join('\n')
    return {
      content: {
        'text/csv': { schema: { type: 'string', description: `Columns, in this order:\n${columns}` } },
      },
      named: {},
    }
  }
  const { own, named } = parted(schemaOf(gives.schema, 'output'))
  const schema =
    gives.type === 'application/json' ? own : { type: 'string', description: 'One object of JSON a line.' }
  return { content: { [gives.type]: { schema } }, named: gives.type === 'application/json' ? named : {} }
}

const problemResponse = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const refusals = ({ method, body }: Operation): Json => ({
  400: problemResponse('What was asked cannot be meant.'),
  401: problemResponse('There is no token, or it does not work.'),
  403: problemResponse('The token lacks the scope.'),
  404: problemResponse('It is not there, or the token may not see it.'),
  ...(method === 'GET' ? {} : { 409: problemResponse('It cannot be done as things stand.') }),
  ...(body === undefined ? {} : { 415: problemResponse('The body is not JSON.') }),
  ...(method === 'GET' ? {} : { 422: problemResponse('Fields are wrong, or the key was used before.') }),
  429: problemResponse('Too many calls in a minute. Retry-After says when to go on.'),
})

const describeOne = (operation: Operation): { readonly described: Json; readonly named: Json } => {
  const { method, path, scope, does, says, body, gives, example } = operation
  const { content, named } = contentOf(operation)
  const status = gives.type === 'application/json' ? gives.status : 200
  return {
    named,
    described: {
      operationId: operationId(operation),
      summary: does,
      description: [says, scope === null ? 'Scope: any.' : `Scope: \`${scope}\`.`]
        .filter(Boolean)
        .join('\n\n'),
      tags: [areaOf(operation)],
      security: [{ token: [] }, ...(gives.type === 'application/json' ? [] : [{ password: [] }])],
      parameters: [
        ...partsOf(path).map((name) => ({
          name,
          in: 'path',
          required: true,
          schema: { type: 'string', format: 'uuid' },
        })),
        ...queryParameters(operation),
        ...(method === 'GET' ? [] : [keyParameter]),
      ],
      ...(body === undefined
        ? {}
        : {
            requestBody: {
              required: true,
              content: {
                'application/json': {
                  schema: parted(schemaOf(body, 'input')).own,
                  ...(example === undefined ? {} : { example }),
                },
              },
            },
          }),
      responses: { [status]: { description: does, content }, ...refusals(operation) },
    },
  }
}

const about = `Everything that Plumbline's pages do, for other systems.

- **Tokens.** An administrator makes a token under Administration, with scopes. Send it as \`Authorization: Bearer TOKEN\`.
- **Lists** have \`items\` and \`next\`. Send \`next\` as \`after\` for the next page.
- **Writes** need an \`Idempotency-Key\`: the same request sent twice is carried out once.
- **Problems** come as \`application/problem+json\`: \`title\` says what is wrong, \`detail\` what to do next.
- **Past days.** With \`as-at\` an answer is what was known at the end of that day.`

/** Returns the description of the operations at an installation's address. */
export const describe = (operations: readonly Operation[], address: string): Json => {
  const described = operations.map((operation) => ({ operation, ...describeOne(operation) }))
  const byPath = Map.groupBy(described, ({ operation }) => operation.path.replace(/:(\w+)/g, '{$1}'))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline',
      version: '1',
      description: about,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: `${address}/api/v1` }],
    tags: [...new Set(operations.map(areaOf))].map((name) => ({ name })),
    paths: Object.fromEntries(
      [...byPath].map(([path, those]) => [
        path,
        Object.fromEntries(those.map(({ operation, described: of }) => [operation.method.toLowerCase(), of])),
      ]),
    ),
    components: {
      schemas: Object.assign(
        {},
        parted(schemaOf(problemSchema, 'output')).named,
        ...described.map(({ named }) => named),
      ),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token that an administrator made.' },
        password: {
          type: 'http',
          scheme: 'basic',
          description: 'For spreadsheets: any name, and the token as the password. Files only.',
        },
      },
    },
  }
}
