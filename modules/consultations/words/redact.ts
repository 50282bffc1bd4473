import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { withhold, withheldIn } from '#decisions'
import { everybody, officer, settingOn } from '#authority'
import { optionalText, ref, text, whole, yesNo } from '#platform/input.ts'
import { explain } from '#platform/law.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { saidKey, wordsIn } from '../analysis/coding.ts'
import type { Consultation } from '../consultation.ts'
import { theConsultation } from '../draft.ts'
import { shownWith } from '../questions/follow.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { countedByChannel, findResponse, handlingOf, type ResponseRow } from '../responses/store.ts'
import { wordsPointToNoGroup } from '../rules/words-point-to-no-group.ts'
import { permitted } from './permission.ts'
import {
  agreedWords,
  analysedAnswers,
  insertStep,
  putPublishedWords,
  reasons,
  stepsOf,
  takeOutQuestions,
  takeOutWords,
  type Reason,
  type WithheldWords,
  type WordsStep,
} from './store.ts'

/** What stands in the place of withheld words. */
export const withPassages = (words: string, passages: readonly WithheldWords[]): string =>
  withhold(
    words,
    passages.map(({ words: passage, reason }) => ({ passage, says: reasons[reason] })),
  )

/** A response whose words somebody looks at: it was permitted, is analysed, and the permission stands. */
async function theWords(
  work: Work,
  receipt: string,
): Promise<Outcome<{ response: ResponseRow; consultation: Consultation; steps: WordsStep[] }>> {
  const { tx, council } = work
  const response = await findResponse(tx, council, receipt)
  if (!response) return missing(`There is no response ${receipt}.`)
  const outcome = await theConsultation(work, response.ref)
  if (!outcome.ok) return outcome
  if (!permitted(response.answers))
    return refused(
      `Nothing of ${receipt} may be published.`,
      'Whoever sent it has not said that it may; silence is no.',
      'It is read and counted like any other.',
    )
  const steps = await stepsOf(tx, council, response.response)
  if (steps.some(({ what }) => what === 'permission-withdrawn'))
    return refused(`Whoever sent ${receipt} has withdrawn the permission.`, [], 'Nothing of it is published.')
  if ((await handlingOf(tx, council, response.response)).at(-1)?.what !== 'analysed')
    return refused(
      `${receipt} is not analysed.`,
      'What is excluded or waits is not published.',
      'Say what is done with it first.',
    )
  return done({ response, consultation: outcome.value, steps })
}

/**
 * The first look: what of this response is withheld, and why, or that nothing of it is published. It stands once a second person
 * agrees; until then what was published before is taken out.
 */
export const readWords = useCase({
  name: 'consultations.read-words',
  title: 'Say what of a response is withheld',
  may: [officer],
  input: z.object({
    receipt: ref,
    publish: yesNo,
    passages: z
      .array(
        z.object({
          words: text(2000),
          reason: z.enum(Object.keys(reasons) as [Reason, ...Reason[]], 'Say why it is withheld.'),
        }),
      )
      .max(200)
      .default([]),
    because: optionalText(500),
  }),
  // What is withheld must not stand where nothing can be taken out.
  remembers: ({ receipt, publish, passages }) => ({ receipt, publish, passages: passages.length }),
  async run(work, { receipt, publish, passages, because }) {
    const outcome = await theWords(work, receipt)
    if (!outcome.ok) return outcome
    const { tx, council, actor, now } = work
    const { response, consultation, steps } = outcome.value
    if (!publish && because === null) return invalid({ because: 'Say why nothing of it is published.' })
    const all = wordsIn(consultation.questionnaire, response)
    const absent = passages.findIndex(
      ({ words }) => !all.some((one) => withheldIn(one.words, [{ passage: words, says: '' }]).length > 0),
    )
    if (absent >= 0)
      return invalid({
        [`passages.${absent}.words`]: 'These words do not stand in the response. Copy them as they are written there.',
      })
    const n = steps.length + 1
    await insertStep(tx, council, response.response, {
      n,
      what: 'read',
      publish,
      passages,
      because: publish ? null : because,
      at: now,
      byAccount: actor.account,
      by: actor.name,
    })
    await takeOutWords(tx, council, response.response)
    return done({ receipt, n })
  },
})

/** The second look, by somebody else: what the first person withheld is right, and enough. */
export const agreeWords = useCase({
  name: 'consultations.agree-words',
  title: 'Agree to what of a response is withheld',
  may: [officer],
  input: z.object({ receipt: ref, n: whole(1, 100_000) }),
  async run(work, { receipt, n }) {
    const outcome = await theWords(work, receipt)
    if (!outcome.ok) return outcome
    const { tx, council, actor, now } = work
    const last = outcome.value.steps.at(-1)
    if (last?.what !== 'read') return refused(`There is nothing to agree to in ${receipt}.`)
    if (last.n !== n)
      return refused(`${last.by} has read ${receipt} anew since you opened it.`, [], 'Look at it again, then agree.')
    if (last.byAccount === actor.account)
      return refused(
        `You have read ${receipt} first yourself.`,
        'A second look is somebody else’s.',
        'Ask a colleague to read it.',
      )
    await insertStep(tx, council, outcome.value.response.response, {
      n: n + 1,
      what: 'agreed',
      publish: null,
      passages: null,
      because: null,
      at: now,
      byAccount: actor.account,
      by: actor.name,
    })
    return done({ receipt, n: n + 1 })
  },
})

