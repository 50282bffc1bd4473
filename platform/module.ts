import type { Sealed } from './journal.ts'
import type { Reaction } from './jobs.ts'
import type { House } from './perform.ts'
import type { Page, Visit } from './page.ts'
import type { StatedRule } from './rule-register.ts'
import type { Shaper, Tracer } from './thread.ts'
import type { Actor, Query, UseCase } from './use-case.ts'
import type { Counted } from './web/limits.ts'

/** A use case or a question offered to programs at an address under /api; parameters in the path are fields of its input. */
export type Offer = {
  method: 'GET' | 'POST'
  path: string
  does: UseCase | Query
  /** What a POST counts as (see web/limits.ts); searches are known without being told. */
  counts?: Counted
  /**
   * The field of the input that takes the caller's Idempotency-Key, where the use case itself sees to it that the same thing
   * sent twice is one, and wants to know when another thing is sent under the same key.
   */
  keyField?: string
}

export type CommandContext = {
  /** Opens the house only when a command needs records; reading a file or counting days needs none. */
  house(): Promise<House>
  /** The person in whose name a command acts: the machine's operator, with every role. */
  actor: Actor
  /** Where relative paths start: the caller's folder, also when a running server does the work for them. */
  cwd: string
  /** All of standard input. Ask before changing anything: the command may be started again to have it. */
  stdin(): Promise<Uint8Array>
  out(text: string): void
  err(text: string): void
}

/** One word of the command line: `remit trace REF`. Its answer is the exit code. */
export type Command = {
  name: string
  usage: string
  summary: string
  run(args: string[], context: CommandContext): Promise<number>
}

/** Something to be done once a day for each council. It may be run again on the same day, and then does nothing twice. */
export type DailyTask = { name: string; run(house: House, council: string): Promise<void> }

/** A short list for the start page: what is new or open in a room, and where the rest of it is. */
export type Told = {
  heading: string
  items: { text: string; href: string; says: string }[]
  rest: { text: string; href: string }
}

/** One room's answer for the start page, as whoever looks may see it; null where there is nothing to tell. */
export type Teller = (visit: Visit) => Promise<Told | null>

/** One room of the house, as the composition root sees it. What a module does not have is simply absent. */
export type Module = {
  name: string
  migrations?: URL
  pages?: Page[]
  offers?: Offer[]
  commands?: Command[]
  reactions?: Reaction[]
  daily?: DailyTask[]
  sealed?: Sealed[]
  /** Who answers for this module's references when a thread is followed. */
  trace?: Tracer[]
  /** What it knows to have shaped records of other rooms. */
  shapes?: Shaper[]
  /** What it tells on the start page. */
  tells?: Teller[]
  /** Its rules, for the public register. */
  rules?: StatedRule[]
  /** Every use case, for the table of permissions; a test insists that none is left out. */
  useCases?: UseCase[]
  queries?: Query[]
}
