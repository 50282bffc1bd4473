import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { listActs, why } from '#authority'
import {
  answerClearance,
  askClearance,
  editDraft,
  propose,
  publish,
  putClause,
  putGrant,
  recordConsulted,
  restrict,
  sign,
  startDraft,
  viewClearance,
  viewDuties,
  acknowledgeDuties,
  viewRecord,
  workKeyTest,
} from '#decisions'
import { modules } from '#modules'
import { pounds } from '#platform/money.ts'
import { anyone, type Actor } from '#platform/use-case.ts'
import { startSession } from '#platform/web/session.ts'
import { openWeb, type WebOptions } from '#platform/web.ts'
import { frameAround } from '../site/frame.ts'
import { site } from '../site/index.ts'
import { assertSilent, saidBy } from '../testing/said.ts'
import { aCouncil, must } from '../testing/world.ts'
import { addressesOn, filled, paramsOf, routeOf } from './route-walk.ts'

// What may not be known yet, or not by everybody at the desk: every address of the house is asked, as those who may not know.

const world = await aCouncil({ on: '2022-08-04' })
const [priya, hugo, winifred, desmond, rosalind, marguerite, isolde, robin] = [
  'Priya',
  'Hugo',
  'Winifred',
  'Desmond',
  'Rosalind',
  'Marguerite',
  'Isolde',
  'Robin',
].map((name) => world.as(name)) as [Actor, Actor, Actor, Actor, Actor, Actor, Actor, Actor]

