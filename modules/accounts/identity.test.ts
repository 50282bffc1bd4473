import assert from 'node:assert/strict'
import { test } from 'node:test'
import { administrator, officer } from '#authority'
import { addCouncil } from '#platform/add-council.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aLiar, aProvider, aRoamer, type Lie } from '../../testing/identity-provider.ts'
import { aCouncil, must } from '../../testing/world.ts'
import { people as larkshirePeople } from '../../site/demo/larkshire.ts'
import { aService, journalOf, outside } from './examples.ts'
import { addPerson, changeRoles, closeAccount, forgetIdentity, listPeople, setIdentityService } from './index.ts'

// A council at work, not a demonstration. Sessions and tokens run by the machine’s own clock, so the story is told
// today.
const today = Temporal.Now.instant().toString()
const people = larkshirePeople.map(({ persona: _, ...one }) => one)
const world = await aCouncil({ on: today, council: { council: 'realshire', name: 'Realshire', demo: false, people } })
world.house.outside = outside
world.house.clock = () => Temporal.Now.instant()
const { base } = await openBrowser(world)
const isolde = world.as('Isolde')

const there: Record<string, Record<string, unknown>> = {
  priya: {
    email: 'Priya.Larkin@larkshire.example',
    email_verified: true,
    name: 'Priya Larkin',
    groups: ['commissioning'],
  },
  isolde: { email: 'isolde.marchbank@larkshire.example', email_verified: true, name: 'Isolde Marchbank', groups: [] },
  unverified: { email: 'ada.quill@larkshire.example', email_verified: false, name: 'Ada Quill' },
  unsaid: { email: 'ada.quill@larkshire.example', name: 'Ada Quill' },
  stranger: {
    email: 'newcomer@larkshire.example',
    email_verified: true,
    name: 'Nell Newcomer',
    groups: ['commissioning', 'football'],
  },
  leaver: { email: 'tobias.fennimore@larkshire.example', email_verified: true, name: 'Tobias Fennimore' },
  heir: { email: 'priya.larkin@larkshire.example', email_verified: true, name: 'Priya Larkin the Second' },
  outsider: { email: 'kim@otherton.example', email_verified: true, name: 'Kim of Otherton' },
}
const provider = await aProvider({ base, people: there })
const liar = await aLiar()
const set = async (issuer: string, but: Record<string, unknown> = {}) =>
  must(await world.does(isolde, setIdentityService, aService(issuer, but)))
const rolesOf = async (name: string) => must(await world.asks(isolde, listPeople, { q: name })).lines[0]?.roles
const words = (html: string) => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')

/** What stands in the journal of one refusal, which must be there, and must have nothing in it that came along. */
async function refusedInTheJournal(): Promise<string> {
  const [line] = await journalOf(world)
  assert.deepEqual([line?.useCase, line?.outcome], ['accounts.accept-identity', 'refused'])
  // Long strings of letters and digits are tokens, codes, verifiers or nonces.
  assert.doesNotMatch(line?.entry ?? '', /eyJ|secret|code_verifier|[\w-]{40,}/u)
  return (JSON.parse(line?.entry ?? '{}') as { refusal: { what: string } }).refusal.what
}

test('before a service is set up the sign-in page says so, and nobody can be picked', async () => {
  const page = await aRoamer().go(`${base}/sign-in`)
  assert.match(words(page.text), /none has been set up/u)
  assert.doesNotMatch(page.text, /Priya/u)
  const start = await aRoamer().go(`${base}/sign-in/start`)
  assert.equal(start.status, 403)
  assert.match(words(start.text), /no identity service/u)
})

