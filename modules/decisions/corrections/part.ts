import type { Part } from '../part.ts'
import { mark, withheldIn } from '../secrecy/rendition.ts'
import { passagesOf, placeWords } from '../secrecy/restriction.ts'
import { restrictionsOf } from '../secrecy/store.ts'
import type { Passage } from '../secrecy/rendition.ts'
import { corrected, signedText, type Correction, type PublicCorrection } from './correction.ts'
import { correctionsOf } from './store.ts'

/** Corrections, for everybody. Where one touches what is withheld, its words are withheld too: they would show the rest. */
export const correctionsPart: Part = {
  name: 'corrections',
  shows: async (tx, council, d) => {
    const corrections = await correctionsOf(tx, council, d.decision)
    if (corrections.length === 0) return {}
    const passages = passagesOf(await restrictionsOf(tx, council, d.decision))
    return {
      corrections: corrections.map((one, at): PublicCorrection => {
        const earlier = corrections
          .slice(0, at)
          .filter(({ place, clause }) => place === one.place && clause === one.clause)
        const says = touched(corrected(signedText(d, one.place, one.clause) ?? '', earlier), one, passages)
        const { said, shouldSay } = says === null ? one : { said: mark(says), shouldSay: mark(says) }
        const place = one.clause === null ? -1 : d.clauses.findIndex(({ clause }) => clause === one.clause)
        return {
          place: one.place,
          clause: place < 0 ? null : place,
          where: one.place === 'title' ? 'the title' : placeWords(d, { place: one.place, clause: one.clause }),
          said,
          shouldSay,
          because: one.because,
          by: one.byName,
          on: one.onDay.toString(),
        }
      }),
    }
  },
}

// The reasons of whatever withheld passage the words stood in, or stand in once they are corrected; null for none.
function touched(
  before: string,
  one: Pick<Correction, 'said' | 'shouldSay'>,
  passages: readonly Passage[],
): string[] | null {
  const from = before.indexOf(one.said)
  const overlaps = (text: string, length: number) =>
    withheldIn(text, passages).filter((held) => held.from < from + length && from < held.to)
  const held = [...overlaps(before, one.said.length), ...overlaps(corrected(before, [one]), one.shouldSay.length)]
  return from < 0 || held.length === 0 ? null : [...new Set(held.flatMap(({ says }) => says))]
}
