import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { delegateOnward, listActs, listMandates, recordAct, why } from '#authority'
import { modules } from '#modules'
import { pounds } from '#platform/money.ts'
import { openWeb } from '#platform/web.ts'
import type { WebOptions } from '#platform/web.ts'
import { anyone } from '#platform/use-case.ts'
import { frameAround } from '../../../site/frame.ts'
import { site } from '../../../site/index.ts'
import { assertSilent, saidBy } from '../../../testing/said.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { callIn } from '../call-in/index.ts'
import { correctRecord } from '../corrections/correct-record.ts'
import { editDraft } from '../edit-draft.ts'
import { putClause, putGrant } from '../edit-clauses.ts'
import { drafted, nils } from '../pages/examples.ts'
import { addPaper } from '../papers/put-papers.ts'
import { propose } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { foldedWords } from './fold.ts'
import { isLong } from './rendition.ts'
import { restrict } from './restrict.ts'

const world = await aCouncil({ on: '2022-08-04' })
const [priya, desmond, hugo, marguerite] = ['Priya', 'Desmond', 'Hugo', 'Marguerite'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const rooms = [...modules, site(modules)]
const logged: string[] = []
const log = (...given: unknown[]) => {
  logged.push(JSON.stringify(given))
}
const app = await openWeb({
  house: world.house,
  modules: rooms,
  frame: frameAround(rooms),
  council: world.council,
  log: { info: log, warn: log, error: log } as unknown as WebOptions['log'],
  limits: { signIn: 1e6, upload: 1e6, search: 1e6 },
})
await app.listen({ port: 0, host: '127.0.0.1' })
after(() => app.close())
const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`

/** Every address that a stranger can ask for and that can have to do with a record: the whole table of pages and offers. */
function addresses(refs: { decision: string; mandates: string[]; act: string }, words: string[]): string[] {
  const all = rooms.flatMap(({ pages = [], offers = [] }) => [
    ...pages.filter(({ may }) => may.includes(anyone)).map(({ path }) => path),
    ...offers
      .filter(({ method, does }) => method === 'GET' && does.may.includes(anyone))
      .map(({ path }) => `/api${path}`),
  ])
  const filled = all.flatMap((path) => {
    const names = [...path.matchAll(/:([A-Za-z]+)/gu)].map(([, name]) => name ?? '')
    if (names.length === 0) return [path]
    return names.length > 1 || names[0] !== 'ref'
      ? []
      : [refs.decision, ...refs.mandates, refs.act].map((ref) => path.replace(/:[A-Za-z]+/u, ref))
  })
  const asked = words.flatMap((one) =>
    ['/register', '/register.json', '/register.csv', '/mandates', '/acts', '/api/decisions', '/rules'].map(
      (path) => `${path}?q=${encodeURIComponent(one)}`,
    ),
  )
  const number = refs.decision
    .replaceAll(/\D/gu, '')
    .replace(/^(\d{4})0*(\d+)$/u, (_, year: string, rest: string) => year + rest.padStart(6, '0'))
  const others = [
    `/ieDecisionDetails.aspx?ID=${number}`,
    `/mgDecisionDetails.aspx?IId=${number}&Opt=1`,
    `/mgIssueHistoryHome.aspx?IId=${number}&Opt=0`,
    '/mgDelegatedDecisions.aspx?DR=01/01/2022-31/12/2022&V=1',
    '/mgRss.aspx?XXR=0',
    `/decisions/${refs.decision}/nothing`,
    `/decisions/${refs.decision}/papers/00000000-0000-4000-8000-000000000000`,
    '/why?post=director-adults&power=contract&subject=adults%2Feveryday-life&pence=100',
  ]
  return [...new Set([...filled, ...asked, ...others])].filter((path) => !/sign-(?:in|out)|clock/u.test(path))
}

/** Searches everything that anybody can be given for what nobody may have. */
async function nothingLeaks(
  refs: { decision: string; mandates: string[]; act: string },
  passages: readonly string[],
  words: string[],
): Promise<void> {
  for (const address of [...addresses(refs, words), ...addresses(refs, []).slice(0, 12)]) {
    const response = await fetch(base + address, { redirect: 'manual' })
    for (const said of await saidBy(response, words)) assertSilent(address, said, passages)
  }
  for (const line of logged.splice(0))
    for (const passage of passages) assert.ok(!foldedWords(line).includes(foldedWords(passage)), line)
  for (const passage of passages) {
    for (const phrase of [`"${passage.replaceAll('"', ' ')}"`]) {
      const found = JSON.parse(await (await fetch(`${base}/register.json?q=${encodeURIComponent(phrase)}`)).text()) as {
        decisions?: { ref: string }[]
      }
      assert.ok(!found.decisions?.some(({ ref }) => ref === refs.decision), `searching for ${phrase} finds it`)
    }
  }
  const stored = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query(
          'select document::text as document, search::text as search from decisions.register where ref = $1',
          [refs.decision],
        )
      ).rows,
  )
  for (const passage of passages)
    assert.ok(
      !JSON.stringify(stored)
        .split(/\[Withheld:[^\]]*\]/u)
        .some((piece) => foldedWords(piece).includes(foldedWords(passage))),
    )
}