test('Priya signs in with a real provider and comes back to where she was going, linked from then on', async () => {
  await set(provider.issuer)
  const priya = aRoamer()
  const asked = await priya.go(`${base}/desk/mail`)
  assert.match(asked.url, /\/sign-in\?next=%2Fdesk%2Fmail/u)
  assert.match(words(asked.text), /Sign in with your council account/u)
  assert.match(asked.text, /href="\/sign-in\/start\?next=%2Fdesk%2Fmail"/u)
  const home = await priya.signInThere(base, 'priya', { next: '/desk/mail' })
  assert.deepEqual([home.status, home.url], [200, `${base}/desk/mail`])
  assert.match(words(home.text), /Signed in as Priya Larkin/u)
  const [line] = await journalOf(world)
  assert.deepEqual(
    [line?.useCase, line?.outcome, line?.subject],
    ['accounts.accept-identity', 'done', `account/${world.as('Priya').account}`],
  )
  // Her address there may change: it is by the service’s own name for her that she is known now.
  there['priya'] = { ...there['priya'], email: 'priya.larkin-okoro@larkshire.example' }
  assert.match(words((await aRoamer().signInThere(base, 'priya')).text), /Signed in as Priya Larkin/u)
})

test('each sign-in asks for PKCE and has its own state, nonce and token, and never leads to another site', async () => {
  await set(liar.issuer)
  liar.tell({ claims: { sub: 'rosalind', email: 'rosalind.thwaite@larkshire.example' } })
  const roamer = aRoamer()
  const [first, second] = [await roamer.once(`${base}/sign-in/start`), await roamer.once(`${base}/sign-in/start`)]
  const asked = [first, second].map((one) => new URL(one.headers.get('location') ?? '').searchParams)
  for (const one of asked) {
    assert.equal(one.get('code_challenge_method'), 'S256')
    assert.equal(one.get('response_type'), 'code')
    assert.match(one.get('scope') ?? '', /openid/u)
  }
  for (const name of ['state', 'nonce', 'code_challenge']) {
    assert.notEqual(asked[0]?.get(name), asked[1]?.get(name), name)
  }
  const cookie = first.headers.getSetCookie().find((one) => one.startsWith('remit-trip=')) ?? ''
  assert.match(cookie, /HttpOnly/u)
  assert.match(cookie, /SameSite=Lax/u)
  for (const next of ['https://evil.example/', '//evil.example']) {
    const landed = await aRoamer().signInThere(base, '', { next })
    assert.equal(new URL(landed.url).origin, base)
  }
  assert.ok(liar.asked.at(-1)?.verifier, 'the verifier goes with the code')
})

const lies: [what: string, lie: Lie, says: RegExp][] = [
  ['an issuer that is not the one that was set', { claims: { iss: 'https://evil.example' } }, /not from your council/u],
  [
    'a description that names another issuer',
    { discovery: { issuer: 'https://evil.example' } },
    /not from your council/u,
  ],
  ['a token for another client', { claims: { aud: 'somebody-else' } }, /meant for another service/u],
  ['a token for several clients', { claims: { aud: ['remit-test', 'somebody-else'] } }, /meant for another service/u],
  ['a nonce of another sign-in', { claims: { nonce: 'another' } }, /does not belong to this sign-in/u],
  ['no nonce', { claims: { nonce: undefined } }, /could not be understood|does not belong/u],
  ['a state of another sign-in', { back: { state: 'another' } }, /did not start here/u],
  ['a token that has run out', { claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }, /out of date/u],
  ['a token that is not yet', { claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }, /out of date/u],
  ['a key that the service does not show', { signedWith: 'other' }, /not signed as it should be/u],
  [
    'a key by a name that nobody knows',
    { signedWith: 'other', header: { kid: 'hidden' } },
    /not signed as it should be/u,
  ],
  ['alg none', { signedWith: 'none' }, /not signed as it should be/u],
  ['the client secret as a key', { signedWith: 'hmac' }, /not signed as it should be/u],
  [
    'the client secret as a key, announced',
    { signedWith: 'hmac', discovery: { id_token_signing_alg_values_supported: ['HS256', 'none', 'RS256'] } },
    /not signed as it should be/u,
  ],
  [
    'alg none, announced',
    { signedWith: 'none', discovery: { id_token_signing_alg_values_supported: ['none', 'RS256'] } },
    /not signed as it should be/u,
  ],
  [
    'no token at all',
    { token: { status: 200, body: { access_token: 'secret', token_type: 'Bearer' } } },
    /could not be understood/u,
  ],
  [
    'a code that it does not take',
    { token: { status: 400, body: { error: 'invalid_grant' } } },
    /did not confirm who you are/u,
  ],
  ['an error of its own', { token: { status: 500, body: 'oops' } }, /does not answer/u],
  ['a person who stopped', { back: { error: 'access_denied' } }, /did not sign you in/u],
  ['an address that is not verified', { claims: { email_verified: false } }, /not verified/u],
  ['an address of which nothing is said', { claims: { email_verified: undefined } }, /not verified/u],
  ['no address', { claims: { email: undefined } }, /did not say what your e-mail address is/u],
  ['an address that is none', { claims: { email: 'priya' } }, /did not say what your e-mail address is/u],
  ['a subject that is no text', { claims: { sub: 42 } }, /could not be understood/u],
]

