import { z } from 'zod'
import { everybody, posts, schemeOn, settingOn, staff, subjects } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing, query, type Answer } from '#platform/use-case.ts'
import { clockAsCounted } from './clock.ts'
import { clockOf } from './publish.ts'
import { findDecision } from './store.ts'

/** Who decides and what about: what the register can be narrowed by. */
export const viewDeciders = query({
  name: 'decisions.view-deciders',
  title: 'See who decides, and what about',
  may: everybody,
  input: z.object({}),
  async run({ tx, council, today }) {
    const deciders = new Map(
      (await schemeOn(tx, council, today))
        .filter(({ powers }) => powers.includes('decide') || powers.includes('decide-key'))
        .map(({ holder, holderTitle }) => [holder, holderTitle]),
    )
    return done({
      deciders: [...deciders].map(([post, title]) => ({ post, title })),
      subjects: await subjects(tx, council),
    })
  },
})

/** All that somebody who drafts a decision can choose from, as it stands today. */
export const viewChoices = query({
  name: 'decisions.view-choices',
  title: 'See what a draft can choose from',
  may: [...staff],
  input: z.object({}),
  async run({ tx, council, today }) {
    const callIn = await settingOn(tx, council, 'call-in', today)
    return done({
      posts: await posts(tx, council),
      subjects: await subjects(tx, council),
      scheme: await schemeOn(tx, council, today),
      keyThreshold: await settingOn(tx, council, 'key-decision-threshold', today),
      callIn,
    })
  },
})

/** The clock that would start if a signed decision were published today. */
export const previewClock = query({
  name: 'decisions.preview-clock',
  title: 'See the clock before a decision is published',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const decision = await findDecision(work.tx, work.actor.council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const clock = await clockOf(work, decision)
    if (!clock.ok) return clock
    const { effective, lastDay, rule, source } = clock.value
    return done({
      effective,
      lastDay,
      source,
      clock:
        rule === null
          ? null
          : clockAsCounted(rule, { publishedOn: work.today, decidedOn: decision.decidedOn ?? work.today }),
    })
  },
})

export type ClockPreview = Answer<typeof previewClock>
