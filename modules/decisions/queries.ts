import { z } from 'zod'
import { decisionMaker, democraticServices, everybody, mandatesOfDecision, posts, postsHeldBy, scrutiny, staff, type Mandate } from '#authority'
import { optionalDay, optionalText, pageCursor, ref, whole } from '#platform/input.ts'
import { done, missing, query, type Work } from '#platform/use-case.ts'
import { standingOn, type Decision } from './decision.ts'
import { findingsOn } from './findings.ts'
import { orders, publicDecision, registerCount, registerPage, type Order, type Place, type RegisterFilter } from './register.ts'
import { callInsOf, findDecision, onTheDesk } from './store.ts'

const choice = <const T extends [string, ...string[]]>(...of: T) => z.preprocess((given) => given === '' ? undefined : given, z.enum(of).nullable().default(null))

/** What the register can be asked: words, who decided, what about, key or not, how it stands, when it was published. */
export const registerInput = z.object({
  words: optionalText(200).default(null),
  maker: optionalText(81).default(null),
  makerKind: choice('cabinet', 'member', 'officer', 'committee', 'council'),
  subject: z.preprocess((given) => given === '' ? null : given, z.string().max(200).regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u, 'Choose a subject from the list.').nullable().default(null)),
  key: z.preprocess((given) => given === 'yes' || given === true ? true : given === 'no' || given === false ? false : null, z.boolean().nullable()),
  standing: choice('call-in open', 'called in', 'effective', 'superseded'),
  from: optionalDay.default(null),
  until: optionalDay.default(null),
  order: z.preprocess((given) => given === '' ? undefined : given, z.enum(['published', 'decided', 'effective', 'title']).default('published')),
  after: pageCursor.optional(),
  before: pageCursor.optional(),
  size: whole(1, 100).default(20),
})

/** The public register, a page at a time; `next` and `previous` are places to go on from. */
export const searchRegister = query({
  name: 'decisions.search-register',
  title: 'Search the register of decisions',
  may: everybody,
  input: registerInput,
  async run({ tx, actor: { council }, today }, { order, after, before, size, ...filter }) {
    const place = placeOf(after ?? before)
    const backwards = after === undefined && before !== undefined
    const more = await registerPage(tx, council, filter, { order, place, backwards, size: size + 1, today })
    const beyond = more.length > size
    const found = beyond ? backwards ? more.slice(1) : more.slice(0, size) : more
    const [first, last] = [found[0], found.at(-1)]
    const { count, more: moreThan } = await registerCount(tx, council, filter, today, 1000)
    return done({
      decisions: found.map((one) => ({ ...one, standing: one.supersededBy ? 'superseded' as const : standingOn({ state: 'published', ...one }, today) })),
      count, moreThan,
      next: last && (backwards || beyond) ? cursor(order, last) : null,
      previous: first && (backwards ? beyond : place !== null) ? cursor(order, first) : null,
    })
  },
})

const cursor = (order: Order, row: Parameters<(typeof orders)[Order]['of']>[0]): string =>
  Buffer.from(JSON.stringify([orders[order].of(row), row.ref])).toString('base64url')

function placeOf(given: string | undefined): Place | null {
  if (!given) return null
  try {
    const [value, ref] = JSON.parse(Buffer.from(given, 'base64url').toString()) as [unknown, unknown]
    return typeof value === 'string' && typeof ref === 'string' ? { value, ref } : null
  } catch {
    return null // a place that was tampered with is the first page
  }
}

/** A published decision as the public sees it, with what it authorised and how much of that has been used. */
export const viewDecision = query({
  name: 'decisions.view-decision',
  title: 'Read a published decision',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, actor: { council }, today }, { ref }) {
    const found = await publicDecision(tx, council, ref)
    if (!found) return missing(`There is no published decision ${ref}.`)
    const mandates: Mandate[] = await mandatesOfDecision(tx, council, ref)
    const standing = found.supersededBy ? 'superseded' as const : standingOn({ state: 'published', ...found }, today)
    return done({ decision: found.document, standing, mandates })
  },
})

/** Records on the desk: drafts, what waits to be signed, what waits to be published. */
export const viewDesk = query({
  name: 'decisions.view-desk',
  title: 'See what is on the desk',
  may: [...staff],
  input: z.object({
    state: choice('draft', 'proposed', 'decided', 'refused', 'withdrawn'), words: optionalText(200).default(null),
    before: z.preprocess((given) => given === '' ? undefined : given, z.string().transform((text, context) => {
      try { return Temporal.Instant.from(text) } catch { context.addIssue({ code: 'custom', message: 'Start again from the first page.' }); return z.NEVER }
    }).optional()),
    size: whole(1, 100).default(20),
  }),
  async run({ tx, actor, today }, { state, words, before, size }) {
    const states = state ? [state] : ['draft', 'proposed', 'decided'] as const
    const found = await onTheDesk(tx, actor.council, { states, ...(words ? { words } : {}), ...(before ? { before } : {}), size: size + 1 })
    const held = new Set(actor.account ? (await postsHeldBy(tx, actor.council, actor.account, today)).map(({ post }) => post) : [])
    const titles = new Map((await posts(tx, actor.council)).map(({ post, title }) => [post, title]))
    const records = found.slice(0, size).map((one) => ({ ...one, makerTitle: titles.get(one.maker ?? '') ?? null, yourTurn: yourTurn(one, held, actor.roles) }))
    return done({ records, next: found.length > size ? records.at(-1)?.changedAt.toString() ?? null : null })
  },
})

// Whose turn it is: whoever holds the deciding post, then democratic services.
function yourTurn({ state, maker }: { state: string; maker: string | null }, held: Set<string>, roles: readonly string[]): boolean {
  if (state === 'proposed') return maker !== null && held.has(maker) && roles.includes(decisionMaker)
  return state === 'decided' && roles.includes(democraticServices)
}

/** A record on the desk, whole, with what the rules say of it and what it would authorise. */
export const viewRecord = query({
  name: 'decisions.view-record',
  title: 'Read a decision on the desk',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, actor: { council }, today } = work
    const decision: Decision | null = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const callIns = await callInsOf(tx, council, decision.decision)
    const calledIn = callIns.some(({ outcome }) => outcome === null)
    const findings = await findingsOn(work as Work, decision, decision.state === 'draft' ? 'propose' : 'decide')
    return done({ decision, standing: standingOn({ ...decision, calledIn }, today), findings, callIns, mandates: await mandatesOfDecision(tx, council, ref) })
  },
})

export const filterIsEmpty = (filter: RegisterFilter): boolean => Object.values(filter).every((value) => value === null)

/** What is in scrutiny's window today, the first to close first. */
export const viewCallInWindow = query({
  name: 'decisions.view-call-in-window',
  title: 'See what can be called in',
  may: [scrutiny, democraticServices],
  input: z.object({ after: pageCursor.optional() }),
  async run({ tx, actor: { council }, today }, { after }) {
    const filter: RegisterFilter = { words: null, maker: null, makerKind: null, subject: null, key: null, standing: 'call-in open', from: null, until: null }
    const found = await registerPage(tx, council, filter, { order: 'effective', place: placeOf(after), backwards: false, size: 51, today })
    const last = found[49]
    return done({ decisions: found.slice(0, 50), next: found.length > 50 && last ? cursor('effective', last) : null })
  },
})
