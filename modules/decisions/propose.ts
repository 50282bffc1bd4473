import { z } from 'zod'
import { officer } from '#authority'
import { ref, whole } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { mayMove, tellParts, theDecision, theDraft } from './draft.ts'
import { findingsOn, standingInTheWay } from './findings.ts'
import { setState, touch } from './store.ts'

/** Puts a draft before the post that decides. From here on it no longer changes, so that what is signed is what was read. */
export const propose = useCase({
  name: 'decisions.propose',
  title: 'Propose a decision',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000) }),
  async run(work, { ref, version }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const against = standingInTheWay((await findingsOn(work, outcome.value, 'propose')).gate)
    if (against.length)
      return refused(`${ref} is not ready to be decided.`, against, 'Complete the draft, then propose it again.')
    await setState(work.tx, work.actor.council, outcome.value.decision, 'proposed')
    await touch(work.tx, work.actor.council, outcome.value.decision, work.actor.name, work.now)
    await tellParts(work, outcome.value, 'proposed')
    work.announce('decisions.proposed', { ref, maker: outcome.value.maker, title: outcome.value.title })
    return done({ ref })
  },
})

/** Takes a proposal back to draft, to be changed and proposed again. */
export const takeBack = useCase({
  name: 'decisions.take-back',
  title: 'Take a proposal back to draft',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const move = mayMove(outcome.value, 'draft')
    if (!move.ok) return move
    await setState(work.tx, work.actor.council, outcome.value.decision, 'draft')
    await touch(work.tx, work.actor.council, outcome.value.decision, work.actor.name, work.now)
    work.announce('decisions.taken-back', { ref })
    return done({ ref })
  },
})

/** Withdraws a draft or a proposal: it is kept, and goes no further. */
export const withdraw = useCase({
  name: 'decisions.withdraw',
  title: 'Withdraw a draft or proposal',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const move = mayMove(outcome.value, 'withdrawn')
    if (!move.ok) return move
    await setState(work.tx, work.actor.council, outcome.value.decision, 'withdrawn')
    await touch(work.tx, work.actor.council, outcome.value.decision, work.actor.name, work.now)
    return done({ ref })
  },
})
