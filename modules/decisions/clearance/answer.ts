import { z } from 'zod'
import { clearingOfficer, decisionMaker, financeOfficer, monitoringOfficer, officer, postsHeldBy } from '#authority'
import { longDay } from '#platform/days.ts'
import { optionalText, ref, text, uuid } from '#platform/input.ts'
import { changed, done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { outcomes, standingWords } from './clearance.ts'
import { linesOf, textNow } from './needed.ts'
import { answer, clearanceById, sealedClearance, withdraw } from './store.ts'
import { hashOf } from './text.ts'

/** Whoever may hold a post that is asked: what counts is the post, on the day. */
export const mayClear = [clearingOfficer, officer, decisionMaker, monitoringOfficer, financeOfficer]

/**
 * Clears a draft, clears it with comments, or refuses to. `hash` names the text that was read; where the draft has moved on since,
 * it has to be sent again, for a clearance of a text that nobody will decide helps nobody.
 */
export const answerClearance = useCase({
  name: 'decisions.answer-clearance',
  title: 'Clear a draft, or refuse to',
  may: mayClear,
  input: z.object({
    ref,
    clearance: uuid,
    hash: text(64),
    outcome: z.enum(outcomes, 'Say whether you clear it.'),
    says: optionalText(4000).default(null),
  }),
  async run(work, { ref, clearance, hash, outcome: given, says }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, account, name },
      now: at,
      today,
    } = work
    const draft = outcome.value
    const asked = await clearanceById(tx, council, draft.decision, clearance)
    if (!asked) return missing(`${ref} was sent to nobody under that name.`)
    const held = account ? await postsHeldBy(tx, council, account, today) : []
    if (!held.some(({ post }) => post === asked.post))
      return refused(
        `This is for the ${asked.postTitle} to clear.`,
        `${name} does not hold that post on ${longDay(today)}.`,
        'Ask whoever holds it.',
      )
    if (asked.askedBy === account)
      return refused(
        'Somebody else has to clear it.',
        `${name} asked for this clearance; nobody clears their own request.`,
        'Have the request sent by another officer.',
      )
    if (asked.withdrawnAt !== null || asked.outcome !== null)
      return refused('There is nothing left to answer.', standingWords(asked, await textNow(tx, council, draft)))
    if (draft.state !== 'draft') return refused(`${ref} is ${draft.state}: it is past clearance.`)
    const now = await textNow(tx, council, draft)
    if (hash !== asked.hash)
      return changed('That is not the text that you were sent.', 'The page that you answered from shows another text.')
    if (hashOf(now) !== asked.hash)
      return refused(
        'The text has changed since it was sent to you.',
        standingWords(asked, now),
        `${asked.askedByName} can send the new text.`,
      )
    if (given !== 'cleared' && says === null)
      return invalid({ says: given === 'refused' ? 'Give your reasons.' : 'Write your comments.' })
    const said = { outcome: given, says: given === 'cleared' ? null : says, by: name, at }
    await answer(tx, council, clearance, said)
    work.seal(
      'clearance',
      clearance,
      sealedClearance({ ...asked, ref, outcome: said.outcome, says: said.says, answeredAt: at, answeredBy: name }),
    )
    work.announce('decisions.clearance-answered', {
      ref,
      account: asked.askedBy,
      title: asked.title,
      record: draft.title,
      outcome: given,
      says: said.says,
      by: name,
    })
    return done({ ref, outcome: given })
  },
})

/** Takes back a request that the council’s constitution does not need. What it does need cannot be waved away. */
export const withdrawClearance = useCase({
  name: 'decisions.withdraw-clearance',
  title: 'Withdraw a request for clearance',
  may: [officer],
  input: z.object({ ref, clearance: uuid, because: text(1000) }),
  async run(work, { ref, clearance, because }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name },
      now: at,
      today,
    } = work
    const draft = outcome.value
    const asked = await clearanceById(tx, council, draft.decision, clearance)
    if (!asked) return missing(`${ref} was sent to nobody under that name.`)
    if (asked.withdrawnAt !== null) return refused('That request is withdrawn already.')
    if (draft.state !== 'draft') return refused(`${ref} is ${draft.state}: its clearances no longer change.`)
    const { lines, source } = await linesOf(tx, council, draft, today)
    const line = lines.find(({ key }) => key === asked.key)
    if (line?.needed && asked.outcome !== null)
      return refused(
        `${asked.title} is needed for this decision.`,
        `It is in the council’s list of clearances (${source ?? 'its constitution'}), and what was answered stays.`,
        'Send the text again for another answer.',
      )
    await withdraw(tx, council, clearance, { at, by: name, because })
    work.seal(
      'clearance',
      clearance,
      sealedClearance({ ...asked, ref, withdrawnAt: at, withdrawnBy: name, withdrawnBecause: because }),
    )
    return done({ ref })
  },
})
