import type { Tx } from '#platform/database.ts'
import type { Exercise } from './exercise.ts'

/** What else stands in the way of an act about a record, in sentences; none when nothing does. */
export type Stop = (
  tx: Tx,
  council: string,
  act: Pick<Exercise, 'power' | 'subject' | 'day'> & { recordRef: string },
) => Promise<string[]>

const stops: Stop[] = []

/**
 * Has acts about records of a room above asked there first: authority stands below every room and cannot ask them itself. Said once,
 * where the house is put together.
 */
export const stopWith = (stop: Stop): void => {
  stops.push(stop)
}

/** What the rooms above say against an act; those that are about no record concern none of them. */
export async function stopsOf(tx: Tx, council: string, act: Exercise): Promise<string[]> {
  const { recordRef } = act
  if (recordRef === undefined) return []
  const said: string[] = []
  for (const stop of stops) said.push(...(await stop(tx, council, { ...act, recordRef })))
  return said
}
