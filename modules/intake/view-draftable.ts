import { z } from 'zod'
import { officer, posts, subjects, type Power } from '#authority'
import { draftsFrom } from '#decisions'
import { uuid } from '#platform/input.ts'
import { done, query } from '#platform/use-case.ts'
import { draftableFrom } from './draftable.ts'
import { theReading } from './kept.ts'
import { likelyPost, likelyPowers, likelySubject, likelyValue } from './suggest.ts'

/** What a clause seems to give: to whom as printed, who that is likely to be here, and whom to consult first. */
export type SuggestedGrant = {
  clause: number
  printed: string
  holder: string | null
  powers: Power[]
  consulting: { printed: string; post: string | null }[]
}

/** What a draft would take over from a reading, and what has to be confirmed first. */
export const viewDraftable = query({
  name: 'intake.view-draftable',
  title: 'See what a draft would take over from a reading',
  may: [officer],
  input: z.object({ reading: uuid }),
  async run(work, { reading: id }) {
    const outcome = await theReading(work, id)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const { reading } = outcome.value
    const all = await posts(tx, council)
    const about = await subjects(tx, council)
    const grants = reading.clauses.flatMap((clause, at): SuggestedGrant[] =>
      (clause.delegation?.to ?? []).map((printed) => ({
        clause: at,
        printed,
        holder: likelyPost(all, printed),
        powers: likelyPowers(clause),
        consulting: clause.delegation?.consulting.map((one) => ({ printed: one, post: likelyPost(all, one) })) ?? [],
      })),
    )
    return done({
      reading,
      posts: all,
      subjects: about,
      ...draftableFrom(reading),
      grants,
      maker: reading.decisionMaker && likelyPost(all, reading.decisionMaker.value),
      subject: likelySubject(about, reading),
      value: likelyValue(reading),
      drafts: await draftsFrom(tx, council, id),
    })
  },
})
