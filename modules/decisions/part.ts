import type { Evidence } from '#authority'
import type { Tx } from '#platform/database.ts'
import type { Explanation } from '#platform/law.ts'
import type { Work } from '#platform/use-case.ts'
import type { Decision } from './decision.ts'
import type { PublicDecision } from './register.ts'

/** The moves at which something may stand in the way of a record. */
export type Stage = 'propose' | 'decide' | 'publish'

/** What a question may ask with: a use case has more, and may be given. */
export type Asked = Pick<Work, 'tx' | 'actor' | 'council' | 'today'>

/**
 * A part of this module, in a folder of its own: clearance, notices, secrecy. It hears of a record's moves, says what stands in
 * their way and adds what the public may see; the record itself knows nothing of it. What it does not need is simply absent.
 */
export type Part = {
  name: string
  /** What its rules say when a record is about to move; each that is not met stands in the way. `on` is the day of the move. */
  gate?(asked: Asked, decision: Decision, stage: Stage, on: Temporal.PlainDate): Promise<Explanation[]>
  /** What its rules put before whoever decides, without standing in the way. */
  looks?(asked: Asked, decision: Decision, stage: Stage, on: Temporal.PlainDate): Promise<Explanation[]>
  /** What shows that conditions of the power to decide were kept, for the act of deciding. */
  evidence?(asked: Asked, decision: Decision, on: Temporal.PlainDate): Promise<Evidence[]>
  /** A draft was changed: its fields, clauses or grants. Within the same transaction; `decision` is how it was before. */
  changed?(work: Work, decision: Decision): Promise<void>
  /** A record has just moved, within the same transaction. */
  moved?(work: Work, decision: Decision, to: 'proposed' | 'decided' | 'published'): Promise<void>
  /** What it adds to what the public sees of a published decision, under names of its own. */
  shows?(tx: Tx, council: string, decision: Decision): Promise<Partial<PublicDecision>>
}
