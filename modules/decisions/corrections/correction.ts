import type { Decision } from '../decision.ts'
import { textAt, type FieldPlace } from '../secrecy/restriction.ts'

export type CorrectedPlace = FieldPlace | 'title' | 'clause'

/** What a record said, what it should say, and who says so. The record itself stays as it was signed. */
export type Correction = {
  correction: string
  place: CorrectedPlace
  clause: string | null
  /** 1 for the first of a record. */
  number: number
  said: string
  shouldSay: string
  because: string
  byName: string
  onDay: Temporal.PlainDate
}

/** As the public has it. `clause` is the clause's place among the clauses, from 0. */
export type PublicCorrection = {
  place: CorrectedPlace
  clause: number | null
  where: string
  said: string
  shouldSay: string
  because: string
  by: string
  on: string
}

/** What is sealed of a correction. */
export const sealedCorrection = ({ place, clause, number, said, shouldSay, because, byName, onDay }: Correction) => ({
  place,
  clause,
  number,
  said,
  shouldSay,
  because,
  byName,
  onDay: onDay.toString(),
})

/** What a record says at a place as it was signed. */
export const signedText = (d: Decision, place: CorrectedPlace, clause: string | null): string | null =>
  place === 'title' ? d.title : textAt(d, place, clause)

/** A text with its corrections made, one after another. */
export const corrected = (text: string, corrections: readonly Pick<Correction, 'said' | 'shouldSay'>[]): string =>
  corrections.reduce((now, { said, shouldSay }) => now.replace(said, () => shouldSay), text)

/** A stretch of a corrected text: as it was, struck out, or put in. */
export type Run = { kind: 'kept' | 'struck' | 'put-in'; text: string }

/** A text with its corrections to be seen: the old words are kept, struck out, and the new ones stand behind them. */
export function runsOf(text: string, corrections: readonly Pick<Correction, 'said' | 'shouldSay'>[]): Run[] {
  let runs: Run[] = [{ kind: 'kept', text }]
  for (const { said, shouldSay } of corrections) {
    const now = runs.map((run) => (run.kind === 'struck' ? '' : run.text)).join('')
    const from = now.indexOf(said)
    if (from < 0) continue
    runs = struck(runs, from, from + said.length, shouldSay)
  }
  return runs.filter((run) => run.text !== '')
}

function struck(runs: Run[], from: number, to: number, shouldSay: string): Run[] {
  const made: Run[] = []
  let place = 0
  let putIn = false
  for (const run of runs) {
    if (run.kind === 'struck') {
      made.push(run)
      continue
    }
    const [start, end] = [
      Math.max(0, Math.min(run.text.length, from - place)),
      Math.max(0, Math.min(run.text.length, to - place)),
    ]
    made.push({ ...run, text: run.text.slice(0, start) })
    // What a correction had put in and another takes out again was never in the record: it goes unseen.
    if (run.kind === 'kept') made.push({ kind: 'struck', text: run.text.slice(start, end) })
    place += run.text.length
    if (!putIn && place >= to) {
      made.push({ kind: 'put-in', text: shouldSay })
      putIn = true
    }
    made.push({ ...run, text: run.text.slice(end) })
  }
  return made
}
