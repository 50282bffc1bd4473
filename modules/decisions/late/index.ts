import type { Command, DailyTask, Offer } from '#platform/module.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { remindCommand, remindDaily } from './daily.ts'
import { viewWhoseTurn } from './queries.ts'
import { remind } from './remind.ts'

/** Whose turn it is, what is late, and reminders. */
export const lateUseCases: UseCase[] = [remind]
export const lateQueries: Query[] = [viewWhoseTurn]
export const lateCommands: Command[] = [remindCommand]
export const lateDaily: DailyTask[] = [remindDaily]
export const lateOffers: Offer[] = [
  { method: 'GET', path: '/desk/late', does: viewWhoseTurn },
  { method: 'POST', path: '/desk/remind', does: remind },
]