for (const [what, lie, says] of lies) {
  test(`refused with a plain page and a line of the journal: ${what}`, async () => {
    await set(liar.issuer)
    liar.tell({ ...lie, claims: { sub: 'desmond', email: 'desmond.okoro@larkshire.example', ...lie.claims } })
    const roamer = aRoamer()
    const page = await roamer.signInThere(base, '')
    assert.equal(page.status, 403, words(page.text))
    assert.match(words(page.text), says)
    assert.match(words(page.text), /What to do next/u)
    assert.doesNotMatch(page.text, /eyJ|secret|evil\.example|OAUTH|Error/u)
    assert.match(await refusedInTheJournal(), says)
    assert.match((await roamer.go(`${base}/desk`)).url, /\/sign-in/u, 'nobody is signed in')
  })
}

test('without the lie the same sign-in is let in, so that each refusal above is for its own reason', async () => {
  await set(liar.issuer)
  liar.tell({ claims: { sub: 'desmond', email: 'desmond.okoro@larkshire.example' } })
  assert.match(words((await aRoamer().signInThere(base, '')).text), /Signed in as Desmond Okoro/u)
})

test('an address of the return is good once and in one browser only, also where the service would take the code again', async () => {
  await set(liar.issuer)
  liar.tell({ claims: { sub: 'desmond', email: 'desmond.okoro@larkshire.example' } })
  const desmond = aRoamer()
  const { url } = await desmond.signInThere(base, '', { stop: (at) => at.includes('/sign-in/return') })
  const stolen = await aRoamer().go(url)
  assert.match(words(stolen.text), /did not start here/u)
  assert.match(await refusedInTheJournal(), /did not start here/u)
  const trip = desmond.cookies(base).get('remit-trip') ?? ''
  assert.equal((await desmond.go(url)).status, 200)
  const asked = liar.asked.length
  desmond.cookies(base).set('remit-trip', trip)
  assert.match(words((await desmond.go(url)).text), /did not start here/u)
  assert.equal(liar.asked.length, asked, 'the service is not even asked')
})

test('a code that was used is refused by the real provider, too', async () => {
  await set(provider.issuer)
  const isoldeHerself = aRoamer()
  const { url } = await isoldeHerself.signInThere(base, 'isolde', { stop: (at) => at.includes('/sign-in/return') })
  const code = new URL(url).searchParams.get('code') ?? ''
  await isoldeHerself.go(url)
  const again = aRoamer()
  const second = await again.signInThere(base, 'isolde', { stop: (at) => at.includes('/sign-in/return') })
  const replayed = new URL(second.url)
  replayed.searchParams.set('code', code)
  assert.match(words((await again.go(replayed.href)).text), /did not confirm who you are/u)
  assert.match(await refusedInTheJournal(), /did not confirm/u)
})

test('a code stolen from one person is worth nothing in another’s browser: the verifier is not theirs', async () => {
  await set(provider.issuer)
  const [victim, thief] = [aRoamer(), aRoamer()]
  const stop = (at: string) => at.includes('/sign-in/return')
  const stolen = new URL((await victim.signInThere(base, 'isolde', { stop })).url)
  const own = new URL((await thief.signInThere(base, 'priya', { stop })).url)
  own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
  assert.match(words((await thief.go(own.href)).text), /did not confirm who you are/u)
})

test('when the provider changes its keys the next sign-in goes on', async () => {
  await set(provider.issuer)
  assert.equal((await aRoamer().signInThere(base, 'isolde')).status, 200)
  await provider.rotate()
  assert.equal((await aRoamer().signInThere(base, 'isolde')).status, 200)
})

