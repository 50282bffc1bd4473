import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { decisionMaker, findPost, officer, postsHeldBy } from '#authority'
import { findDecision } from '#decisions'
import { optionalText, ref, text } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { theConsultation } from '../draft.ts'
import { writePublished } from '../published.ts'
import { answersOffered } from '../questions/follow.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { insertGroupHeard, watchAnswer, insertOpenMind, insertReading, readingsOf, sealedReading } from './store.ts'

/** Says which options were open and whether it could still be decided otherwise, in the name of whoever says it. */
export const stateOptions = useCase({
  name: 'consultations.state-options',
  title: 'Say what could still be decided otherwise',
  may: [officer, decisionMaker],
  input: z.object({ ref, options: z.array(text(300)).max(20), because: optionalText(2000), couldDiffer: text(2000) }),
  async run(work, { ref, options, because, couldDiffer }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const given = [...new Set(options)]
    if (given.length < 2 && because === null)
      return invalid({ because: 'Fewer than two options: say why there was no choice.' })
    await insertOpenMind(work.tx, work.actor.council, outcome.value.consultation, {
      options: given,
      because,
      couldDiffer,
      on: work.today,
      by: work.actor.name,
    })
    return done({ ref })
  },
})

/** Says by which answer it shows that a group spoke, or how else it was heard. */
export const tieGroup = useCase({
  name: 'consultations.tie-group',
  title: 'Say how a group that is affected was heard',
  may: [officer],
  input: z.object({
    ref,
    group: text(300),
    question: optionalText(30),
    choice: optionalText(30),
    otherwise: optionalText(1000),
  }),
  async run(work, { ref, group, question, choice, otherwise }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { consultation, groups, questionnaire } = outcome.value
    if (!groups.some(({ name }) => name === group))
      return invalid({ group: 'Choose one of the groups that it affects.' })
    if ((question !== null) === (otherwise !== null))
      return invalid({ otherwise: 'Either choose an answer that tells the group, or say how it was heard.' })
    if (question !== null) {
      const asked = questionsOf(questionnaire).find(
        (one) => one.key === question && (one.kind === 'single' || one.kind === 'multiple'),
      )
      if (!asked || !answersOffered(asked).some(({ key }) => key === choice))
        return invalid({ question: 'Choose an answer that can be given.' })
    }
    if (question !== null && choice !== null)
      await watchAnswer(work.tx, work.actor.council, consultation, question, choice)
    await insertGroupHeard(work.tx, work.actor.council, consultation, {
      group,
      question,
      choice: question === null ? null : choice,
      otherwise,
      on: work.today,
      by: work.actor.name,
    })
    return done({ ref, group })
  },
})

/** Acknowledges, by whoever holds the post that decides, that the report on what people said was read. Sealed in the journal. */
export const acknowledgeReport = useCase({
  name: 'consultations.acknowledge-report',
  title: 'Say that you have read the report on a consultation',
  may: [decisionMaker],
  input: z.object({ ref, decision: ref, says: text(2000) }),
  async run(work, { ref, decision, says }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, account, name },
      today,
    } = work
    const { state, consultation } = outcome.value
    if (state !== 'reported')
      return refused(`${ref} is not reported yet.`, `It is ${state}.`, 'Read the report once it is there.')
    const found = await findDecision(tx, council, decision)
    if (!found || account === null) return missing(`There is no decision ${decision}.`)
    if (found.maker === null) return refused(`Nobody is named to decide ${decision} yet.`)
    const held = (await postsHeldBy(tx, council, account, today)).find(({ post }) => post === found.maker)
    if (!held)
      return refused(
        `${name} does not hold the post that decides ${decision}.`,
        `It is decided by ${(await findPost(tx, council, found.maker))?.title ?? found.maker}.`,
        'Whoever holds it reads the report and says so.',
      )
    if (
      (await readingsOf(tx, council, consultation)).some((one) => one.decision === decision && one.account === account)
    )
      return refused(`You have said already that you read the report for ${decision}.`)
    const receipt = {
      reading: randomUUID(),
      decision,
      post: held.post,
      postTitle: held.title,
      account,
      name,
      says,
      on: today,
    }
    await insertReading(tx, council, consultation, receipt)
    work.seal('consultation-reading', receipt.reading, sealedReading(receipt, ref))
    await writePublished(work, ref)
    return done({ ref, decision, reading: receipt.reading })
  },
})
