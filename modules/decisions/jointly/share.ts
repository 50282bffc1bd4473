import { z } from 'zod'
import { findPost, officer } from '#authority'
import { ref, text, whole } from '#platform/input.ts'
import { invalid, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from '../draft.ts'
import { isBody } from './makers.ts'
import { deleteJointMakers, insertJointMaker } from './store.ts'

/** Says which other posts decide together with the one that the record names. None makes it one post’s decision again. */
export const shareDecision = useCase({
  name: 'decisions.share-decision',
  title: 'Say who decides together',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000), posts: z.array(text(81)).max(10).default([]) }),
  async run(work, { ref, version, posts }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const { maker, decision } = outcome.value
    const first = maker === null ? null : await findPost(tx, council, maker)
    if (posts.length > 0 && !first)
      return invalid({ posts: 'Choose first who decides; then who decides together with them.' })
    if (posts.length > 0 && first && isBody(first))
      return invalid({
        posts: `${first.title} decides at a meeting. Posts that decide together each sign for themselves.`,
      })
    for (const post of posts) {
      const found = await findPost(tx, council, post)
      if (!found || isBody(found))
        return invalid({ posts: 'Choose posts of members or officers: a body decides at its own meeting.' })
      if (post === maker) return invalid({ posts: `${found.title} decides already. Choose others.` })
    }
    await deleteJointMakers(tx, council, decision)
    for (const post of new Set(posts)) await insertJointMaker(tx, council, decision, post)
    return changedDraft(work, outcome.value)
  },
})
