import type { z } from 'zod'
import type { Tx } from './database.ts'

/** Who is doing something. `account` is null for somebody who has not signed in. */
export type Actor = { council: string; account: string | null; name: string; roles: readonly string[] }

/** The role of whoever has none: a use case that lists it is open to all. */
export const anyone = 'anyone'

/**
 * All that a use case may touch. There is no other way to the database, the clock or the queue, so that a change, its
 * journal entry and what it announces are one transaction, and a test can choose the day.
 */
export type Work = {
  tx: Tx
  actor: Actor
  /** The council in whose name it is done: the actor's. */
  council: string
  now: Temporal.Instant
  /** The day in London on which `now` falls. */
  today: Temporal.PlainDate
  /** Tells other modules, after the commit, that something happened: "decisions.published". */
  announce(topic: string, payload: Record<string, unknown>): void
  /** Names the record this is about, so that the journal can be read record by record. */
  about(subject: string): void
  /** Binds the content of a record that must never change into the journal's hash chain, for `remit verify` to recompute. */
  seal(kind: string, id: string, content: unknown): void
}

/** Why not, in full sentences with numbers, and what to do next; shown unchanged by page, API and CLI. */
export type Refusal = {
  kind: 'invalid' | 'forbidden' | 'missing' | 'refused' | 'changed'
  what: string
  because: string[]
  next: string | null
  /** For input that does not fit: the sentence for each field, by its name in the input. */
  fields: Record<string, string>
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Says no. `what` is the sentence people see first; each reason carries its numbers. */
export function refused(
  what: string,
  because: string | string[] = [],
  next: string | null = null,
): { ok: false; refusal: Refusal } {
  return refusal('refused', what, because, next)
}

/** There is no such record, or none that this person may know of. */
export function missing(what: string): { ok: false; refusal: Refusal } {
  return refusal('missing', what, [], 'Check the address or the reference.')
}

/** Somebody else was faster; what was typed is kept by the page. */
export function changed(what: string, because: string | string[] = []): { ok: false; refusal: Refusal } {
  return refusal('changed', what, because, 'Look at what changed, then send yours again if it still holds.')
}

/** The input is understood but cannot stand; one sentence for each field says how to mend it. */
export function invalid(fields: Record<string, string>): { ok: false; refusal: Refusal } {
  return {
    ok: false,
    refusal: {
      kind: 'invalid',
      what: 'There is a problem with what was sent.',
      because: Object.values(fields),
      next: null,
      fields,
    },
  }
}

function refusal(
  kind: Refusal['kind'],
  what: string,
  because: string | string[],
  next: string | null,
): { ok: false; refusal: Refusal } {
  return {
    ok: false,
    refusal: { kind, what, because: typeof because === 'string' ? [because] : because, next, fields: {} },
  }
}

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** Something that a person does: it changes records, and is journalled whether it is done or refused. */
export type UseCase<In extends z.ZodType = z.ZodType, Out = unknown> = {
  /** `module.verb-noun`, the name under which it is journalled and offered by the API and the CLI. */
  name: string
  /** What an officer would say: "Sign a decision". */
  title: string
  /** Roles of which one is needed to knock at all; the authority to act is another matter and is checked inside. */
  may: readonly string[]
  input: In
  run(work: Work, input: z.output<In>): Promise<Outcome<Out>>
  /** False for reading aids that a stranger may call freely, so that the journal is not theirs to fill. Default true. */
  journalled?: boolean
  /** What the journal remembers of the input, where the whole of it does not belong in what can never be taken out again. */
  remembers?(input: z.output<In>): unknown
  /**
   * For what thousands do at the same moment: those that arrive while one transaction is under way share the next, and with it
   * one commit and one turn at the journal (see gather.ts). It must not depend on what others in the same transaction do.
   */
  gathered?: boolean
  /**
   * For an answer that holds a secret and is shown once: under an Idempotency-Key it is not kept, and whoever sends the key again
   * is told this sentence instead.
   */
  shownOnce?: string
}

/** A question answered from the records; it changes nothing and is not journalled. */
export type Query<In extends z.ZodType = z.ZodType, Out = unknown> = {
  name: string
  title: string
  may: readonly string[]
  input: In
  /** The shape of the answer, for the API's description. */
  output?: z.ZodType<Out>
  run(work: Work, input: z.output<In>): Promise<Outcome<Out>>
}

/** What a question answers with. */
export type Answer<Q> = Q extends Query<infer _, infer Out> ? Out : never

/** Declares a use case with its types inferred. */
export const useCase = <In extends z.ZodType, Out>(definition: UseCase<In, Out>): UseCase<In, Out> => definition

/** Declares a query with its types inferred. */
export const query = <In extends z.ZodType, Out>(definition: Query<In, Out>): Query<In, Out> => definition
