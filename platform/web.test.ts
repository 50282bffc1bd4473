import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { aBrowser, aDoor } from '#testing/door.ts'

const door = await aDoor()
after(() => door.close())

const browser = (host?: string) => aBrowser(door.base, host)
/** Bytes as they are, for what no honest client sends. */
const raw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(door.port, '127.0.0.1', () => socket.write(text))
    socket
      .setEncoding('utf8')
      .on('data', (some: string) => {
        answer += some
      })
      .on('close', () => resolve(answer))
      .on('error', reject)
  })
const notesOf = async (who: ReturnType<typeof browser>) =>
  ((await (await who.go('/api/notes/count')).json()) as { notes: number }).notes

test('signing in gives a new session whatever token the browser brought, and ends the old one', async () => {
  const wanda = browser()
  const planted = 'A'.repeat(43)
  wanda.cookies.set('remit', planted)
  assert.equal((await wanda.signInAs('Wanda')).status, 303)
  const first = wanda.cookies.get('remit')
  assert.notEqual(first, planted)
  assert.equal((await wanda.go('/note')).status, 200)
  await wanda.signInAs('Wanda')
  assert.notEqual(wanda.cookies.get('remit'), first)
  const thief = browser()
  for (const token of [planted, first ?? '']) {
    thief.cookies.set('remit', token)
    assert.equal((await thief.go('/note')).headers.get('location'), '/sign-in?next=%2Fnote')
  }
})

test('a session cookie is for this host only, out of reach of scripts, and not sent by other sites', async () => {
  const response = await browser().signInAs('Wanda')
  const set = response.headers.getSetCookie().find((one) => one.startsWith('remit=')) ?? ''
  assert.match(set, /HttpOnly/u)
  assert.match(set, /SameSite=Lax/u)
  assert.match(set, /Path=\//u)
  assert.doesNotMatch(set, /Domain/u)
  assert.doesNotMatch(set, /Secure/u)
  const secure = browser()
  const fields = await secure.fieldsOf('/sign-in')
  // Behind a proxy that says https, the cookies of http do not count: the form has to be opened there too.
  const https = { 'x-forwarded-proto': 'https' }
  assert.equal((await secure.send('/sign-in', { ...fields, persona: 'Wanda' }, { headers: https })).status, 403)
  const page = await (await secure.go('/sign-in', { headers: https })).text()
  const token = /name="_csrf" value="([^"]+)"/u.exec(page)?.[1] ?? ''
  const overHttps = await secure.send('/sign-in', { _csrf: token, persona: 'Wanda' }, { headers: https })
  const prefixed = overHttps.headers.getSetCookie().find((one) => one.startsWith('__Host-remit=')) ?? ''
  assert.match(prefixed, /Secure/u)
})

test('signing out ends the session for every copy of the cookie', async () => {
  const wanda = browser()
  await wanda.signInAs('Wanda')
  const token = wanda.cookies.get('remit') ?? ''
  assert.equal((await wanda.send('/sign-out', await wanda.fieldsOf('/note'))).status, 303)
  assert.equal(wanda.cookies.has('remit'), false)
  const copy = browser()
  copy.cookies.set('remit', token)
  assert.equal((await copy.go('/note')).status, 303)
})

test('a form without its token, with another one, or sent by another site is not accepted', async () => {
  const wanda = browser()
  const walter = browser()
  await wanda.signInAs('Wanda')
  await walter.signInAs('Walter')
  const mine = await wanda.fieldsOf('/note')
  const his = await walter.fieldsOf('/note')
  const stranger = await browser().fieldsOf('/sign-in')
  const forged = [{}, { _csrf: '' }, { _csrf: 'x' }, { _csrf: his['_csrf'] ?? '' }, { _csrf: stranger['_csrf'] ?? '' }]
  for (const fields of forged) {
    const response = await wanda.send('/note', { words: 'forged', ...fields })
    assert.equal(response.status, 403, JSON.stringify(fields))
    assert.match(await response.text(), /load the page again/u)
  }
  assert.equal(
    (await wanda.send('/note', { words: 'forged', ...mine }, { headers: { 'sec-fetch-site': 'cross-site' } })).status,
    403,
  )
  assert.equal((await wanda.send('/note', { words: 'honest', ...mine })).status, 303)
})

test('a token made before signing in is worth nothing after it', async () => {
  const wanda = browser()
  const early = await wanda.fieldsOf('/sign-in')
  await wanda.signInAs('Wanda')
  assert.equal((await wanda.send('/note', { words: 'early', ...early })).status, 403)
})