const syllables = [
  'bor',
  'wen',
  'tash',
  'mir',
  'kol',
  'dra',
  'fel',
  'hin',
  'zé',
  'øst',
  'ñar',
  'sul',
  'quo',
  'jix',
  'pym',
  'vau',
]
const word = fc.array(fc.constantFrom(...syllables), { minLength: 3, maxLength: 4 }).map((parts) => parts.join(''))
const sentence = fc
  .tuple(fc.array(word, { minLength: 5, maxLength: 10 }), fc.constantFrom(' ', '\u00A0', ', '))
  .map(([words, gap]) => `${words.join(gap)}.`)
const text = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(' '))
/** A passage of a text by where it begins and how many words it has; they overlap and nest as they fall. */
const cut = fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 3, max: 9 }))

const passageOf = (of: string, [from, length]: [number, number]): string => {
  const words = [...of.matchAll(/\S+/gu)]
  const start = from % Math.max(1, words.length - 2)
  const last = words[Math.min(words.length - 1, start + length - 1)]
  return of.slice(words[start]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0))
}

const grounds = {
  kind: 'exempt',
  codes: ['3'],
  publicInterest: 'Bidders would not bid again.',
  decidedBy: 'The proper officer',
  reviewOn: '2023-08-04',
}
let day = Temporal.PlainDate.from('2022-08-04')

test(
  'for any text and any restrictions, no withheld passage of three words or more is in anything that anybody can be given',
  { timeout: 240_000 },
  async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        fc.record({ reasons: text, purpose: text, alternatives: text, clause: sentence, grounds: sentence }),
        fc.array(cut, { minLength: 2, maxLength: 4 }),
        cut,
        cut,
        fc.boolean(),
        async (of, ofReasons, ofClause, late, isConfidential) => {
          world.on(day.toString())
          const passages = [
            ...ofReasons.map((one) => passageOf(of.reasons, one)),
            passageOf(of.clause, ofClause),
          ].filter(isLong)
          const lateOne = passageOf(of.purpose, late)
          const draft = await drafted(world, { title: `Record ${runs++}` })
          const { ref } = draft
          // What is withheld also stands elsewhere, in other clothes.
          const alternatives = `${of.alternatives} ${passages[0]?.toUpperCase() ?? ''}. ${passages.at(-1)?.replaceAll(' ', '\n') ?? ''}`
          let { version } = must(
            await world.does(priya, editDraft, {
              ref,
              version: draft.version,
              changes: {
                reasons: of.reasons,
                purpose: `${of.purpose} ${passages[0]?.normalize('NFD') ?? ''}`,
                alternatives,
                wards: passages[0]?.slice(0, 900),
              },
            }),
          )
          const delegating = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[1]
          ;({ version } = must(
            await world.does(priya, putClause, {
              ref,
              version,
              clause: delegating?.clause,
              label: 'b',
              verb: 'delegate',
              words: `Delegate contracts. ${of.clause} ${passages[0] ?? ''}`,
            }),
          ))
          ;({ version } = must(
            await world.does(priya, addPaper, {
              ref,
              version,
              kind: 'report',
              title: `Report on ${passages[0]?.slice(0, 250) ?? ''}`,
              name: 'report.txt',
              bytes: new TextEncoder().encode(`A report ${runs}.`),
            }),
          ))
          for (const passage of passages) {
            const place = of.reasons.includes(passage)
              ? { place: 'reasons' }
              : { place: 'clause', clause: delegating?.clause }
            must(
              await world.does(priya, restrict, {
                ref,
                ...place,
                passages: [passage],
                ...grounds,
                ...(isConfidential ? { kind: 'confidential', codes: [], reviewOn: '' } : {}),
              }),
            )
          }
          must(await world.does(priya, propose, { ref, version }))
          must(
            await world.does(desmond, sign, {
              ref,
              version: version + 1,
              ...nils,
              conflicts: `No conflicts declared. ${passages[0] ?? ''}`,
            }),
          )
          must(await world.does(hugo, publish, { ref }))
          must(
            await world.does(marguerite, callIn, {
              ref,
              clauses: [delegating?.clause],
              callers: ['Cllr Vane', 'Cllr Birch', 'Cllr Moss'],
              grounds: `${of.grounds} ${passages[0] ?? ''}`,
            }),
          )
          const first = of.reasons.split(/\s+/u)[0] ?? ''
          await world.does(hugo, correctRecord, {
            ref,
            place: 'reasons',
            said: of.reasons.slice(0, first.length + 3),
            shouldSay: `${of.reasons.slice(0, first.length + 3)}x`,
            because: `A slip in ${passages[0] ?? ''}`,
            clerical: 'yes',
          })
          const seen = must(await world.asks(world.visitor, viewDecision, { ref }))
          const refs = { decision: ref, mandates: seen.mandates.map((one) => one.ref), act: seen.decision.decidedAct }
          const words = [...new Set(passages.flatMap((one) => one.split(/[\s,.]+/u)).filter(Boolean))].slice(0, 2)
          await nothingLeaks(refs, passages, words)
          // And what is withheld only later goes from everything that was remembered.
          if (isLong(lateOne)) {
            must(await world.does(hugo, restrict, { ref, place: 'purpose', passages: [lateOne], ...grounds }))
            await nothingLeaks(refs, [...passages, lateOne], words)
          }
          day = day.add({ days: 7 })
        },
      ),
      { numRuns: 2, endOnFailure: true },
    )
    assert.ok(runs >= 2)
    assert.deepEqual(await world.breaks(), [])
  },
)

