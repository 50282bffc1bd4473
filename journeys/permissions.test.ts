import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '#modules'
import type { Offer } from '#platform/module.ts'
import { anyone } from '#platform/use-case.ts'
import { permissions } from '../checks/permissions.ts'
import { people } from '../site/demo/larkshire.ts'
import { site } from '../site/index.ts'
import { openJourneyHouse } from './house.ts'
import { byHttp } from './by-http.ts'
import { programOf, type Program } from './wire.ts'

// One engine is enough: who may come in is decided before any statement is sent.

// The table of permissions, walked through the doors that programs use. Of each role and mixture of roles one person is enough.
const { demo } = await openJourneyHouse({ demo: '2026-05-05' })
const rooms = [...modules, site(modules)]
const offers = rooms.flatMap((room) => room.offers ?? [])
const personas = [...Map.groupBy(people, ({ roles }) => roles.join()).values()].flatMap(([first]) =>
  first ? [first] : [],
)

/**
 * Signing in has a door of its own, POST /api/sign-in, and only that door may say who somebody is. Feeds by e-mail and answers
 * that are saved half way belong to whoever holds the link or the cookie of a page; a program keeps its own.
 */
const notForPrograms = [
  'accounts.accept-identity',
  'accounts.apply-roles',
  'consultations.begin-answers',
  'consultations.drop-answers',
  'consultations.read-started',
  'consultations.save-answers',
  'consultations.send-answers',
  'decisions.confirm-subscription',
  'decisions.subscribe',
  'decisions.unsubscribe',
  'platform.sign-in',
]
/** Whoever knocks here is signed out by it. */
const endsTheSession = '/sessions/end-all'

// An address of the right shape that leads to no record, and nothing that is asked for: whoever may knock is told so.
const knock = (program: Program, { method, path }: Offer) =>
  program(method, path.replaceAll(/:[A-Za-z]+/gu, 'D-2001-9999'))

test('every use case of every room is offered to programs, or is known not to be', () => {
  const offered = new Set(offers.map(({ does }) => does.name))
  assert.deepEqual(
    rooms
      .flatMap(({ useCases }) => useCases ?? [])
      .map(({ name }) => name)
      .filter((name) => !offered.has(name))
      .sort(),
    notForPrograms,
  )
  const listed = new Set(
    rooms.flatMap(({ useCases, queries }) => [...(useCases ?? []), ...(queries ?? [])]).map(({ name }) => name),
  )
  assert.deepEqual(
    [...offered].filter((name) => !listed.has(name)),
    [],
  )
  assert.deepEqual(
    offers
      .filter(
        ({ method, does }) =>
          method === 'POST'
          && !(does.name in permissions)
          && rooms.some(({ useCases }) => useCases?.some((one) => one.name === does.name)),
      )
      .map(({ does }) => does.name),
    [],
  )
})

test('somebody who has not signed in is asked to, exactly where it takes somebody', async () => {
  const program = await programOf(demo.base)
  for (const offer of offers) {
    const { status, said } = await knock(program, offer)
    const may = offer.does.may.includes(anyone)
    assert.equal(status === 401, !may, `${offer.method} ${offer.path} answered ${status}`)
    if (!may) assert.match(said.refused?.next ?? '', /POST \/api\/sign-in/u)
    assert.ok(status < 500, `${offer.method} ${offer.path} answered ${status}`)
  }
})

for (const { name, email, roles } of personas) {
  test(`${name} (${roles.join(' and ')}) may knock where the table says, and is told why everywhere else`, async () => {
    let program = await programOf(demo.base, email)
    let shut = 0
    for (const offer of offers) {
      const may = permissions[offer.does.name] ?? offer.does.may
      const excluded = !may.includes(anyone) && !may.some((role) => roles.includes(role))
      const {
        status,
        said: { refused },
      } = await knock(program, offer)
      assert.equal(
        status === 403,
        excluded,
        `${offer.method} ${offer.path} answered ${status} to ${roles.join()}; it is for ${may.join()}`,
      )
      assert.ok(status < 500 && status !== 401, `${offer.method} ${offer.path} answered ${status}`)
      if (excluded) {
        shut++
        assert.match(refused?.what ?? '', /^You may not/u)
        assert.ok(refused?.because[0]?.includes(`${name} signs in as`) && refused.next, JSON.stringify(refused))
      }
      if (offer.path === endsTheSession) program = await programOf(demo.base, email)
    }
    assert.ok(shut > 0 && shut < offers.length, `${shut} of ${offers.length} doors are shut to ${name}`)
  })
}

test('the pages are shut to the same people as their use cases', async () => {
  const pages = rooms.flatMap((room) => room.pages ?? []).filter(({ path }) => !/\.(?:csv|json)$/u.test(path))
  for (const { name, roles } of personas) {
    const visitor = await byHttp.come(demo.base)
    await visitor.open('/sign-in')
    await visitor.press(`Sign in as ${name}`)
    for (const { path, may } of pages) {
      const excluded = !may.includes(anyone) && !may.some((role) => roles.includes(role))
      const { status, body } = await visitor.take(path.replaceAll(/:[A-Za-z]+/gu, 'D-2001-9999'))
      // A door that is open may still lead nowhere: without an identity service, nobody is sent to one.
      const forTheirRole = status === 403 && /signs in as/u.test(body)
      assert.equal(forTheirRole, excluded, `${path} answered ${status} to ${roles.join()}`)
      assert.ok(status < 500, `${path} answered ${status}`)
    }
  }
})
