import { z } from 'zod'
import { officer, staff } from '#authority'
import { pageCursor, ref, uuid, whole } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { done, missing, query, type Work } from '#platform/use-case.ts'
import { findMember, groupedIn, lookOf } from '../campaigns/store.ts'
import { reckoned } from '../responses/reconcile.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { findResponse } from '../responses/store.ts'
import { findConsultation } from '../store.ts'
import { questionsInWords, saidKey, wordsIn } from './coding.ts'
import { kappaOf, pooled, type Pairs } from './kappa.ts'
import { lastRelease } from './release.ts'
import { notYetAnalysed, notYetAnswered } from './stops.ts'
import {
  codedOf,
  codingsOf,
  frameHistory,
  frameOf,
  nextToCode,
  nextToSecond,
  shareOf,
  tallyOf,
  themeAnswerHistory,
  themeHistory,
  themesOf,
  toSettle,
  type Tally,
} from './store.ts'

async function known({ tx, council }: Pick<Work, 'tx' | 'council'>, given: string) {
  const found = await findConsultation(tx, council, given)
  return found && found.state !== 'draft' ? found : null
}

const none = (given: string) => missing(`There is no consultation ${given} that has opened.`)

const amountOf = (tally: readonly Tally[], kind: Tally['kind'], key: string): number =>
  tally.find((one) => one.kind === kind && one.key === key)?.amount ?? 0

const pairsOf = (tally: readonly Tally[], code: string): Pairs => ({
  yy: amountOf(tally, 'yy', code),
  yn: amountOf(tally, 'yn', code),
  ny: amountOf(tally, 'ny', code),
  nn: amountOf(tally, 'nn', code),
})

/** How far the analysis of a consultation is: its frame, agreement, themes, releases, and what is left. Reads running totals only. */
export const viewAnalysis = query({
  name: 'consultations.view-analysis',
  title: 'See the analysis of a consultation',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const found = await known(work, ref)
    if (!found) return none(ref)
    const { tx, council } = work
    const { consultation } = found
    const tally = await tallyOf(tx, council, consultation)
    const frame = await frameOf(tx, council, consultation)
    return done({
      ref,
      title: found.title,
      state: found.state,
      share: await shareOf(tx, council, consultation),
      codes: frame.map((one) => ({
        ...one,
        used: amountOf(tally, 'used', one.code),
        grouped: amountOf(tally, 'grouped', one.code),
        agreement: kappaOf(pairsOf(tally, one.code)),
      })),
      agreement: kappaOf(pooled(frame.map(({ code }) => pairsOf(tally, code))), 'judgements'),
      answers: {
        first: amountOf(tally, 'state', 'first'),
        second: amountOf(tally, 'state', 'second'),
        agreed: amountOf(tally, 'state', 'agreed'),
        differs: amountOf(tally, 'state', 'differs'),
        settled: amountOf(tally, 'state', 'settled'),
      },
      themes: (await themesOf(tx, council, consultation)).map((one) => ({
        ...one,
        used: one.codes.reduce((sum, code) => sum + amountOf(tally, 'used', code), 0),
        grouped: one.codes.reduce((sum, code) => sum + amountOf(tally, 'grouped', code), 0),
      })),
      received: (await reckoned({ tx, council }, found)).total.received,
      alike: { look: await lookOf(tx, council, consultation), ...(await groupedIn(tx, council, consultation)) },
      release: await lastRelease(tx, council, consultation),
      stops: { analysed: await notYetAnalysed(work, consultation), reported: await notYetAnswered(work, consultation) },
    })
  },
})

/** Every version of every code, theme and answer: who changed what, when and why. */
export const viewAnalysisHistory = query({
  name: 'consultations.view-analysis-history',
  title: 'See how an analysis came about',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const found = await known(work, ref)
    if (!found) return none(ref)
    const { tx, council } = work
    return done({
      ref,
      title: found.title,
      codes: await frameHistory(tx, council, found.consultation),
      themes: await themeHistory(tx, council, found.consultation),
      answers: await themeAnswerHistory(tx, council, found.consultation),
    })
  },
})