test('the same form sent twice, even at once, is one act with one outcome', async () => {
  const wanda = browser()
  await wanda.signInAs('Wanda')
  const before = await notesOf(wanda)
  const fields = { ...(await wanda.fieldsOf('/note')), words: 'once' }
  const answers = await Promise.all([
    wanda.send('/note', fields),
    wanda.send('/note', fields),
    wanda.send('/note', fields),
  ])
  assert.deepEqual(
    answers.map((one) => [one.status, one.headers.get('location')]),
    Array(3).fill([303, '/note?kept=1']),
  )
  assert.equal(await notesOf(wanda), before + 1)
})

test('a form that somebody went back to and changed is not answered as if that were kept', async () => {
  const wanda = browser()
  await wanda.signInAs('Wanda')
  const before = await notesOf(wanda)
  const fields = await wanda.fieldsOf('/note')
  assert.equal((await wanda.send('/note', { ...fields, words: 'first' })).status, 303)
  const changed = await wanda.send('/note', { ...fields, words: 'second' })
  assert.equal(changed.status, 422)
  assert.match(await changed.text(), /sent before, with something else in it.*It was done at \d\d:\d\d on/su)
  assert.equal((await wanda.send('/note', { ...fields, words: 'first' })).status, 303)
  assert.equal(await notesOf(wanda), before + 1)
  assert.equal((await wanda.send('/note', { ...(await wanda.fieldsOf('/note')), words: 'second' })).status, 303)
  assert.equal(await notesOf(wanda), before + 2)
})

test('two people who send the same key have each done their own act', async () => {
  const key = randomUUID()
  const counts: number[] = []
  for (const name of ['Wanda', 'Walter']) {
    const who = browser()
    await who.signInAs(name)
    const before = await notesOf(who)
    await who.send('/note', { ...(await who.fieldsOf('/note')), _once: key, words: `by ${name}` })
    counts.push((await notesOf(who)) - before)
  }
  assert.deepEqual(counts, [1, 1])
})

test('who has not signed in is asked to; who has the wrong role is told who may', async () => {
  assert.equal((await browser().go('/note')).headers.get('location'), '/sign-in?next=%2Fnote')
  const rita = browser()
  await rita.signInAs('Rita')
  const response = await rita.go('/note')
  assert.equal(response.status, 403)
  assert.match(await response.text(), /Rita signs in as reader.*writer/su)
})

test('the host name picks among the councils that there are and nothing more', async () => {
  const at = async (host: string) => raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  assert.match(await at('kent.localhost:3000'), /<p>Kent<\/p>/u)
  assert.match(await at('KENT.example.org'), /<p>Kent<\/p>/u)
  for (const forged of [
    'localhost',
    'evil.example',
    'kent',
    'x.kent.localhost',
    '"><script>',
    "kent'--.x",
    '127.0.0.1',
  ]) {
    const answer = await at(forged)
    assert.match(answer, /<p>Larkshire<\/p>/u, forged)
    assert.equal(answer.includes('evil'), false)
  }
})

test('a session of one council is nobody in another', async () => {
  const wanda = browser()
  await wanda.signInAs('Wanda')
  const answer = await raw(
    `GET /note HTTP/1.1\r\nHost: kent.localhost\r\nCookie: remit=${wanda.cookies.get('remit')}\r\nConnection: close\r\n\r\n`,
  )
  assert.match(answer, /^HTTP\/1.1 303/u)
})

test('nobody can be picked to sign in as in a real council', async () => {
  const answer = await raw(
    'POST /api/sign-in HTTP/1.1\r\nHost: real.localhost\r\nContent-Type: application/json\r\nContent-Length: 19\r\nConnection: close\r\n\r\n{"persona":"Wanda"}',
  )
  assert.match(answer, /^HTTP\/1.1 422/u)
  assert.match(answer, /identity service/u)
})

test('no path leads out of the assets', async () => {
  for (const path of [
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/assets//etc/passwd',
    '/assets/package.json',
    '/assets/.env',
    '/assets/components/button/template.njk',
    '/assets/index.scss',
    '/assets/assets/images/govuk-crest.svg',
    '/assets/%00.css',
  ]) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    assert.match(answer, /^HTTP\/1.1 (?:400|403|404)/u, path)
    assert.doesNotMatch(answer, /"dependencies"|root:|njk|%\}/u, path)
  }
  const css = await browser().go('/assets/govuk-frontend.min.css')
  assert.equal(css.status, 200)
  assert.match(css.headers.get('content-type') ?? '', /text\/css/u)
})

test('assets under the folder with the digest are kept for ever, others for minutes', async () => {
  const { assetsFolder } = await import('./web/assets.ts')
  assert.match(
    (await browser().go(`${assetsFolder}/govuk-frontend.min.css`)).headers.get('cache-control') ?? '',
    /immutable/u,
  )
  assert.doesNotMatch(
    (await browser().go('/assets/govuk-frontend.min.css')).headers.get('cache-control') ?? '',
    /immutable/u,
  )
})