test('whoever is not verified, not known, or has left is not let in by the real provider either', async () => {
  await set(provider.issuer)
  must(await world.does(isolde, closeAccount, { account: world.as('Tobias').account, from: todayInLondon() }))
  for (const [login, says] of [
    ['unverified', /not verified/u],
    ['unsaid', /not verified/u],
    ['stranger', /not known here/u],
    ['leaver', /account has been closed/u],
    ['heir', /cannot be signed in as who you seem/u],
  ] as const) {
    const page = await aRoamer().signInThere(base, login)
    assert.equal(page.status, 403, login)
    assert.match(words(page.text), says, login)
    assert.match(await refusedInTheJournal(), says, login)
  }
})

test('where the service gives out the addresses itself, one of which it says nothing is taken, and one that it denies is not', async () => {
  await set(provider.issuer, { addresses: 'service' })
  assert.match(words((await aRoamer().signInThere(base, 'unsaid')).text), /Signed in as Ada Quill/u)
  assert.match(words((await aRoamer().signInThere(base, 'unverified')).text), /not verified/u)
})

test('an address that was given to somebody else is linked anew when an administrator says so', async () => {
  await set(provider.issuer)
  must(await world.does(isolde, forgetIdentity, { account: world.as('Priya').account }))
  assert.match(words((await aRoamer().signInThere(base, 'heir')).text), /Signed in as Priya Larkin/u)
})

test('a person of another council is a stranger here, and a trip begun there does not end here', async () => {
  await set(provider.issuer)
  await addCouncil(world.house.database, {
    council: 'otherton',
    name: 'Otherton',
    demo: false,
    people: [{ name: 'Kim', email: 'kim@otherton.example', roles: [administrator] }],
  })
  world.house.councils.refresh()
  assert.match(words((await aRoamer().signInThere(base, 'outsider')).text), /not known here/u)
  const roamer = aRoamer()
  const { url } = await roamer.signInThere(base, 'isolde', { stop: (at) => at.includes('/sign-in/return') })
  const elsewhere = await overHttp(url, 'otherton.localhost', roamer.cookies(base))
  assert.match(elsewhere, /^HTTP\/1.1 403/u)
  assert.match(elsewhere, /did not start here/u)
})

test('strangers become joiners where the council wants that, with the roles that their groups give', async () => {
  const roles = {
    claim: 'groups',
    map: [
      { from: 'commissioning', role: officer },
      { from: 'keepers', role: administrator },
    ],
  }
  await set(provider.issuer, { strangers: 'joiners', roles })
  const page = await aRoamer().signInThere(base, 'stranger')
  assert.match(words(page.text), /Signed in as Nell Newcomer/u)
  assert.deepEqual(await rolesOf('Nell Newcomer'), [officer])
  const [line] = await journalOf(world)
  // Groups that mean nothing here are not written down.
  assert.doesNotMatch(line?.entry ?? '', /football/u)
  there['nobody'] = {
    email: 'nobody@larkshire.example',
    email_verified: true,
    name: 'Noel Nobody',
    groups: ['football'],
  }
  assert.match(words((await aRoamer().signInThere(base, 'nobody')).text), /nothing for you to do here yet/u)
  assert.deepEqual(must(await world.asks(isolde, listPeople, { q: 'Noel' })).lines, [])
})

