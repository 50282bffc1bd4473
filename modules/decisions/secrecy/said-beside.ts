import { rows, sql } from '#platform/database.ts'
import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { worksOnRecords } from './rendition-for.ts'
import { withheldIn } from './rendition.ts'
import { fieldWords, isAmount, passagesOf, type Place, type Restriction } from './restriction.ts'
import { restrictionsOf } from './store.ts'

/** A text that is published beside a record, by where it stands: "the reasons". */
export type Beside = { where: string; text: string | null | undefined }

/**
 * Refuses what would publish words or amounts that are withheld of these records: notices, entries of the forward plan, agendas and
 * minutes are typed by hand, and are public from the moment that they are given. `what` is what they stand in: "This notice".
 * Somebody who may not know what is withheld is told where it stands, and not which words it is.
 */
export async function nothingWithheldIn(
  work: Pick<Work, 'tx' | 'council' | 'actor'>,
  decisions: readonly (string | null)[],
  what: string,
  texts: readonly Beside[],
): Promise<Outcome<null>> {
  const found: string[] = []
  const known = worksOnRecords(work.actor)
  for (const decision of new Set(decisions)) {
    if (decision === null) continue
    for (const one of await restrictionsOf(work.tx, work.council, decision)) {
      const passages = passagesOf([one])
      for (const { where, text } of texts) {
        const [first] = text ? withheldIn(text, passages) : []
        if (!first || !text) continue
        const at = `${placeOf(one)} of ${await refOf(work, decision)}`
        found.push(
          known
            ? `“${shortened(text.slice(first.from, first.to))}”, which is withheld ${at}, stands in ${where}.`
            : `Something that is withheld ${at} stands in ${where}.`,
        )
      }
    }
  }
  return found.length === 0
    ? done(null)
    : refused(
        `${what} would tell the public what is withheld.`,
        [...new Set(found)],
        'Write it without these words and sums, or have the restriction lifted first if they need not be withheld any more.',
      )
}

const placeOf = ({ place }: Restriction): string =>
  isAmount(place)
    ? place === 'value'
      ? 'as the value'
      : 'as a ceiling'
    : `in ${isField(place) ? fieldWords[place] : place === 'clause' ? 'a clause' : 'a paper'}`

const isField = (place: Place): place is keyof typeof fieldWords => place in fieldWords
const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 77).trimEnd()}…` : words)

const refOf = async ({ tx, council }: Pick<Work, 'tx' | 'council'>, decision: string): Promise<string> =>
  (
    await rows<{ ref: string }>(
      tx,
      sql`select ref from decisions.decision where council = ${council} and decision = ${decision}`,
    )
  )[0]?.ref ?? 'the record'