const rooms = [...modules, site(modules)]
const pages = rooms.flatMap((room) => room.pages ?? [])
const offers = rooms.flatMap((room) => room.offers ?? []).filter(({ method }) => method === 'GET')
const patterns = pages.map(({ path }) => path)
const silent = () => {}
const app = await openWeb({
  house: world.house,
  modules: rooms,
  frame: frameAround(rooms),
  council: world.council,
  log: { info: silent, warn: silent, error: silent } as unknown as WebOptions['log'],
  limits: { signIn: 1e6, upload: 1e6, search: 1e6 },
})
await app.listen({ port: 0, host: '127.0.0.1' })
after(() => app.close())
const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`

let day = Temporal.PlainDate.from('2022-08-04')
const tokens = new Map<string, string>()

async function asked(who: Actor, address: string): Promise<Response> {
  if (who.account === null) return fetch(base + address, { redirect: 'manual' })
  const token =
    tokens.get(`${who.account} ${day}`) ?? (await startSession(world.house, world.council, who.account)).token
  tokens.set(`${who.account} ${day}`, token)
  const headers = address.startsWith('/api/') ? { authorization: `Bearer ${token}` } : { cookie: `remit=${token}` }
  return fetch(base + address, { redirect: 'manual', headers })
}

const mayCome = ({ may }: { may: readonly string[] }, { roles }: Actor) =>
  may.includes(anyone) || may.some((role) => roles.includes(role))
const leavesBehind = /sign-(?:in|out)|clock|\/my-account|\/subscribe/u

/** Addresses of this record's own pages: all that the pages of those who work on it lead to from there. */
async function ownAddresses(ref: string): Promise<string[]> {
  const found = new Set<string>()
  for (const who of [priya, hugo]) {
    const waiting = [`/desk/decisions/${ref}`]
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const path = url.split(/[?#]/u)[0] ?? ''
      if (found.has(path) && who === priya) continue
      found.add(path)
      const reply = await asked(who, url)
      if (reply.status !== 200 || !(reply.headers.get('content-type') ?? '').startsWith('text/html')) continue
      for (const to of addressesOn(await reply.text()))
        if (to.includes(ref) && !found.has(to.split('?')[0] ?? '') && !leavesBehind.test(to)) waiting.push(to)
    }
  }
  return [...found]
}

/** Every page and offer that may have to do with a record, with real identifiers in their places. */
function addressesFor(who: Actor, ref: string, own: readonly string[], words: readonly string[], all = true): string[] {
  const values = Object.assign({ ref }, ...own.map((address) => routeOf(patterns, address)?.values ?? {}).reverse(), {
    ref,
  }) as Record<string, string>
  const known = [
    ...pages.filter((page) => mayCome(page, who)).map(({ path }) => path),
    ...offers.filter(({ does }) => mayCome(does, who)).map(({ path }) => `/api${path}`),
  ]
    .filter((path) => all || paramsOf(path).includes('ref'))
    .map((path) => (paramsOf(path).length === 0 ? path : filled(path, values)))
  const searched = words.flatMap((one) =>
    ['/register', '/register.json', '/acts', '/acts.csv', '/api/acts', '/mandates', '/forward-plan', '/desk'].map(
      (path) => `${path}?q=${encodeURIComponent(one)}`,
    ),
  )
  const about = ['/acts', '/api/acts', '/acts.csv'].map((path) => `${path}?record=${ref}`)
  return [...new Set([...known, ...own, ...searched, ...about])].filter((path) => !leavesBehind.test(path))
}

async function assertKept(who: Actor, addresses: string[], keptBack: readonly string[], words: string[]) {
  let told = 0
  for (const address of addresses) {
    const reply = await asked(who, address)
    assert.ok(reply.status < 500, `${address} answered ${reply.status} to ${who.name}`)
    if (reply.status === 200) told++
    for (const said of await saidBy(reply, words)) assertSilent(`${address}, read by ${who.name},`, said, keptBack)
  }
  assert.ok(told > 15, `only ${told} addresses told ${who.name} anything`)
}

const syllables = ['bor', 'wen', 'tash', 'mir', 'kol', 'dra', 'fel', 'hin', 'sul', 'quo', 'jix', 'pym', 'vau']
const word = fc.array(fc.constantFrom(...syllables), { minLength: 4, maxLength: 5 }).map((parts) => parts.join(''))
const phrase = fc.array(word, { minLength: 3, maxLength: 5 }).map((words) => words.join(' '))
// Six figures, none of them round, so that no reference, day or drawing holds them by chance.
const amount = fc
  .tuple(fc.integer({ min: 301, max: 489 }), fc.integer({ min: 111, max: 989 }))
  .map(([thousands, rest]) => BigInt(thousands) * 100_000n + BigInt(rest) * 100n)
const nils = { conflicts: 'No conflicts declared.', dispensations: 'No dispensations were given.' }

type Texts = { title: string; reasons: string; clause: string; value: bigint; ceiling: bigint }

/** A draft with these words in it, for Desmond or Cabinet to decide. */
async function draftOf(of: Texts, maker: string): Promise<{ ref: string; version: number; grant: string }> {
  let { ref, version } = must(await world.does(priya, startDraft, { title: of.title }))
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker,
        subject: 'adults/everyday-life',
        isKey: false,
        keyReasoning: 'It is below the threshold.',
        subjectToCallIn: true,
        value: { kind: 'stated', pence: Number(of.value) },
        reasons: `The present one ends. ${of.reasons}.`,
        alternatives: 'No alternatives were considered.',
      },
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, { ref, version, label: 'a', verb: 'delegate', words: `Delegate ${of.clause}` }),
  ))
  const clause = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[0]?.clause
  ;({ version } = must(
    await world.does(priya, putGrant, {
      ref,
      version,
      clause,
      holder: 'director-adults',
      powers: ['contract'],
      scope: 'adults/everyday-life',
      ceiling: { basis: 'whole-life', pence: Number(of.ceiling) },
    }),
  ))
  const grant = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[0]?.grants[0]?.grant ?? ''
  return { ref, version, grant }
}

test(
  'for any record, nothing of it is anywhere for a visitor or the host of a network before it is published, not even that it was decided',
  { timeout: 900_000 },
  async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(phrase, phrase, phrase, amount, amount, async (title, reasons, clause, value, ceiling) => {
        fc.pre(value !== ceiling)
        world.on(day.toString())
        runs++
        const maker = runs % 2 ? 'cabinet-member-adults' : 'cabinet'
        const { ref, version } = await draftOf({ title, reasons, clause, value, ceiling }, maker)
        const keptBack = [title, reasons, clause, `${value / 100n}`, `${ceiling / 100n}`]
        const words = [title.split(' ')[0] ?? '', pounds(value)]
        const asks = async (pence: bigint) => {
          const found = must(
            await world.asks(world.visitor, why, {
              post: maker,
              power: 'decide',
              subject: 'adults/everyday-life',
              pence: Number(pence),
            }),
          )
          return found.considered.map(({ mandate, left }) => [mandate.ref, left])
        }
        must(await world.does(priya, propose, { ref, version }))
        let own = await ownAddresses(ref)
        assert.ok(own.length > 10)
        for (const who of [world.visitor, robin])
          await assertKept(who, addressesFor(who, ref, own, words), keptBack, words)
        must(await world.does(maker === 'cabinet' ? rosalind : desmond, sign, { ref, version: version + 1, ...nils }))
        own = [...new Set([...own, ...(await ownAddresses(ref))])]
        const seen = must(await world.asks(priya, listActs, { record: ref }))
        const [decided] = seen.lines
        assert.ok(decided?.unpublished, 'those who work here see what was decided, and that it waits')
        own.push(
          `/acts/${decided.ref}`,
          `/thread/${decided.ref}`,
          `/api/acts/${decided.ref}`,
          `/api/trace/${decided.ref}`,
        )
        for (const who of [world.visitor, robin]) {
          await assertKept(who, addressesFor(who, ref, own, words), keptBack, words)
          for (const asked of [{ record: ref }, { q: title }, { q: ref }])
            assert.equal(must(await world.asks(who, listActs, asked)).count, 0)
        }
        for (const [, left] of await asks(1n)) assert.equal(left, null, 'what is left would tell its value')
        must(await world.does(hugo, publish, { ref }))
        const found = must(await world.asks(world.visitor, listActs, { record: ref }))
        assert.deepEqual(
          found.lines.map(({ what, value: worth, unpublished }) => [what, worth, unpublished]),
          [[`Decided: ${title}`, value, false]],
        )
        day = day.add({ days: 7 })
      }),
      { numRuns: 2, endOnFailure: true },
    )
    assert.deepEqual(await world.breaks(), [])
  },
)

const passage = 'The lowest bid came from Tansymeadow Quillaby at a discount'
const grounds = {
  kind: 'exempt',
  codes: ['3'],
  publicInterest: 'Bidders would not bid again.',
  decidedBy: 'The proper officer',
  reviewOn: '2030-08-04',
}

test(
  'at the desk, scrutiny, other members and the administrator find on no page and in no answer what is withheld from them',
  { timeout: 900_000 },
  async () => {
    world.on(day.toString())
    const [value, ceiling, yearly] = [412_347_00n, 311_923_00n, 207_461_00n]
    const everything = `${passage}. It is worth ${pounds(value)}, at most ${pounds(ceiling)}.`
    const title = 'A framework with one bidder'
    const drafted = await draftOf(
      { title, reasons: passage, clause: 'contracts', value, ceiling },
      'cabinet-member-adults',
    )
    const { ref, grant } = drafted
    let { version } = drafted
    const step = async (outcome: Promise<{ version: number }>) => {
      ;({ version } = await outcome)
    }
    await step(
      world
        .does(priya, workKeyTest, { ref, version, functionType: 'executive', perYear: Number(yearly), wards: 1 })
        .then(must),
    )
    const clause = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[0]
    await step(
      world
        .does(priya, putClause, {
          ref,
          version,
          clause: clause?.clause,
          label: 'a',
          verb: 'delegate',
          words: everything,
        })
        .then(must),
    )
    await step(
      world
        .does(priya, editDraft, { ref, version, changes: { purpose: everything, keyReasoning: everything } })
        .then(must),
    )
    const told = { ref, name: 'Cllr June Aldous', on: '2022-08-01' }
    must(
      await world.does(priya, recordConsulted, {
        ...told,
        capacity: 'ward-member',
        how: everything.slice(0, 400),
        response: 'agrees',
        says: everything,
        evidence: everything,
        interests: everything,
      }),
    )
    const asks = async () =>
      must(await world.does(priya, askClearance, { ref, version, post: 'chief-finance-officer', note: everything }))
        .clearances[0]
    const answers = async (clearance: string | undefined) => {
      const { hash } = must(await world.asks(winifred, viewClearance, { ref, clearance })).clearance
      must(
        await world.does(winifred, answerClearance, {
          ref,
          clearance,
          hash,
          outcome: 'cleared-with-comments',
          says: everything,
        }),
      )
    }
    // The first was given to words that nobody withholds: they went before.
    const older = 'Quillaby was cheapest by far, as everybody knew'
    await step(world.does(priya, editDraft, { ref, version, changes: { alternatives: older } }).then(must))
    await answers(await asks())
    const plain = { alternatives: 'None were found.', value: { kind: 'stated', pence: Number(value) } }
    await step(world.does(priya, editDraft, { ref, version, changes: plain }).then(must))
    must(await world.does(priya, restrict, { ref, place: 'reasons', passages: [passage], ...grounds }))
    must(await world.does(priya, restrict, { ref, place: 'value', ...grounds }))
    must(await world.does(priya, restrict, { ref, place: 'ceiling', grant, ...grounds }))
    await answers(await asks())
    const keptBack = [passage, older, ...[value, ceiling, yearly].map((pence) => `${pence / 100n}`)]
    const walks = async (stage: string) => {
      const own = await ownAddresses(ref)
      for (const who of stage === 'proposed' ? [marguerite] : [marguerite, rosalind, isolde]) {
        // Lists and whole desks hold no more of a draft than its title: once for each who reads them is enough.
        const all = stage === 'published' && who !== rosalind
        try {
          await assertKept(who, addressesFor(who, ref, own, [], all), keptBack, [])
        } catch (cause) {
          throw new Error(`${stage}: ${(cause as Error).message}`, { cause })
        }
      }
    }
    await walks('a draft')
    must(await world.does(priya, propose, { ref, version }))
    await walks('proposed')
    const { digest, lines } = must(await world.asks(desmond, viewDuties, { ref }))
    if (lines.some(({ entry }) => entry !== null)) must(await world.does(desmond, acknowledgeDuties, { ref, digest }))
    must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
    await walks('decided')
    must(await world.does(hugo, publish, { ref }))
    await walks('published')
    // Who works on it has every word.
    const own = await asked(winifred, `/desk/decisions/${ref}`)
    assert.ok((await own.text()).includes('Tansymeadow'))
  },
)
