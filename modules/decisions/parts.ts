import type { Evidence } from '#authority'
import type { Explanation } from '#platform/law.ts'
import { meetingsPart } from './meetings/part.ts'
import { noticesPart } from './notices/part.ts'
import type { Asked, Part, Stage } from './part.ts'
import type { Decision } from './decision.ts'
import { callInPart } from './call-in/part.ts'
import { challengePart } from './challenge/part.ts'
import { clearancePart } from './clearance/part.ts'
import { consultedPart } from './consulted/part.ts'
import { dutiesPart } from './duties/part.ts'
import { formsPart } from './forms/part.ts'
import { jointlyPart } from './jointly/part.ts'
import { keyTestPart } from './key-test/part.ts'
import { correctionsPart } from './corrections/part.ts'
import { papersPart } from './papers/part.ts'
import { retentionPart } from './retention/part.ts'
import { secrecyPart } from './secrecy/part.ts'

const own: readonly Part[] = [
  clearancePart,
  consultedPart,
  dutiesPart,
  jointlyPart,
  formsPart,
  keyTestPart,
  papersPart,
  secrecyPart,
  correctionsPart,
  retentionPart,
  noticesPart,
  meetingsPart,
  callInPart,
  challengePart,
]

/** Every part of this module, in the order in which their findings are read, then those of rooms above. */
export const parts: Part[] = [...own]

/** Has a room that stands above this one gate moves as well. Called where the house is put together. */
export const partWith = (part: Part): void => {
  parts.push(part)
}

/** What the parts' rules say of a move, one after another: they share a transaction. */
export async function gatesOf(
  asked: Asked,
  decision: Decision,
  stage: Stage,
  on: Temporal.PlainDate,
): Promise<Explanation[]> {
  const said: Explanation[] = []
  for (const { gate } of parts) if (gate) said.push(...(await gate(asked, decision, stage, on)))
  return said
}

/** What the parts put before whoever decides. */
export async function looksOf(
  asked: Asked,
  decision: Decision,
  stage: Stage,
  on: Temporal.PlainDate,
): Promise<Explanation[]> {
  const said: Explanation[] = []
  for (const { looks } of parts) if (looks) said.push(...(await looks(asked, decision, stage, on)))
  return said
}

/** What the parts can show for the conditions of the power to decide. */
export async function evidenceOf(asked: Asked, decision: Decision, on: Temporal.PlainDate): Promise<Evidence[]> {
  const shown: Evidence[] = []
  for (const { evidence } of parts) if (evidence) shown.push(...(await evidence(asked, decision, on)))
  return shown
}
