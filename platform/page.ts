import type { z } from 'zod'
import type { Document, Form as Printed } from './document/index.ts'
import type { Html } from './html.ts'
import type { House } from './perform.ts'
import type { Council } from './tenant.ts'
import type { Actor, Outcome, Query, Refusal, UseCase } from './use-case.ts'
import type { Counted } from './web/limits.ts'
import type { Way } from './web/session.ts'

/** A file as it was given; `name` is what the sender called it and is never used as a path. */
export type GivenFile = { field: string; name: string; mediaType: string; bytes: Uint8Array }

/** What was typed, line ends as LF: the first value of every field, all its values in `lists`. */
export type Form = {
  values: Record<string, string>
  lists: Record<string, string[]>
  files: GivenFile[]
  once: string | undefined
}

/** One request, as a page sees it. */
export type Visit = {
  house: House
  actor: Actor
  council: Council
  today: Temporal.PlainDate
  now: Temporal.Instant
  path: string
  /** The address by which this server was asked, "localhost:3000"; empty when the browser sent something else. */
  host: string
  /** Where this council is reached, `https://decisions.example.gov.uk`: what was set for it, else as it was asked. */
  origin: string
  /** The name of the session of whoever has signed in, and how they came in. */
  session: { session: string; way: Way } | null
  /** The token that the browser was given when it was sent to another site, if it is on its way back. */
  trip: string | undefined
  params: Record<string, string>
  query: Record<string, string>
  /** Every value of a query’s fields, for those that may be given more than once. Line ends are LF, as in a form. */
  queryLists: Record<string, string[]>
  /** The hidden fields every form carries: the guard against forgery and the form's own key (see perform's `once`). */
  formFields(): Html
  /** Counts one more of what this person does, and throws past the limit (see web/limits.ts); the address is counted already. */
  countFor(what: Counted, account: string): Promise<void>
  ask<In extends z.ZodType, Out>(query: Query<In, Out>, input: unknown): Promise<Outcome<Out>>
  perform<In extends z.ZodType, Out>(useCase: UseCase<In, Out>, input: unknown, form?: Form): Promise<Outcome<Out>>
}

/** What a page answers with. A `view` is put into the site's frame; the rest goes out as it is. */
export type Reply =
  /** `onward` is an address of another site to which the browser goes by itself as soon as it has the page. */
  | { view: View; status?: number; onward?: string; trip?: null }
  /**
   * A path of our own; `session` signs an account in on the way, or signs out whoever is signed in; `trip: null` ends a trip
   * to another site.
   */
  | { redirect: string; session?: { start: string; way?: Way } | 'end'; trip?: null }
  /** Another site, to which only signing in leads; `trip` is the token by which the browser is known when it comes back. */
  | { leave: string; trip: string }
  | { file: string | Uint8Array | AsyncIterable<string>; type: string; download?: string; status?: number }
  /** A document, printed for whoever asks; `download` is what the file is called, without its ending. */
  | { document: Document; as: Printed; download: string }
  | { refusal: Refusal }

export type View = {
  /** The question this page answers; the browser's title and, unless the body has its own, the heading. */
  title: string
  body: Html
  /** Where "Back" goes, if there is a Back. */
  back?: string
  /** Wide pages use the whole window (two panes side by side); others keep a readable measure. */
  wide?: boolean
  /** Something on the page has to be put right: the title says so first, for whoever hears it read. */
  hasErrors?: boolean
}

/** One page = one question: its path, its form, its errors, its words, in one file. */
export type Page = {
  path: string
  /** Roles of which one is needed to see it at all; `anyone` opens it to the public. */
  may: readonly string[]
  /** What asking for it, or sending its form, counts as (see web/limits.ts). Searches and uploads are known without being told. */
  counts?: { get?: Counted; post?: Counted }
  /**
   * For what the public asks for most: the page may be kept as rendered for visitors until the council's journal or day moves
   * on. Only for a page that shows nothing but what is journalled, and the same to every visitor.
   */
  remembered?: true
  get(visit: Visit): Promise<Reply>
  post?(visit: Visit, form: Form): Promise<Reply>
}

type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Named<Name> | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Named<Name>
    : never
// As the router reads it: a dot ends the name, `/sheets/:sheet.csv`.
type Named<Name extends string> = Name extends `${infer Before}.${string}` ? Before : Name

/** A typed address: `decisionPath({ ref })` builds it, `decisionPath.pattern` is what the router is told. */
export type Path<P extends string> = ((
  ...params: [ParamsOf<P>] extends [never] ? [] : [Record<ParamsOf<P>, string>]
) => string) & { pattern: P }

export function path<const P extends string>(pattern: P): Path<P> {
  const build = (params?: Record<string, string>) =>
    pattern.replaceAll(/:([A-Za-z]+)/gu, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  return Object.assign(build, { pattern }) as unknown as Path<P>
}

/** Where somebody's own work starts: whoever has just signed in is sent there. The site knows which page that is. */
export const homePath = path('/home')