/** The same sum in the clothes in which people write it, made without the reader that looks for it. */
const clothesOf = (pence: bigint): string[] => {
  const whole = (pence / 100n).toString()
  const pennies = (pence % 100n).toString().padStart(2, '0')
  const grouped = (gap: string) => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, gap)
  return [
    `£${grouped(',')}.${pennies}`,
    `£${grouped(',')}`,
    whole,
    `${grouped(' ')}.${pennies}`,
    `£${grouped('\u00A0')}`,
    `${pence} pence`,
    `£${whole.slice(0, -6)}.${whole.slice(-6)} million`,
    `${inWords(BigInt(whole))} pounds`,
    inWords(BigInt(whole)).toUpperCase(),
  ]
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
function inWords(n: bigint): string {
  for (const [size, name] of [
    [1_000_000n, 'million'],
    [1_000n, 'thousand'],
    [100n, 'hundred'],
  ] as const)
    if (n >= size) {
      const rest = n % size
      return `${inWords(n / size)} ${name}${rest === 0n ? '' : rest < 100n ? ` and ${inWords(rest)}` : ` ${inWords(rest)}`}`
    }
  if (n < 20n) return ones[Number(n)] ?? ''
  return `${tens[Number(n / 10n) - 2] ?? ''}${n % 10n === 0n ? '' : `-${ones[Number(n % 10n)]}`}`
}

// Seven figures, the last three not nought, so that no reference, day or drawing holds them by chance.
const amount = fc
  .tuple(fc.integer({ min: 1_100, max: 9_899 }), fc.integer({ min: 101, max: 989 }), fc.constantFrom(0, 0, 7, 45))
  .map(([thousands, rest, pennies]) => BigInt(thousands) * 100_000n + BigInt(rest) * 100n + BigInt(pennies))