/** Which response is next for this coder. */
export const findToCode = query({
  name: 'consultations.find-to-code',
  title: 'Find the next response to code',
  may: [officer],
  input: z.object({ ref, as: z.enum(['first', 'second']).default('first') }),
  async run(work, { ref, as }) {
    const found = await known(work, ref)
    if (!found) return none(ref)
    const {
      tx,
      actor: { council, account },
    } = work
    if (account === null) return missing('There is nothing to code.')
    const receipt =
      as === 'first'
        ? await nextToCode(tx, council, found.consultation, account, questionsInWords(found.questionnaire))
        : await nextToSecond(tx, council, found.consultation, account)
    return done({ ref, receipt })
  },
})

/** A response to be coded: what it says, and the frame. The second coder does not see the first coding until both are there. */
export const viewToCode = query({
  name: 'consultations.view-to-code',
  title: 'See a response to code',
  may: [officer],
  input: z.object({ receipt: ref }),
  async run({ tx, actor: { council, account } }, { receipt }) {
    const found = await findResponse(tx, council, receipt)
    const consultation = found && (await findConsultation(tx, council, found.ref))
    if (!found || !consultation) return missing(`There is no response ${receipt}.`)
    const coded = await codedOf(tx, council, found.response)
    const blind = coded.some(({ state, firstCoder }) => state === 'second' && firstCoder !== account)
    const member = await findMember(tx, council, found.response)
    const words = new Map(questionsOf(consultation.questionnaire).map((one) => [one.key, one.words]))
    return done({
      ref: found.ref,
      receipt,
      title: consultation.title,
      channel: found.channel,
      frame: (await frameOf(tx, council, found.consultation)).filter(({ retired }) => !retired),
      passages: wordsIn(consultation.questionnaire, found).map((one) => ({
        ...one,
        asked: one.question === saidKey ? 'In their own words' : (words.get(one.question) ?? one.question),
      })),
      // Coding it with the others may be less work, and says more.
      alike: member && member.stands !== 'out' ? { n: member.n, stands: member.stands } : null,
      turn: blind ? (2 as const) : (1 as const),
      coded: blind ? [] : coded.map(({ question, codes, state }) => ({ question, codes, state })),
      codings: blind ? [] : await codingsOf(tx, council, found.response),
    })
  },
})

/** What two people coded differently, with both codings, a page at a time. */
export const listToSettle = query({
  name: 'consultations.list-to-settle',
  title: 'List what two coders read differently',
  may: [officer],
  input: z.object({ ref, after: pageCursor.optional(), size: whole(1, 100).default(20) }),
  async run(work, { ref, after, size }) {
    const found = await known(work, ref)
    if (!found) return none(ref)
    const { tx, council } = work
    const [response, question] = after === undefined ? [] : (readCursor(after, ['text', 'text']) ?? [])
    const from =
      response !== undefined && question !== undefined && uuid.safeParse(response).success
        ? { response, question }
        : null
    const read = await toSettle(tx, council, found.consultation, { after: from, size: size + 1 })
    const lines = []
    for (const one of read.slice(0, size)) {
      const codings = (await codingsOf(tx, council, one.response)).filter((coding) => coding.question === one.question)
      const [first, second] = [codings.findLast(({ turn }) => turn === 1), codings.findLast(({ turn }) => turn === 2)]
      lines.push({
        receipt: one.receipt,
        question: one.question,
        first: first?.codes ?? [],
        firstBy: first?.coderName ?? '',
        second: second?.codes ?? [],
        secondBy: second?.coderName ?? '',
      })
    }
    const last = read[size - 1]
    return done({
      ref,
      title: found.title,
      lines,
      next: read.length > size && last ? cursorAt([last.response, last.question]) : null,
    })
  },
})