test('no stylesheet asks for a file that is not there', async () => {
  const { assetsFolder } = await import('./web/assets.ts')
  for (const folder of ['/assets', assetsFolder]) {
    for (const name of ['govuk-frontend.min.css', 'remit.css']) {
      const css = await (await browser().go(`${folder}/${name}`)).text()
      assert.ok(css.length > 5000, name)
      for (const [, wanted = ''] of css.matchAll(/url\(['"]?([^'")]+)/gu)) {
        if (wanted.startsWith('data:')) continue
        assert.equal((await browser().go(new URL(wanted, `http://localhost${folder}/`).pathname)).status, 200, wanted)
      }
    }
  }
})

test('nothing typed can write a header or lead to another site', async () => {
  const response = await browser().go('/named/a%0d%0aset-cookie:%20x=1;%22%E2%82%AC.pdf')
  assert.equal(response.headers.get('set-cookie'), null)
  assert.match(
    response.headers.get('content-disposition') ?? '',
    /^attachment; filename="[\w .()-]*"; filename\*=UTF-8''a%0D%0A/u,
  )
  // What a page hands out is never run as a script of ours.
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain/u)
  assert.match(response.headers.get('content-security-policy') ?? '', /sandbox/u)
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
  ]) {
    assert.equal((await browser().go(`/elsewhere?to=${encodeURIComponent(elsewhere)}`)).status, 500, elsewhere)
  }
  const injected = await browser().go(`/elsewhere?to=${encodeURIComponent('/a\r\nset-cookie: x=1')}`)
  assert.equal(injected.headers.get('location'), '/aset-cookie:%20x=1')
  assert.equal(injected.headers.get('set-cookie'), null)
})

test('a trailing slash leads to the page, and never to another site', async () => {
  const location = async (path: string) =>
    /^location: (.*)$/imu
      .exec(await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`))?.[1]
      ?.trim()
  assert.equal(await location('/note/?a=1'), '/note?a=1')
  assert.equal(await location('//evil.example/'), '/evil.example')
  assert.equal(await location('///evil.example/%2f../'), '/evil.example/%2f..')
})

test('addresses that cannot be read or are too long are refused in words', async () => {
  for (const [path, status] of [
    ['/%zz', 400],
    ['/%00', 400],
    ['/?q=%00', 400],
    [`/?q=${'x'.repeat(5000)}`, 414],
    [`/named/${'x'.repeat(500)}`, 414],
    ['/nothing', 404],
  ] as const) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status}`, 'u'), path.slice(0, 20))
    assert.match(answer, /<h1>/u, path.slice(0, 20))
  }
})

test('a mistake of ours shows its number and nothing else', async () => {
  const response = await browser().go('/broken')
  const body = await response.text()
  assert.equal(response.status, 500)
  assert.doesNotMatch(body, /swordfish|Error|\.ts/u)
  const incident = /number ([0-9a-f]{8})/u.exec(body)?.[1]
  const line = door.logged.find((one) => one['incident'] === incident)
  assert.match(String(line?.['cause']), /swordfish/u)
})

test('a request is logged by the pattern of its route, without what was typed', async () => {
  await browser().go('/named/Jane%20Private?q=secret-search')
  const line = door.logged.findLast((one) => one['route'] === '/named/:name')
  assert.deepEqual(Object.keys(line ?? {}), ['method', 'route', 'status', 'ms'])
  assert.doesNotMatch(JSON.stringify(door.logged), /Private|secret-search/u)
})

test('pages forbid inline scripts, framing and sniffing', async () => {
  const { headers } = await browser().go('/')
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'self'/u)
  assert.match(policy, /form-action 'self'/u)
  assert.match(policy, /frame-ancestors 'none'/u)
  assert.doesNotMatch(policy, /unsafe/u)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
})

test('a public page is sent again only when it has changed; a personal one is kept nowhere', async () => {
  const visitor = browser()
  const first = await visitor.go('/')
  const etag = first.headers.get('etag') ?? ''
  assert.equal((await visitor.go('/', { headers: { 'if-none-match': etag } })).status, 304)
  assert.equal((await visitor.go('/?q=other', { headers: { 'if-none-match': etag } })).status, 200)
  assert.equal((await visitor.go('/sign-in')).headers.get('cache-control'), 'private, no-store')
  const wanda = browser()
  await wanda.signInAs('Wanda')
  assert.equal(
    (await wanda.go('/', { headers: { 'if-none-match': etag } })).headers.get('cache-control'),
    'private, no-store',
  )
  const head = await visitor.go('/', { method: 'HEAD' })
  assert.equal(head.headers.get('etag'), etag)
  assert.equal(await head.text(), '')
})

