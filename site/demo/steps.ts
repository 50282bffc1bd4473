import { isWorkingDay } from '#platform/days.ts'
import type { Actor, Query, UseCase } from '#platform/use-case.ts'
import type { z } from 'zod'

/** What a step may do, on the day on which it is said to have happened. */
export type On = {
  does<In extends z.ZodType, Out>(who: Actor, useCase: UseCase<In, Out>, input: unknown): Promise<Out>
  asks<In extends z.ZodType, Out>(who: Actor, query: Query<In, Out>, input: unknown): Promise<Out>
}
export type Step = { ago: number; run(on: On): Promise<void> }

/** Councils work from Monday to Friday; a step that would fall on another day is taken on the working day before. */
export function workingDayBefore(today: Temporal.PlainDate, ago: number): Temporal.PlainDate {
  let day = today.subtract({ days: ago })
  while (!isWorkingDay(day)) day = day.subtract({ days: 1 })
  return day
}
