import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { row, sql, type Database, type Tx } from './database.ts'
import { longDay } from './days.ts'
import { alone, withOthers } from './gather.ts'
import { digestOf, writeEntry, type Entry } from './journal.ts'
import { toJson } from './json.ts'
import type { Outside } from './outside.ts'
import type { Councils } from './tenant.ts'
import {
  anyone,
  refused,
  type Actor,
  type Outcome,
  type Query,
  type Refusal,
  type UseCase,
  type Work,
} from './use-case.ts'

/** What every door needs to have something done. */
export type House = {
  database: Database
  councils: Councils
  clock(): Temporal.Instant
  /** Called after a commit that announced something, so that the relay need not wait for its next round. */
  stir(): void
  /** What it may reach beyond its records; nothing where it was not told. */
  outside?: Outside
}

/**
 * What makes a form one act. Sent twice, the second gets the outcome of the first; sent again with other words, by somebody who
 * went back and changed them, it is told so: the answer to the first would say that these were kept.
 */
export type Once = {
  /** The form's own key, a UUID. */
  key: string
  /** A digest of what was sent under it, from which nobody can guess what that was; null where it is not known. */
  asked: string | null
}

type Announcement = { id: string; topic: string; payload: Record<string, unknown> }

/**
 * Has a use case done: permission, input, one transaction, then the change, its journal line and its announcements commit
 * together. A refusal undoes whatever was begun and is journalled too. With `once`, what is sent twice is done once.
 */
export async function perform<In extends z.ZodType, Out>(
  house: House,
  useCase: UseCase<In, Out>,
  actor: Actor,
  raw: unknown,
  once?: Once,
): Promise<Outcome<Out>> {
  const parsed = admit(useCase, actor, raw)
  if (!parsed.ok) {
    if (parsed.refusal.kind === 'forbidden') await recordRefusal(house, useCase, actor, null, null, parsed.refusal)
    return parsed
  }
  let refusal: Refusal | null = null
  let subject: string | null = null
  let announced = false
  const at = await timeFor(house, actor)
  try {
    const within = useCase.gathered ? withOthers : alone
    return await within(house.database, { council: actor.council, role: 'remit_app' }, async (tx, last) => {
      if (once) {
        const before = await claim<Out>(tx, actor.council, once, useCase.name, at)
        if (before) return before
      }
      const sealed: Entry['sealed'] = []
      const announcements: Announcement[] = []
      const work: Work = {
        tx,
        actor,
        council: actor.council,
        now: at,
        today: londonDay(at),
        about: (record) => {
          subject = record
        },
        announce: (topic, payload) => {
          announcements.push({ id: randomUUID(), topic, payload })
        },
        seal: (kind, id, content) => {
          sealed.push({ kind, id, digest: digestOf(content) })
        },
      }
      const outcome = await useCase.run(work, parsed.value)
      if (!outcome.ok) {
        refusal = outcome.refusal
        throw new Undo()
      }
      for (const { id, topic, payload } of announcements) {
        await sql`insert into platform.outbox (council, id, topic, payload, at)
          values (${actor.council}, ${id}, ${topic}, ${toJson(payload)}::jsonb, ${at})`.execute(tx)
      }
      announced = announcements.length > 0
      if (once)
        await sql`update platform.once set outcome = ${toJson(useCase.shownOnce === undefined ? outcome : refused(useCase.shownOnce))} where council = ${actor.council} and key = ${once.key}`.execute(
          tx,
        )
      if (useCase.journalled !== false) {
        const input = kept(remembered(useCase, parsed.value))
        await last({ ...line(useCase, actor, at), outcome: 'done', subject, input, refusal: null, sealed })
      }
      return outcome
    })
  } catch (cause) {
    if (!(cause instanceof Undo) || !refusal) throw cause
    await recordRefusal(house, useCase, actor, subject, remembered(useCase, parsed.value), refusal)
    return { ok: false, refusal }
  } finally {
    if (announced) house.stir()
  }
}

/** Has a question answered from the records that this person may see, in a transaction that changes nothing. */
export async function ask<In extends z.ZodType, Out>(
  house: House,
  question: Query<In, Out>,
  actor: Actor,
  raw: unknown,
): Promise<Outcome<Out>> {
  const parsed = admit(question, actor, raw)
  if (!parsed.ok) return parsed
  // What is open to all is read with the rights of all, also by somebody who has signed in.
  const role = question.may.includes(anyone) ? 'remit_public' : 'remit_app'
  const at = await timeFor(house, actor)
  return house.database.within({ council: actor.council, role }, async (tx) => {
    const never = () => {
      throw new Error(`${question.name} is a question: it changes nothing.`)
    }
    return question.run(
      { tx, actor, council: actor.council, now: at, today: londonDay(at), about: never, announce: never, seal: never },
      parsed.value,
    )
  })
}