test('files arrive as they were given, their names without paths, beside fields that are only fields', async () => {
  const visitor = browser()
  const fields = await visitor.fieldsOf('/files')
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('pick', 'one\r\ntwo')
  body.append('pick', 'three')
  body.append('record', new Blob(['hello'], { type: 'text/plain' }), '../../Beschluß.txt')
  body.append('record', new Blob([]), '')
  const said = (await (await visitor.go('/files', { method: 'POST', body })).json()) as {
    files: unknown[]
    values: Record<string, string>
    lists: Record<string, string[]>
  }
  assert.deepEqual(said.files, [{ field: 'record', name: 'Beschluß.txt', mediaType: 'text/plain', size: 5 }])
  assert.deepEqual(said.lists['pick'], ['one\ntwo', 'three'])
  assert.equal(said.values['pick'], 'one\ntwo')
  const odd = await visitor.send('/files', {
    ...(await visitor.fieldsOf('/files')),
    __proto__x: '1',
    constructor: 'c',
    ['__proto__']: 'p',
  })
  assert.equal(((await odd.json()) as { values: Record<string, string> }).values['constructor'], 'c')
  assert.equal(({} as Record<string, unknown>)['p'], undefined)
})

test('a file that is too large, too many files, and texts too long each get a page that says what to do', async () => {
  const visitor = browser()
  const fields = await visitor.fieldsOf('/files')
  const form = (...files: Blob[]) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    for (const file of files) body.append('record', file, 'a.bin')
    return body
  }
  const large = new Blob([new Uint8Array(66 * 2 ** 20)])
  for (const [body, says] of [
    [form(large), /no more than 64 MB/u],
    [form(large, large, large), /larger than 160 MB/u],
    [form(...Array.from({ length: 21 }, () => new Blob(['x']))), /no more than 20 files/u],
  ] as const) {
    const response = await visitor.go('/files', { method: 'POST', body })
    assert.equal(response.status, 413)
    assert.match(await response.text(), says)
  }
  const long = await visitor.send('/files', { ...fields, words: 'x'.repeat(3 * 2 ** 20) })
  assert.equal(long.status, 413)
  assert.equal(
    (await visitor.go('/files', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }))
      .status,
    415,
  )
})

test('a form whose parts are broken off is told that it could not be read, and is no incident', async () => {
  const incidents = () => door.logged.filter((line) => 'incident' in line).length
  const before = incidents()
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ended'],
    ['multipart/form-data', '--x--'],
  ] as const) {
    const answer = await fetch(`${door.base}/files`, { method: 'POST', headers: { 'content-type': type }, body })
    assert.equal(answer.status, 400, `${type} ${body}`)
    assert.match(await answer.text(), /could not be read/u)
  }
  assert.equal(incidents(), before)
})

test('a multipart form without its token is refused', async () => {
  const body = new FormData()
  body.append('record', new Blob(['x']), 'a.txt')
  assert.equal((await browser().go('/files', { method: 'POST', body })).status, 403)
})

test('who asks too often is told to wait', async () => {
  const strict = await aDoor({ limits: { signIn: 2, upload: 1, search: 1 } })
  try {
    const visitor = aBrowser(strict.base)
    const from = { headers: { 'x-forwarded-for': '203.0.113.7' } }
    assert.equal((await visitor.go('/?q=a', from)).status, 200)
    const second = await visitor.go('/?q=a', from)
    assert.equal(second.status, 429)
    assert.ok(Number(second.headers.get('retry-after')) > 0)
    assert.match(await second.text(), /Wait \d+ seconds/u)
    assert.equal((await visitor.go('/', from)).status, 200)
    assert.equal((await visitor.go('/?q=a', { headers: { 'x-forwarded-for': '203.0.113.8' } })).status, 200)
    const asked = () =>
      visitor.go('/api/sign-in', {
        method: 'POST',
        body: '{"persona":"nobody"}',
        headers: { 'content-type': 'application/json' },
      })
    assert.deepEqual([(await asked()).status, (await asked()).status, (await asked()).status], [422, 422, 429])
  } finally {
    await strict.close()
  }
})

test('it is alive, ready, and says what it has been doing to this machine only', async () => {
  assert.deepEqual(await (await browser().go('/healthz')).json(), { alive: true })
  assert.deepEqual(await (await browser().go('/readyz')).json(), { ready: true })
  const text = await (await browser().go('/metrics')).text()
  assert.match(text, /remit_request_seconds_count\{method="GET",route="\/",status="200"\}/u)
  assert.match(text, /remit_performed_total\{use_case="notes.keep-note",outcome="done"\}/u)
  assert.match(text, /remit_outbox_waiting 0/u)
  assert.match(text, /remit_memory_bytes\{kind="resident"\}/u)
  assert.equal((await browser().go('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status, 404)
})
