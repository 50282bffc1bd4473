import { z } from 'zod'
import {
  actsAbout,
  decisionMaker,
  democraticServices,
  everybody,
  grantedBy,
  mandatesOfDecision,
  posts,
  postsHeldBy,
  publicEyes,
  schemeOn,
  staff,
} from '#authority'
import { optionalDay, optionalText, ref, whole } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { withoutSums } from '#platform/sums.ts'
import { done, missing, query, type Work } from '#platform/use-case.ts'
import { callInsOf } from './call-in/store.ts'
import { standingOn, type Decision } from './decision.ts'
import { fallbacksOf } from './fallbacks.ts'
import { findingsOn } from './findings.ts'
import {
  orders,
  publicDecision,
  registerCount,
  registerPage,
  type Order,
  type Place,
  type RegisterFilter,
  type RegisterRow,
} from './register.ts'
import { hiddenFrom, withoutFigures } from './secrecy/about-record.ts'
import { asSeenBy } from './secrecy/rendition-for.ts'
import { isBody } from './sign.ts'
import { findDecision, onTheDesk, waitingFor } from './store.ts'

const choice = <const T extends [string, ...string[]]>(...of: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), z.enum(of).nullable().default(null))

// Longer than most: the place in an order by title holds a title.
const pageCursor = z
  .string()
  .max(2000)
  .regex(/^[\w-]*$/u, 'Start again from the first page: this place in the list is not known.')
  .optional()
  .meta({ description: 'The `next` or `previous` of another page' })

/** What the register can be asked: words, who decided, what about, key or not, how it stands, when it was published. */
export const registerInput = z.object({
  q: optionalText(200)
    .default(null)
    .meta({ description: 'Words to search for; "in quotes" for a phrase, -word to leave one out' }),
  words: optionalText(200).default(null).meta({ description: 'The same as q' }),
  maker: optionalText(81).default(null),
  makerKind: choice('cabinet', 'member', 'officer', 'committee', 'council'),
  subject: z.preprocess(
    (given) => (given === '' ? null : given),
    z
      .string()
      .max(200)
      .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u, 'Choose a subject from the list.')
      .nullable()
      .default(null),
  ),
  key: z.preprocess(
    (given) => (given === 'yes' || given === true ? true : given === 'no' || given === false ? false : null),
    z.boolean().nullable(),
  ),
  standing: choice('call-in open', 'called in', 'effective', 'superseded'),
  from: optionalDay.default(null),
  until: optionalDay.default(null),
  order: z.preprocess(
    (given) => (given === '' ? undefined : given),
    z.enum(['published', 'decided', 'effective', 'title']).default('published'),
  ),
  /** The other way round than is usual for the order: the oldest first, or titles from Z to A. */
  turned: z.preprocess((given) => given === 'yes' || given === 'true' || given === true, z.boolean()).default(false),
  after: pageCursor,
  before: pageCursor,
  size: whole(1, 100).default(20),
})

/** The public register, a page at a time; `next` and `previous` are places to go on from. */
export const searchRegister = query({
  name: 'decisions.search-register',
  title: 'Search the register of decisions',
  may: everybody,
  input: registerInput,
  async run({ tx, council, today }, { order, turned, after, before, size, q, words, ...rest }) {
    const filter: RegisterFilter = { ...rest, words: q ?? words }
    const place = placeOf(order, after ?? before)
    const backwards = after === undefined && before !== undefined
    const { count, more: moreThan, few } = await registerCount(tx, council, filter, today)
    const more = await registerPage(tx, council, filter, {
      order,
      reversed: turned,
      few,
      place,
      backwards,
      size: size + 1,
      today,
    })
    const beyond = more.length > size
    const found = beyond ? (backwards ? more.slice(1) : more.slice(0, size)) : more
    const [first, last] = [found[0], found.at(-1)]
    return done({
      decisions: found.map((one) => ({ ...one, standing: standingOfRow(one, today) })),
      count,
      moreThan,
      next: last && (backwards || beyond) ? cursor(order, last) : null,
      previous: first && (backwards ? beyond : place !== null) ? cursor(order, first) : null,
    })
  },
})

const cursor = (order: Order, row: RegisterRow): string => cursorAt([orders[order].of(row), row.ref])

// A place that was tampered with, or belongs to another order, is the first page.
function placeOf(order: Order, given: string | undefined): Place | null {
  const [value, ref] =
    given === undefined ? [] : (readCursor(given, [order === 'title' ? 'text' : 'day', 'text']) ?? [])
  return value === undefined || ref === undefined ? null : { value, ref }
}

/**
 * Up to 500 entries of the register in its usual order, uncounted: what a copy of all of it is made from, page by page. Give
 * `next` as `after` for more.
 */
export const copyRegister = query({
  name: 'decisions.copy-register',
  title: 'Copy the register of decisions, page by page',
  may: everybody,
  input: registerInput,
  async run({ tx, council, today }, { order, turned, after, before: _, size: __, q, words, ...rest }) {
    const found = await registerPage(
      tx,
      council,
      { ...rest, words: q ?? words },
      { order, reversed: turned, place: placeOf(order, after), backwards: false, size: 501, today },
    )
    const decisions = found.slice(0, 500)
    const last = decisions.at(-1)
    return done({
      decisions: decisions.map((one) => ({ ...one, standing: standingOfRow(one, today) })),
      next: found.length > 500 && last ? cursor(order, last) : null,
    })
  },
})

const standingOfRow = (one: RegisterRow, today: Temporal.PlainDate) =>
  one.supersededBy ? ('superseded' as const) : standingOn({ state: 'published', ...one }, today)

