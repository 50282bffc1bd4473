import { z } from 'zod'
import type { Module, Offer } from './module.ts'
import { anyone } from './use-case.ts'
import { signIn } from './web/session.ts'

type Json = Record<string, unknown>
type JsonSchema = Json & { type?: unknown; properties?: Record<string, Json>; required?: string[] }

/** One operation as people want to see it listed. */
export type Operation = { method: 'GET' | 'POST'; path: string; name: string; title: string; may: readonly string[] }

/** Every operation of the API, in the order of the modules. */
export function operationsOf(modules: Module[]): Operation[] {
  const all: Offer[] = [signInOffer, ...modules.flatMap((module) => module.offers ?? [])]
  return all.map(({ method, path, does: { name, title, may } }) => ({ method, path: `/api${path}`, name, title, may }))
}

const signInOffer: Offer = { method: 'POST', path: '/sign-in', does: signIn }

/** The API's description in OpenAPI 3.1, from the same schemas that check what arrives. */
export function describeApi(modules: Module[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  const describe = (offer: Offer, tag: string) => {
    const path = `/api${offer.path}`.replaceAll(/:([A-Za-z]+)/gu, '{$1}')
    paths[path] ??= {}
    paths[path][offer.method.toLowerCase()] = operation(offer, tag)
  }
  describe(signInOffer, 'platform')
  for (const module of modules) for (const offer of module.offers ?? []) describe(offer, module.name)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Remit',
      version: '1',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      description:
        'What a council decided, what that authorises, and what was done under it. Amounts are whole pence, '
        + 'days are year-month-day, and every refusal says why and what to do next.',
    },
    servers: [{ url: '/' }],
    tags: [{ name: 'platform' }, ...modules.filter(({ offers }) => offers?.length).map(({ name }) => ({ name }))],
    paths,
    components: {
      schemas: { Refused: refused, SignedIn: signedIn },
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A program’s key, which an administrator makes, or in a demo council a token from POST /api/sign-in. Cookies are taken for reading only.',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', format: 'uuid' },
          description:
            'A UUID of your own for this act: sent twice, it is done once, and the second answer is the first.',
        },
      },
      responses: Object.fromEntries(
        Object.entries(refusals).map(([name, { description }]) => [
          name,
          { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } } },
        ]),
      ),
    },
  }
}

function operation({ method, path, does }: Offer, tag: string): Json {
  const input = jsonSchema(does.input, 'input')
  const inPath = [...path.matchAll(/:([A-Za-z]+)/gu)].map(([, name]) => name ?? '')
  const inQuery = Object.keys(input.properties ?? {}).filter((name) => !inPath.includes(name))
  const schemaOf = (name: string) => input.properties?.[name] ?? { type: 'string' }
  const parameters: Json[] = inPath.map((name) => ({ name, in: 'path', required: true, schema: schemaOf(name) }))
  const open = does.may.includes(anyone)
  const described: Json = {
    operationId: does.name,
    summary: does.title,
    tags: [tag],
    description: open ? 'Open to anyone.' : `For ${does.may.join(', ')}.`,
    security: open ? [] : [{ session: [] }],
  }
  if (method === 'GET') {
    for (const name of inQuery) {
      parameters.push({ name, in: 'query', required: input.required?.includes(name) ?? false, schema: schemaOf(name) })
    }
  } else {
    if (does !== signIn) parameters.push({ $ref: '#/components/parameters/IdempotencyKey' })
    const schema = without(input, inPath)
    described['requestBody'] = { required: inQuery.length > 0, content: { 'application/json': { schema } } }
  }
  if (parameters.length) described['parameters'] = parameters
  const output = 'output' in does && does.output ? jsonSchema(does.output, 'output') : {}
  const answer = does === signIn ? { $ref: '#/components/schemas/SignedIn' } : output
  described['responses'] = {
    200: { description: 'Done, or the answer.', content: { 'application/json': { schema: answer } } },
    ...Object.fromEntries(
      Object.entries(refusals).map(([name, { status }]) => [status, { $ref: `#/components/responses/${name}` }]),
    ),
  }
  return described
}

const refusals = {
  Unread: { status: 400, description: 'The request could not be read.' },
  UnknownCaller: { status: 401, description: 'Nobody has signed in, or the token has run out.' },
  Forbidden: { status: 403, description: 'This person may not do this.' },
  Missing: { status: 404, description: 'There is no such record, or none that this person may know of.' },
  Changed: { status: 409, description: 'Somebody else was faster.' },
  Refused: { status: 422, description: 'The input does not fit, or a rule stands in the way.' },
  TooOften: { status: 429, description: 'Asked too often; Retry-After says for how long to wait.' },
  Broken: { status: 500, description: 'Something went wrong on our side; nothing was half done.' },
}

const refused = {
  type: 'object',
  required: ['refused'],
  properties: {
    refused: {
      type: 'object',
      required: ['what', 'because', 'next', 'fields'],
      properties: {
        what: { type: 'string', description: 'What is refused, in one sentence' },
        because: { type: 'array', items: { type: 'string' }, description: 'Each reason, with its numbers' },
        next: { type: ['string', 'null'], description: 'What to do next' },
        fields: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'For input that does not fit: how to mend each field',
        },
      },
    },
  },
}

const signedIn = {
  type: 'object',
  required: ['token', 'expires', 'account', 'name', 'roles'],
  properties: {
    token: { type: 'string' },
    expires: { type: 'string', format: 'date-time' },
    account: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    roles: { type: 'array', items: { type: 'string' } },
  },
}

/** A zod schema as JSON Schema; what only a program can hold is described as the text or number that stands for it. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => {
      if (zodSchema._zod.def.type === 'bigint') made.type = 'integer'
    },
  })
  return rest as JsonSchema
}

function without(schema: JsonSchema, names: string[]): JsonSchema {
  if (!schema.properties || names.length === 0) return schema
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !names.includes(name)))
  const required = schema.required?.filter((name) => !names.includes(name))
  return { ...schema, properties, ...(required ? { required } : {}) }
}
