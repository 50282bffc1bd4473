import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { modules } from '#modules'
import { describeApi, operationsOf } from '#platform/openapi.ts'
import { openWeb } from '#platform/web.ts'
import { frameAround } from '../site/frame.ts'
import { site } from '../site/index.ts'
import { aCouncil } from '../testing/world.ts'

type Schema = Record<string, unknown>
type Operation = {
  operationId: string
  parameters?: { name?: string; in?: string; required?: boolean; schema?: Schema; $ref?: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, Schema>
}

const rooms = [...modules, site(modules)]
const document = JSON.parse(JSON.stringify(describeApi(rooms))) as { paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method: method.toUpperCase() as 'GET' | 'POST',
    operation,
  })),
)

test('the description of the API holds together: no loose reference, every name once, every parameter of a path named', () => {
  const find = (reference: string) =>
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Schema | undefined)?.[key], document)
  for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/gu))
    assert.ok(find(reference), reference)
  const names = operations.map(({ operation }) => operation.operationId)
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  )
  for (const {
    path,
    operation: { parameters = [] },
  } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name)
    assert.deepEqual(
      parameters.filter((one) => one.in === 'path').map(({ name }) => name),
      inPath,
      path,
    )
  }
  assert.equal(operations.length, operationsOf(rooms).length)
})

// A correction may be of any field of a reading, so its value has any shape.
const anyShape = ['POST /api/readings/{reading}/corrections.value']

test('nothing is left undescribed: every parameter and every field of a body says what it takes', () => {
  const blank: string[] = []
  const look = (schema: unknown, where: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties, items, anyOf, oneOf, allOf } = schema as {
      properties?: Record<string, Schema>
      items?: unknown
      anyOf?: unknown[]
      oneOf?: unknown[]
      allOf?: unknown[]
    }
    if (!['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'const', 'enum'].some((key) => key in schema)) blank.push(where)
    for (const [name, one] of Object.entries(properties ?? {})) look(one, `${where}.${name}`)
    if (items) look(items, `${where}[]`)
    for (const one of [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])]) look(one, where)
  }
  for (const { method, path, operation } of operations) {
    for (const parameter of operation.parameters ?? [])
      if (!parameter.$ref) look(parameter.schema, `${method} ${path} ${parameter.name}`)
    const body = operation.requestBody?.content['application/json']?.schema
    if (body) look(body, `${method} ${path}`)
  }
  assert.deepEqual(blank, anyShape)
})

test('every operation is there, and answers whoever asks without anything in the shape that it says', async () => {
  const world = await aCouncil()
  const app = await openWeb({
    house: world.house,
    modules: rooms,
    frame: frameAround(rooms),
    council: world.council,
    log: {
      info: () => {},
      warn: () => {},
      error: (...said: unknown[]) => {
        console.error(...said)
      },
    },
  })
  after(() => app.close())
  for (const { method, path, operation } of operations) {
    const answer = await app.inject({
      method,
      url: path.replaceAll(/\{\w+\}/gu, 'none-such'),
      ...(method === 'POST' ? { payload: {} } : {}),
    })
    assert.ok(answer.statusCode < 500, `${method} ${path} answers ${answer.statusCode}`)
    assert.ok(
      operation.responses[answer.statusCode],
      `${method} ${path} answers ${answer.statusCode}, which is not described`,
    )
    const body = answer.json<{ refused?: { what?: string } }>()
    if (answer.statusCode !== 200) {
      assert.ok(body.refused?.what, `${method} ${path}`)
      assert.notEqual(body.refused.what, 'There is no page at this address.', `${method} ${path}`)
    }
  }
})
