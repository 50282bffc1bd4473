import type { Sealed } from './journal.ts'
import type { Reaction } from './jobs.ts'
import type { House } from './perform.ts'
import type { Page } from './page.ts'
import type { Actor, Query, UseCase } from './use-case.ts'

/** A use case or a question offered to programs at an address under /api; parameters in the path are fields of its input. */
export type Offer = { method: 'GET' | 'POST'; path: string; does: UseCase | Query }

export type CommandContext = {
  /** Opens the house only when a command needs records; reading a file or counting days needs none. */
  house(): Promise<House>
  /** The person in whose name a command acts: the machine's operator, with every role. */
  actor: Actor
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
  /** Every use case, for the table of permissions; a test insists that none is left out. */
  useCases?: UseCase[]
  queries?: Query[]
}