/** A published decision as the public sees it, whoever asks, with what it authorised and how much of that has been used. */
export const viewDecision = query({
  name: 'decisions.view-decision',
  title: 'Read a published decision',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const found = await publicDecision(tx, council, ref)
    if (!found) return missing(`There is no published decision ${ref}.`)
    const mandates = await grantedBy(tx, council, ref, today, publicEyes)
    const standing = found.supersededBy ? ('superseded' as const) : standingOn({ state: 'published', ...found }, today)
    const act = (await actsAbout(tx, council, ref)).find((one) => one.ref === found.document.decidedAct)
    const open = mandates.filter(({ ceiling, withheld }) => ceiling === null && withheld !== 'ceiling and use')
    const scheme = open.length ? await schemeOn(tx, council, today) : []
    const fallbacks = Object.fromEntries(open.map((given) => [given.ref, fallbacksOf(scheme, given)]))
    return done({ decision: found.document, standing, decidedUnder: act?.mandateRef ?? null, mandates, fallbacks })
  },
})

/** Records on the desk: drafts, what waits to be signed, what waits to be published. */
export const viewDesk = query({
  name: 'decisions.view-desk',
  title: 'See what is on the desk',
  may: [...staff],
  input: z.object({
    state: choice('draft', 'proposed', 'decided', 'refused', 'withdrawn'),
    words: optionalText(200).default(null),
    before: z.preprocess(
      (given) => (given === '' ? undefined : given),
      z
        .string()
        .transform((text, context) => {
          try {
            return Temporal.Instant.from(text)
          } catch {
            context.addIssue({ code: 'custom', message: 'Start again from the first page.' })
            return z.NEVER
          }
        })
        .optional(),
    ),
    size: whole(1, 100).default(20),
  }),
  async run({ tx, actor, today }, { state, words, before, size }) {
    const states = state ? [state] : (['draft', 'proposed', 'decided'] as const)
    const found = await onTheDesk(tx, actor.council, {
      states,
      ...(words ? { words } : {}),
      ...(before ? { before } : {}),
      size: size + 1,
    })
    const held = new Set(
      actor.account ? (await postsHeldBy(tx, actor.council, actor.account, today)).map(({ post }) => post) : [],
    )
    const titles = new Map((await posts(tx, actor.council)).map(({ post, title }) => [post, title]))
    const records = found
      .slice(0, size)
      .map((one) => ({
        ...one,
        makerTitle: titles.get(one.maker ?? '') ?? null,
        yourTurn: yourTurn(one, held, actor.roles),
      }))
    return done({ records, next: found.length > size ? (records.at(-1)?.changedAt.toString() ?? null) : null })
  },
})

// Whose turn it is: whoever holds the deciding post, then democratic services.
function yourTurn(
  { state, maker }: { state: string; maker: string | null },
  held: Set<string>,
  roles: readonly string[],
): boolean {
  if (state === 'proposed') return maker !== null && held.has(maker) && roles.includes(decisionMaker)
  return state === 'decided' && roles.includes(democraticServices)
}

/**
 * What waits for the person who asks, the longest first: what their posts decide, what democratic services record for a body
 * or publish, call-ins to be released, and their own drafts.
 */
export const viewMyTurn = query({
  name: 'decisions.view-my-turn',
  title: 'See what waits for you',
  may: [...staff],
  input: z.object({}),
  async run({ tx, actor, today }) {
    const { council, roles, account } = actor
    const held = account ? await postsHeldBy(tx, council, account, today) : []
    const known = await posts(tx, council)
    const titles = new Map(known.map(({ post, title }) => [post, title]))
    const deciding = roles.includes(decisionMaker) ? held.map(({ post }) => post) : []
    const bodies = roles.includes(democraticServices) ? known.filter(isBody).map(({ post }) => post) : []
    const waiting = await waitingFor(tx, council, {
      deciding: [...new Set([...deciding, ...bodies])],
      publishes: roles.includes(democraticServices),
      drafter: account,
    })
    return done({
      records: waiting.map((one) => ({ ...one, makerTitle: titles.get(one.maker ?? '') ?? null })),
      held: held.map(({ post, title }) => ({ post, title })),
    })
  },
})

/** A record on the desk, whole, with what the rules say of it and what it would authorise. */
export const viewRecord = query({
  name: 'decisions.view-record',
  title: 'Read a decision on the desk',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council, today } = work
    const decision: Decision | null = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const callIns = await callInsOf(tx, council, decision.decision)
    const calledIn = callIns.some(({ outcome }) => outcome === null)
    const findings = await findingsOn(work as Work, decision, decision.state === 'draft' ? 'propose' : 'decide')
    const whole = {
      decision,
      standing: standingOn({ ...decision, calledIn }, today),
      findings,
      callIns,
      // How much of them is used is asked of authority, which knows who may be told.
      mandates: (await mandatesOfDecision(tx, council, ref)).map(
        ({ exercisedPence: _, passedOnPence: __, recalledPence: ___, ...mandate }) => mandate,
      ),
    }
    const { amounts } = await hiddenFrom(work, decision)
    return done(
      await asSeenBy(work, decision, {
        ...whole,
        findings: amounts
          ? {
              gate: withoutFigures(findings.gate),
              look: withoutFigures(findings.look),
              also: findings.also.map((one) => ({
                ...one,
                says: withoutSums(one.says),
                working: one.working === null ? null : withoutSums(one.working),
              })),
            }
          : findings,
      }),
    )
  },
})
