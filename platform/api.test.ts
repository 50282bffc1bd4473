import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { describeApi, operationsOf } from './openapi.ts'
import { aBrowser, aDoor, notes } from '#testing/door.ts'

const door = await aDoor()
after(() => door.close())

type Answer = {
  status: number
  headers: Headers
  json: Record<string, unknown> & {
    refused?: { what: string; because: string[]; next: string; fields: Record<string, string> }
  }
}

async function call(
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${door.base}${path}`, {
    method,
    headers: {
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...options.headers,
    },
    ...(options.body === undefined
      ? {}
      : { body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
  })
  return { status: response.status, headers: response.headers, json: (await response.json()) as Answer['json'] }
}

const tokenOf = async (persona: string) =>
  String((await call('POST', '/api/sign-in', { body: { persona } })).json['token'])

test('a program signs in by name or address and acts with the token', async () => {
  const byAddress = await call('POST', '/api/sign-in', { body: { email: 'WANDA@example.org' } })
  assert.equal(byAddress.status, 200)
  assert.equal(byAddress.json['name'], 'Wanda')
  const token = await tokenOf('wanda')
  const kept = await call('POST', '/api/notes', {
    token,
    body: { words: 'by program', sum: 750_000, on: '2022-08-05' },
  })
  assert.deepEqual([kept.status, kept.json], [200, { words: 'by program', sum: 750_000, on: '2022-08-05' }])
  assert.deepEqual((await call('GET', '/api/notes/count', { token })).json, { notes: 1 })
})

test('a refusal has the words of the page and a status of its own', async () => {
  const token = await tokenOf('Wanda')
  const refusal = await call('POST', '/api/notes', { token, body: { words: 'secret' } })
  assert.equal(refusal.status, 422)
  assert.deepEqual(refusal.json, {
    refused: {
      what: 'This may not be noted.',
      because: ['It has 6 letters; none are allowed.'],
      next: 'Write something else.',
      fields: {},
    },
  })
  const wrong = await call('POST', '/api/notes', { token, body: { words: '', sum: -1, on: '2022-02-31' } })
  assert.equal(wrong.status, 422)
  assert.deepEqual(Object.keys(wrong.json.refused?.fields ?? {}).sort(), ['on', 'sum', 'words'])
  const reader = await call('POST', '/api/notes', { token: await tokenOf('Rita'), body: { words: 'x' } })
  assert.equal(reader.status, 403)
  assert.match(reader.json.refused?.because[0] ?? '', /Rita signs in as reader/u)
})

test('an act takes a token: no cookie will do, and a token that has ended will not', async () => {
  const browser = aBrowser(door.base)
  await browser.signInAs('Wanda')
  const withCookie = await browser.go('/api/notes', {
    method: 'POST',
    body: '{"words":"x"}',
    headers: { 'content-type': 'application/json' },
  })
  assert.equal(withCookie.status, 401)
  assert.match(await withCookie.text(), /Authorization: Bearer/u)
  assert.equal((await browser.go('/api/notes/count')).status, 200)
  for (const token of ['x', 'A'.repeat(43)]) {
    assert.equal((await call('POST', '/api/notes', { token, body: { words: 'x' } })).status, 401)
    assert.equal((await call('GET', '/api/notes/count', { token })).status, 401)
  }
  assert.equal((await call('GET', '/api/notes/count')).status, 401)
})

test('an act sent twice with one key is done once, and the key is the sender’s own', async () => {
  const [wanda, walter] = [await tokenOf('Wanda'), await tokenOf('Walter')]
  const headers = { 'idempotency-key': randomUUID() }
  const count = async (token: string) => (await call('GET', '/api/notes/count', { token })).json['notes'] as number
  const before = await count(wanda)
  const twice = await Promise.all(
    [1, 2].map(() => call('POST', '/api/notes', { token: wanda, body: { words: 'once' }, headers })),
  )
  assert.deepEqual(
    twice.map(({ json }) => json['words']),
    ['once', 'once'],
  )
  assert.equal(await count(wanda), before + 1)
  const other = await call('POST', '/api/notes', { token: wanda, body: { words: 'twice' }, headers })
  assert.equal(other.status, 422)
  assert.match(other.json.refused?.what ?? '', /sent before, with something else in it/u)
  assert.equal(await count(wanda), before + 1)
  assert.equal(
    (await call('POST', '/api/notes', { token: walter, body: { words: 'mine' }, headers })).json['words'],
    'mine',
  )
  assert.equal(
    (await call('POST', '/api/notes', { token: wanda, body: { words: 'x' }, headers: { 'idempotency-key': '1' } }))
      .status,
    422,
  )
})

test('fields come from the path first, then from the query or the body', async () => {
  assert.deepEqual((await call('GET', '/api/sums/2?b=3&a=100')).json, { sum: 5 })
  assert.equal((await call('GET', '/api/sums/2?b=3&b=4')).status, 422)
  assert.equal(
    (await call('GET', '/api/sums/2')).json.refused?.fields['b'],
    'Enter an amount in whole pence, for example 750000 for £7,500.',
  )
})

test('what cannot be read is refused in the same shape', async () => {
  const token = await tokenOf('Wanda')
  for (const [body, status] of [
    ['{', 400],
    ['', 400],
    ['[1]', 422],
    ['"x"', 422],
    ['{"__proto__":{"x":1}}', 400],
  ] as const) {
    const answer = await call('POST', '/api/notes', { token, body })
    assert.equal(answer.status, status, body)
    assert.ok(answer.json.refused?.what, body)
  }
  assert.equal((await call('GET', '/api/nothing')).status, 404)
  assert.equal(
    (await call('POST', '/api/notes', { token, body: { words: 'x' }, headers: { 'content-type': 'text/xml' } })).status,
    415,
  )
  assert.equal((await call('POST', '/api/notes', { token, body: { words: 'x'.repeat(3 * 2 ** 20) } })).status, 413)
})

test('the description is one that programs can follow: no loose reference, every operation there', async () => {
  const { json: document, status } = await call('GET', '/api/openapi.json')
  assert.equal(status, 200)
  assert.equal(document['openapi'], '3.1.0')
  assert.deepEqual(document, JSON.parse(JSON.stringify(describeApi([notes]))))
  const found = (reference: string) =>
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/gu)].map(
    ([, reference]) => reference ?? '',
  )
  assert.ok(references.length > 10)
  for (const reference of references) assert.ok(found(reference), reference)

  const names = new Set<string>()
  for (const [path, methods] of Object.entries(
    document['paths'] as Record<string, Record<string, Record<string, unknown>>>,
  )) {
    for (const [method, operation] of Object.entries(methods)) {
      assert.equal(
        door.app.hasRoute({ method: method.toUpperCase() as 'GET', url: path.replaceAll(/\{(\w+)\}/gu, ':$1') }),
        true,
        `${method} ${path}`,
      )
      names.add(String(operation['operationId']))
      const parameters = (operation['parameters'] ?? []) as { name?: string; in?: string; required?: boolean }[]
      const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name)
      assert.deepEqual(
        parameters.filter((one) => one.in === 'path').map(({ name }) => name),
        inPath,
      )
      assert.ok((operation['responses'] as Record<string, unknown>)['200'])
      assert.equal(method === 'post', operation['requestBody'] !== undefined)
    }
  }
  assert.deepEqual(
    operationsOf([notes])
      .map(({ name }) => name)
      .sort(),
    [...names].sort(),
  )
})

test('the description says what the schemas check', () => {
  const { paths } = describeApi([notes]) as {
    paths: Record<
      string,
      Record<
        string,
        { requestBody?: { content: Record<string, { schema: unknown }> }; parameters?: unknown; security: unknown }
      >
    >
  }
  assert.deepEqual(paths['/api/notes']?.['post']?.requestBody?.content['application/json']?.schema, {
    type: 'object',
    properties: {
      words: { type: 'string', minLength: 1, maxLength: 200 },
      sum: { type: 'integer', minimum: 0, maximum: 1_000_000_000_000_000, description: 'Whole pence' },
      on: { type: 'string', format: 'date', description: 'A day as year-month-day' },
    },
    required: ['words'],
  })
  const pence = { type: 'integer', minimum: 0, maximum: 1_000_000_000_000_000, description: 'Whole pence' }
  assert.deepEqual(paths['/api/sums/{a}']?.['get']?.parameters, [
    { name: 'a', in: 'path', required: true, schema: pence },
    { name: 'b', in: 'query', required: true, schema: pence },
  ])
  assert.deepEqual(paths['/api/sums/{a}']?.['get']?.security, [])
})