test(
  'for any value and any ceiling that is withheld, no form of it is in anything that anybody can be given, nor anything by which it is found',
  { timeout: 240_000 },
  async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        amount,
        amount,
        fc.nat({ max: 8 }),
        fc.nat({ max: 8 }),
        fc.boolean(),
        async (value, ceiling, one, two, late) => {
          world.on(day.toString())
          const inClothes = (way: number, pence: bigint) => clothesOf(pence)[way] ?? ''
          const draft = await drafted(world, {
            title: `Amounts ${runs++}`,
            maker: 'cabinet',
            value: { kind: 'stated', pence: value },
            reasons: `The market gave one price: ${inClothes(one, value)}. It holds.`,
            purpose: `To spend ${inClothes(two, ceiling)} at most, out of ${inClothes((one + 4) % 9, value)}.`,
          })
          const { ref } = draft
          let { version } = draft
          const clause = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[1]
          ;({ version } = must(
            await world.does(priya, putClause, {
              ref,
              version,
              clause: clause?.clause,
              label: 'b',
              verb: 'delegate',
              words: `Delegate contracts of up to ${inClothes((two + 3) % 9, ceiling)}.`,
            }),
          ))
          const given = clause?.grants[0]
          ;({ version } = must(
            await world.does(priya, putGrant, {
              ref,
              version,
              clause: clause?.clause,
              grant: given?.grant,
              holder: 'director-adults',
              powers: ['award', 'contract'],
              scope: 'adults/everyday-life',
              ceiling: { basis: 'whole-life', pence: Number(ceiling) },
              mayDelegate: true,
            }),
          ))
          const withholdBoth = async (who: typeof priya) => {
            must(await world.does(who, restrict, { ref, place: 'value', ...grounds }))
            must(await world.does(who, restrict, { ref, place: 'ceiling', grant: given?.grant, ...grounds }))
          }
          if (!late) await withholdBoth(priya)
          must(await world.does(priya, propose, { ref, version }))
          must(await world.does(world.as('Rosalind'), sign, { ref, version: version + 1, ...nils }))
          must(await world.does(hugo, publish, { ref }))
          if (late) await withholdBoth(hugo)
          const [mandate] = must(await world.asks(priya, viewDecision, { ref })).mandates
          const inEffect = day.add({ days: 14 })
          world.on(inEffect.toString())
          const part = ceiling / 3n
          const passed = must(
            await world.does(world.as('Ada'), delegateOnward, {
              mandate: mandate?.ref,
              to: 'head-commissioning',
              powers: ['contract'],
              scope: 'adults/everyday-life',
              pence: Number(part),
              words: `Contracts up to ${inClothes(0, part)}.`,
              from: inEffect.toString(),
            }),
          )
          const spent = ceiling - part
          const act = must(
            await world.does(priya, recordAct, {
              post: 'director-adults',
              power: 'contract',
              subject: 'adults/everyday-life',
              what: `Contract for ${inClothes(one, spent)} with Willow Day Club (invented)`,
              pence: Number(spent),
              day: inEffect.toString(),
              under: mandate?.ref,
            }),
          )
          const said = [value, ceiling, part, spent].flatMap((pence) => [`${pence / 100n}`, inWords(pence / 100n)])
          const refs = { decision: ref, mandates: [mandate?.ref ?? '', passed.ref], act: act.ref }
          const searched = [value, ceiling, spent].map((pence) => pounds(pence))
          await nothingLeaks(refs, said, searched)
          const decidedUnder = must(await world.asks(world.visitor, viewDecision, { ref }))
          for (const address of [`/acts/${decidedUnder.decision.decidedAct}`, `/mandates/${decidedUnder.decidedUnder}`])
            for (const piece of await saidBy(await fetch(base + address), [])) assertSilent(address, piece, said)
          // To ask sum by sum, or to search and sort by what is used, says no more.
          const asked = async (pence: bigint) => {
            const found = must(
              await world.asks(world.visitor, why, {
                post: 'head-commissioning',
                power: 'contract',
                subject: 'adults/everyday-life',
                pence: Number(pence),
              }),
            )
            return {
              may: found.may,
              of: found.considered.map(({ mandate: { ref: own }, allows, left }) => [own, allows, left]),
            }
          }
          assert.deepEqual(await asked(part - 1n), await asked(part + 1n))
          assert.equal((await asked(1n)).may, null)
          for (const percent of [1, 50, 100])
            assert.ok(
              !must(await world.asks(world.visitor, listMandates, { usedOver: percent, size: 100 })).lines.some(
                ({ ref: own }) => refs.mandates.includes(own),
              ),
            )
          for (const words of searched)
            assert.ok(
              !must(await world.asks(world.visitor, listActs, { q: words })).lines.some(
                ({ ref: own }) => own === act.ref,
              ),
            )
          day = inEffect.add({ days: 7 })
        },
      ),
      { numRuns: 2, endOnFailure: true },
    )
    assert.ok(runs >= 2)
    assert.deepEqual(await world.breaks(), [])
  },
)
