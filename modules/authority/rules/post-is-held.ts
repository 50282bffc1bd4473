import { longDay } from '#platform/days.ts'
import { met, notMet, principle, rule } from '#platform/law.ts'
import { aWeighing } from '../examples.ts'
import type { Weighing } from '../weighing.ts'

/** A vacant post cannot act: somebody must have held it on the day. */
export const postIsHeld = rule<Weighing>({
  id: 'post-is-held',
  title: 'Somebody held the post on the day',
  source: principle('An act is done by a person who holds the post'),
  from: '2000-10-26',
  check: ({ attempt, holders, couldAct }) =>
    holders.length
      ? met(`${holders.join(' and ')} held the post of ${attempt.postTitle} on ${longDay(attempt.day)}.`)
      : notMet(
          `Nobody held the post of ${attempt.postTitle} on ${longDay(attempt.day)}. ${
            couldAct.length
              ? `Somebody can be appointed to it for the time being; of themselves this could be done by: ${couldAct.join('; ')}.`
              : 'Somebody can be appointed to it for the time being; no other post could do this.'
          }`,
        ),
  examples: [
    { given: 'Ada Quill was director that day', facts: aWeighing(), met: true },
    { given: 'the director had left and nobody was acting', facts: aWeighing({ holders: [] }), met: false },
    {
      given: 'the director had left, and somebody was acting',
      facts: aWeighing({ holders: ['Ben Moss (acting)'] }),
      met: true,
    },
    {
      given: 'the director had left, and Cabinet could do it',
      facts: aWeighing({ holders: [], couldAct: ['Cabinet'] }),
      met: false,
    },
  ],
})