// A clock may count in nanoseconds and the database keeps microseconds: what is sealed now has to read the same when it is kept.
const timeFor = async (house: House, { council }: Actor): Promise<Temporal.Instant> =>
  (await house.councils.now(council, house.clock())).round({ smallestUnit: 'microsecond', roundingMode: 'trunc' })

/** The day in London on which an instant falls. */
export const londonDay = (at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO('Europe/London').toPlainDate()

const london = (at: Temporal.Instant): string => {
  const there = at.toZonedDateTimeISO('Europe/London')
  return `${there.toPlainTime().toString({ smallestUnit: 'minute' })} on ${longDay(there.toPlainDate())}`
}

class Undo extends Error {}

const remembered = <In extends z.ZodType>({ remembers }: UseCase<In>, input: z.output<In>): unknown =>
  remembers ? remembers(input) : input

function admit<In extends z.ZodType>(
  asked: { may: readonly string[]; title: string; input: In },
  actor: Actor,
  raw: unknown,
): Outcome<z.output<In>> {
  if (!asked.may.includes(anyone) && !asked.may.some((role) => actor.roles.includes(role))) {
    const who = actor.account
      ? `${actor.name} signs in as ${actor.roles.join(', ') || 'nobody in particular'}`
      : 'You have not signed in'
    const { refusal } = refused(
      `You may not do this: ${asked.title.toLowerCase()}.`,
      [`${who}. It takes one of: ${asked.may.join(', ')}.`],
      'Sign in as somebody who may, or ask them to do it.',
    )
    return { ok: false, refusal: { ...refusal, kind: 'forbidden' } }
  }
  const result = asked.input.safeParse(raw)
  if (result.success) return { ok: true, value: result.data }
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.') || 'input'] ??= issue.message
  return {
    ok: false,
    refusal: {
      kind: 'invalid',
      what: 'There is a problem with what was sent.',
      because: Object.entries(fields).map(([name, says]) => (name === 'input' ? says : `${name}: ${says}`)),
      next: null,
      fields,
    },
  }
}

const line = (useCase: { name: string }, actor: Actor, at: Temporal.Instant) => ({
  council: actor.council,
  at: at.toString({ smallestUnit: 'microsecond' }),
  account: actor.account,
  by: actor.name,
  useCase: useCase.name,
})

async function recordRefusal(
  house: House,
  useCase: UseCase,
  actor: Actor,
  subject: string | null,
  input: unknown,
  { kind, what, because }: Refusal,
): Promise<void> {
  if (useCase.journalled === false || kind === 'invalid') return
  const at = await timeFor(house, actor)
  await house.database.within({ council: actor.council, role: 'remit_app' }, (tx) =>
    writeEntry(tx, {
      ...line(useCase, actor, at),
      outcome: 'refused',
      subject,
      input: kept(input),
      refusal: { kind, what, because },
      sealed: [],
    }),
  )
}

// The journal remembers what was asked, not whole files or long texts: those are kept, and sealed, where they belong.
function kept(input: unknown): unknown {
  const text = toJson(input ?? null)
  return text.length <= 4000 ? (JSON.parse(text) as unknown) : { digest: digestOf(input), length: text.length }
}

async function claim<Out>(
  tx: Tx,
  council: string,
  { key, asked }: Once,
  name: string,
  at: Temporal.Instant,
): Promise<Outcome<Out> | null> {
  // A second sender waits here until the first has committed, then finds its outcome.
  const mine = await row(
    tx,
    sql`insert into platform.once (council, key, use_case, at, asked)
      values (${council}, ${key}, ${name}, ${at}, ${asked})
    on conflict do nothing returning key`,
  )
  if (mine) return null
  const first = await row<{ use_case: string; outcome: string | null; at: Temporal.Instant; asked: string | null }>(
    tx,
    sql`select use_case, outcome, at, asked from platform.once where council = ${council} and key = ${key}`,
  )
  if (!first?.outcome || first.use_case !== name)
    return refused('This form was already used for something else.', [], 'Open the page again and send it from there.')
  if (asked !== null && first.asked !== null && first.asked !== asked)
    return refused(
      'This was sent before, with something else in it, and that was done.',
      [`It was done at ${london(first.at)}. What you changed since is not kept yet.`],
      'Look at what was done. If this is to be done as well, open the page again and send it from there.',
    )
  return JSON.parse(first.outcome) as Outcome<Out>
}
