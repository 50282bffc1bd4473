import { z } from 'zod'
import { exercise, officer, decisionMaker, postsHeldBy } from '#authority'
import { longDay } from '#platform/days.ts'
import { ref, text, whole } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { mayMove, theConsultation } from './draft.ts'
import { findingsOf } from './findings.ts'
import { writePublished } from './published.ts'
import { missingIn } from './questions/wording.ts'
import { freezeQuestionnaire, insertHappened, markOpened, publishWording } from './store.ts'

/**
 * Opens a consultation under a mandate with the power to consult. Its questions are frozen and sealed; wordings that say
 * everything are published with it. Where a rule of fairness is not met, whoever opens it says why, and that is published.
 */
export const openConsultation = useCase({
  name: 'consultations.open',
  title: 'Open a consultation',
  may: [officer, decisionMaker],
  input: z.object({
    ref,
    version: whole(1, 1_000_000),
    post: z.string().max(81).optional(),
    because: text(2000).nullable().default(null),
  }),
  async run(work, { ref, version, post, because }) {
    const { tx, actor, today, now } = work
    const { council } = actor
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const draft = outcome.value
    const move = mayMove(draft, 'open')
    if (!move.ok) return move
    if (version !== draft.version)
      return refused(
        `${ref} is not the draft that you read.`,
        `You read version ${version}; it is now version ${draft.version}.`,
        'Read it again before you open it.',
      )
    const findings = await findingsOf(work, draft)
    const stops = findings.needed.filter(({ outcome: said }) => said === 'not-met')
    if (stops.length)
      return refused(
        `${ref} cannot be opened yet.`,
        stops.flatMap(({ says, working }) => [says ?? '', ...working]),
        'Complete it first.',
      )
    const { opensOn, closesOn, subject } = draft
    if (!opensOn || !closesOn || !subject) throw new Error(`${ref} passed its rules without days or a subject.`)
    if (Temporal.PlainDate.compare(opensOn, today) < 0)
      return refused(
        `${ref} cannot open on ${longDay(opensOn)}.`,
        `That day is past; today is ${longDay(today)}.`,
        'Choose a first day from today on.',
      )
    const unfair = findings.fair.filter(({ outcome: said }) => said === 'not-met')
    if (unfair.length && because === null)
      return invalid({ because: `Say why it opens all the same: ${unfair.map(({ says }) => says).join(' ')}` })

    const held = actor.account
      ? (await postsHeldBy(tx, council, actor.account, today))
          .map((one) => one.post)
          .filter((one) => post === undefined || one === post)
      : []
    if (!held.length)
      return refused(
        `${actor.name} holds no post that could open this.`,
        post === undefined ? [] : `${post} is not held by ${actor.name} today.`,
        'Ask whoever holds the power to consult.',
      )
    let exercised: Awaited<ReturnType<typeof exercise>> | null = null
    for (const one of held) {
      exercised = await exercise(work, {
        post: one,
        power: 'consult',
        subject,
        value: 0n,
        day: today,
        what: `Opened a consultation: ${draft.title}`.slice(0, 300),
        recordRef: ref,
        doneBy: actor.name,
      })
      if (exercised.ok) break
    }
    if (!exercised) throw new Error('No post was tried.')
    if (!exercised.ok) return exercised
    await freezeQuestionnaire(tx, council, draft.consultation, now)
    work.seal('questionnaire', ref, draft.questionnaire)
    for (const { wording, content, publishedAt } of draft.wordings) {
      if (publishedAt === null && !missingIn(draft.questionnaire, content).length)
        await publishWording(tx, council, draft.consultation, wording, now)
    }
    await markOpened(tx, council, draft.consultation, { act: exercised.value.ref, by: actor.name })
    await insertHappened(tx, council, draft.consultation, {
      what: 'opened',
      was: null,
      becomes: closesOn,
      because: unfair.length ? because : null,
      on: today,
      by: actor.name,
    })
    await writePublished(work, ref)
    work.announce('consultations.opened', { ref, title: draft.title, closes: closesOn.toString() })
    return done({ ref, act: exercised.value.ref })
  },
})
