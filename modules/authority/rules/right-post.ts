import { act, met, notMet, rule } from '#platform/law.ts'
import { aWeighing } from '../examples.ts'
import type { Weighing } from '../weighing.ts'

/** Powers are given to posts: only the post that the mandate names may use it. */
export const rightPost = rule<Weighing>({
  id: 'right-post',
  title: 'The power was given to this post',
  source: act('Local Government Act 2000', 's9E'),
  from: '2000-10-26',
  check: ({ attempt, mandate }) =>
    attempt.post === mandate.holder
      ? met(`${mandate.ref} gives its powers to the ${attempt.postTitle}.`)
      : notMet(`${mandate.ref} gives its powers to another post, not to the ${attempt.postTitle}.`),
  examples: [
    { given: 'the director acts under the director’s mandate', facts: aWeighing(), met: true },
    {
      given: 'the head of service acts under the director’s mandate',
      facts: aWeighing({ post: 'head-commissioning', postTitle: 'Head of Commissioning' }),
      met: false,
    },
  ],
})