test('roles follow the groups at each sign-in, each change with a line of its own; the last administrator stays one', async () => {
  const roles = {
    claim: 'groups',
    map: [
      { from: 'commissioning', role: officer },
      { from: 'keepers', role: administrator },
    ],
  }
  await set(provider.issuer, { roles })
  there['stranger'] = { ...there['stranger'], groups: ['keepers'] }
  await aRoamer().signInThere(base, 'stranger')
  assert.deepEqual(await rolesOf('Nell Newcomer'), [administrator])
  const [line] = await journalOf(world)
  assert.equal(line?.useCase, 'accounts.apply-roles')
  const { input } = JSON.parse(line?.entry ?? '{}') as { input: { from: string[]; to: string[]; groups: string[] } }
  assert.deepEqual([input.from, input.to, input.groups], [[officer], [administrator], ['keepers']])
  // The same groups again change nothing, and write no such line.
  await aRoamer().signInThere(base, 'stranger')
  assert.equal((await journalOf(world))[0]?.useCase, 'accounts.accept-identity')
  there['stranger'] = { ...there['stranger'], groups: [] }
  const moved = aRoamer()
  await moved.signInThere(base, 'stranger')
  assert.deepEqual(await rolesOf('Nell Newcomer'), [])
  assert.equal((await moved.go(`${base}/desk`)).status, 403, 'the desk is shut to whoever has no role')
  await aRoamer().signInThere(base, 'isolde')
  assert.deepEqual(await rolesOf('Isolde'), [administrator], 'there is no other administrator left')
  assert.match(
    String((await world.does(isolde, changeRoles, { account: world.as('Ada').account, roles: [] })).ok),
    /false/u,
  )
})

test('a service without TLS is only for demonstrations and tests: a house at work does not go there', async () => {
  await set(provider.issuer)
  world.house.outside = { ...outside, loopback: false }
  try {
    assert.match(words((await aRoamer().go(`${base}/sign-in/start`)).text), /does not start with https/u)
  } finally {
    world.house.outside = outside
  }
})

test('without the secret where it should be nobody is sent away', async () => {
  await set(provider.issuer)
  world.house.outside = { ...outside, secret: async () => null }
  try {
    assert.match(words((await aRoamer().go(`${base}/sign-in/start`)).text), /is not where it should be/u)
  } finally {
    world.house.outside = outside
  }
})

test('signing out ends the session here and leads to the provider’s own door', async () => {
  await set(provider.issuer)
  const roamer = aRoamer()
  const home = await roamer.signInThere(base, 'isolde', { next: '/desk/mail' })
  const token = roamer.cookies(base).get('remit') ?? ''
  const csrf = /name="_csrf" value="([^"]+)"/u.exec(home.text)?.[1] ?? ''
  const out = await roamer.send(`${base}/sign-out`, { _csrf: csrf })
  assert.equal(out.url, `${base}/signed-out?there=yes`)
  const onward = /^0; url=(.*)$/u.exec(out.headers.get('refresh') ?? '')?.[1] ?? ''
  assert.ok(onward.startsWith(`${provider.issuer}/session/end?`), onward)
  assert.equal(new URL(onward).searchParams.get('post_logout_redirect_uri'), `${base}/signed-out`)
  assert.equal(new URL(onward).searchParams.has('id_token_hint'), false, 'no token is kept')
  // The provider knows the door that it is asked for, and asks whether one means it.
  assert.match((await roamer.go(onward)).text, /logout|sign-out/iu)
  const copy = aRoamer()
  copy.cookies(base).set('remit', token)
  assert.match((await copy.go(`${base}/desk/mail`)).url, /\/sign-in/u)
})

test('somebody added by the administrator signs in with nothing but their address', async () => {
  await set(provider.issuer)
  there['wilma'] = { email: 'wilma.archer@larkshire.example', email_verified: true, name: 'Wilma Archer' }
  must(
    await world.does(isolde, addPerson, {
      name: 'Wilma Archer',
      email: 'Wilma.Archer@larkshire.example',
      roles: [officer],
    }),
  )
  assert.match(words((await aRoamer().signInThere(base, 'wilma')).text), /Signed in as Wilma Archer/u)
})

test('the chain of the journal holds through all of it', async () => {
  assert.deepEqual(await world.breaks(), [])
})

function todayInLondon(): string {
  return Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate().toString()
}

/** What this server answers under another council’s name. */
async function overHttp(address: string, host: string, cookies: Map<string, string>): Promise<string> {
  const { connect } = await import('node:net')
  const url = new URL(address)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(url.port), '127.0.0.1', () =>
      socket.write(
        `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${host}:${url.port}\r\nCookie: ${[...cookies]
          .map(([name, value]) => `${name}=${value}`)
          .join('; ')}\r\nConnection: close\r\n\r\n`,
      ),
    )
    socket
      .setEncoding('utf8')
      .on('data', (some: string) => {
        answer += some
      })
      .on('close', () => resolve(answer))
      .on('error', reject)
  })
}