/** Withdraws the permission, with the reference on the receipt: at once nothing of it is published any more. */
export const withdrawWords = useCase({
  name: 'consultations.withdraw-words',
  title: 'Withdraw the permission to publish what you wrote',
  may: everybody,
  input: z.object({ ref, receipt: z.string('Enter the reference on your receipt.').trim().max(40) }),
  // A reference leads to what somebody wrote.
  remembers: ({ ref: number }) => ({ ref: number }),
  async run(work, { ref: number, receipt }) {
    const { tx, council, actor, now } = work
    const response = await findResponse(tx, council, receipt.toUpperCase())
    if (response?.ref !== number)
      return invalid({ receipt: 'This reference is not one of this consultation. Check it against your receipt.' })
    work.about(number)
    const steps = await stepsOf(tx, council, response.response)
    if (!steps.some(({ what }) => what === 'permission-withdrawn'))
      await insertStep(tx, council, response.response, {
        n: steps.length + 1,
        what: 'permission-withdrawn',
        publish: null,
        passages: null,
        because: null,
        at: now,
        byAccount: actor.account,
        by: actor.account === null ? 'Whoever sent it' : actor.name,
      })
    await takeOutWords(tx, council, response.response)
    return done({ withdrawn: true })
  },
})

const atOnce = 1000

/**
 * Of how many of those analysed each question was asked, as far as it matters: what everybody is asked is asked of all of them, which is
 * counted already, and of the others no more are read than it takes to know that each was asked of `enough`. Only a question that too few
 * were asked, which nobody can know before, has all of them read.
 */
async function askedOf(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  { consultation, questionnaire }: Consultation,
  enough: number,
): Promise<Map<string, number>> {
  const analysed = (await countedByChannel(tx, council, consultation))
    .filter(({ what }) => what === 'analysed')
    .reduce((sum, { n }) => sum + n, 0)
  const asked = new Map<string, number>([[saidKey, analysed]])
  const some = new Map<string, number>()
  for (const { key, showIf } of questionsOf(questionnaire))
    (showIf.length === 0 ? asked : some).set(key, showIf.length === 0 ? analysed : 0)
  for (let after: string | null = null; [...some.values()].some((n) => n < enough);) {
    const found = await analysedAnswers(tx, council, consultation, after, atOnce)
    for (const { answers } of found)
      for (const key of shownWith(questionnaire, answers)) if (some.has(key)) some.set(key, (some.get(key) ?? 0) + 1)
    after = found.at(-1)?.response ?? null
    if (found.length < atOnce) break
  }
  return new Map([...asked, ...some])
}

/**
 * Publishes what people wrote, as far as they permit it and two people have read it: question by question, in no order, with what is
 * withheld taken out. Questions asked of fewer than the council's threshold are left out.
 */
export const publishWords = useCase({
  name: 'consultations.publish-words',
  title: 'Publish what people wrote',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref: number }) {
    const outcome = await theConsultation(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const { consultation, state, questionnaire } = outcome.value
    if (state !== 'reported')
      return refused(
        `${number} is ${state}.`,
        'What people wrote is published beside the report.',
        'Publish the report first.',
      )
    const rule = await settingOn(tx, council, 'small-numbers', today)
    if (!rule)
      return refused(
        'Nothing can be published.',
        'The council has not settled what is published of small numbers.',
        'Settle it in the constitution.',
      )
    const { threshold } = rule.value
    const asked = await askedOf(work, outcome.value, threshold)
    const titled = [
      ...questionsOf(questionnaire).map(({ key, words }) => ({ key, words })),
      { key: saidKey, words: 'What was said in no question' },
    ]
    const open: string[] = []
    const withheld: string[] = []
    for (const { key, words } of titled) {
      const of = asked.get(key) ?? 0
      const finding = explain([wordsPointToNoGroup], { question: words, asked: of, threshold }, today)[0]
      if (finding?.outcome === 'met') open.push(key)
      else if (finding?.says) withheld.push(finding.says)
    }
    await takeOutQuestions(tx, council, consultation, open)
    let published = 0
    for (let after: string | null = null; ;) {
      const found = await agreedWords(tx, council, consultation, after, atOnce)
      const answers = found.flatMap((one) =>
        wordsIn(questionnaire, one)
          .filter(({ question }) => open.includes(question))
          .map(({ question, words }) => ({
            words: randomUUID(),
            question,
            body: withPassages(words, one.passages),
            response: one.response,
          })),
      )
      await putPublishedWords(tx, council, consultation, answers)
      published += answers.length
      after = found.at(-1)?.response ?? null
      if (found.length < atOnce) break
    }
    work.announce('consultations.words-published', { ref: number, title: outcome.value.title })
    return done({ published, withheld })
  },
})
