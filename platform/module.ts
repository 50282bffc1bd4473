import type { Sealed } from './journal.ts'
import type { Reaction } from './jobs.ts'
import type { House } from './perform.ts'
import type { Page } from './page.ts'
import type { StatedRule } from './rule-register.ts'
import type { Tracer } from './thread.ts'
import type { Actor, Query, UseCase } from './use-case.ts'

/** A use case or a question offered to programs at an address under /api; parameters in the path are fields of its input. */
export type Offer = { method: 'GET' | 'POST'; path: string; does: UseCase | Query }

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
export type Command = { name: string; usage: string; summary: string; run(args: string[], context: CommandContext): Promise<number> }

/** One room of the house, as the composition root sees it. What a module does not have is simply absent. */
export type Module = {
  name: string
  migrations?: URL
  pages?: Page[]
  offers?: Offer[]
  commands?: Command[]
  reactions?: Reaction[]
  sealed?: Sealed[]
  /** Who answers for this module's references when a thread is followed. */
  trace?: Tracer[]
  /** Its rules, for the public register. */
  rules?: StatedRule[]
  /** Every use case, for the table of permissions; a test insists that none is left out. */
  useCases?: UseCase[]
  queries?: Query[]
}
