import { z } from 'zod'
import { officer } from '#authority'
import { optionalText, ref, text, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { questionKey, questionsOf, type Questionnaire } from '../questions/questionnaire.ts'
import { findResponse, handlingOf, insertHandling, type ResponseRow } from '../responses/store.ts'
import { inAnalysis } from './frame.ts'
import {
  addToTally,
  codedOf,
  frameOf,
  insertCoding,
  keepCoded,
  shareOf,
  type Coded,
  type CodedState,
  type FrameCode,
  type Tally,
} from './store.ts'

/** What was said in no answer to a question. */
export const saidKey = 'said'

/** The questions that are answered in words. */
export const questionsInWords = (questionnaire: Questionnaire): string[] =>
  questionsOf(questionnaire)
    .filter(({ kind }) => kind === 'text' || kind === 'long-text')
    .map(({ key }) => key)

/** What a response says in words, question by question: that is what is coded. */
export function wordsIn(
  questionnaire: Questionnaire,
  { answers, said }: Pick<ResponseRow, 'answers' | 'said'>,
): { question: string; words: string }[] {
  const found = questionsInWords(questionnaire).flatMap((question) => {
    const words = answers[question]
    return typeof words === 'string' && words.trim() !== '' ? [{ question, words }] : []
  })
  return said === null ? found : [...found, { question: saidKey, words: said }]
}

/**
 * Whether a second person codes a response too: so many of a hundred, by its key, which is random. The first coder cannot choose
 * and cannot tell; whoever asks again gets the same answer.
 */
export const isSecondCoded = (response: string, share: number): boolean =>
  Number.parseInt(response.slice(0, 8), 16) % 100 < share

const codeList = z.array(uuid).max(30)

/**
 * Codes what a response says, answer by answer. The first time it is the first coding; by another person, where the answer is in
 * the share that two people code, the second, made without seeing the first. A first coding may be made anew with a reason as long
 * as no second person has coded: afterwards the two are compared, and only settled.
 */
export const codeResponse = useCase({
  name: 'consultations.code-response',
  title: 'Code what a response says',
  may: [officer],
  input: z.object({
    receipt: ref,
    codes: z.record(z.union([questionKey, z.literal(saidKey)]), codeList),
    because: optionalText(500),
  }),
  async run(work, { receipt, codes, because }) {
    const outcome = await theResponse(work, receipt)
    if (!outcome.ok) return outcome
    const { response, consultation, questionnaire } = outcome.value
    const {
      tx,
      actor: { council, account, name },
      now,
    } = work
    if (account === null) throw new Error('An officer has an account.')
    const inWords = wordsIn(questionnaire, response)
    const unknown = Object.keys(codes).find((key) => !inWords.some(({ question }) => question === key))
    if (unknown !== undefined) return invalid({ codes: `${receipt} says nothing in words to ${unknown}.` })
    const absent = inWords.find(({ question }) => codes[question] === undefined)
    if (absent)
      return invalid({
        [`codes.${absent.question}`]: 'Code every answer; one that says nothing to any code may have none.',
      })
    const frame = await frameOf(tx, council, consultation)
    if (!frame.some(({ retired }) => !retired))
      return refused('There is no coding frame yet.', [], 'Put codes into it first.')
    const stands = new Map((await codedOf(tx, council, response.response)).map((one) => [one.question, one]))
    const share = await shareOf(tx, council, consultation)
    const made: Coded[] = []
    const changes: { kind: Tally['kind']; key: string; by: number }[] = []
    for (const { question } of inWords) {
      const given = withTheirWords(frame, codes[question] ?? [])
      if (!given.ok) return given
      const chosen = given.value.map(({ code }) => code)
      const was = stands.get(question)
      const turn = turnOf(was, account, name, receipt, because)
      if (!turn.ok) return turn
      await insertCoding(tx, council, response.response, consultation, {
        question,
        turn: turn.value,
        coder: account,
        coderName: name,
        codes: given.value,
        because,
        at: now,
      })
      if (turn.value === 2 && was) {
        const agreed = sameCodes(was.codes, chosen)
        made.push({ ...was, state: agreed ? 'agreed' : 'differs' })
        changes.push(...pairs(frame, was.codes, chosen))
      } else {
        const state: CodedState = was?.state ?? (isSecondCoded(response.response, share) ? 'second' : 'first')
        made.push({
          response: response.response,
          question,
          codes: chosen,
          firstCoder: was?.firstCoder ?? account,
          state,
          act: null,
        })
      }
    }
    for (const one of made) changes.push(...(await kept(work, consultation, stands.get(one.question), one)))
    await addToTally(tx, council, consultation, changes)
    const last = (await handlingOf(tx, council, response.response)).at(-1)?.what ?? 'waiting'
    if (last !== 'analysed')
      await insertHandling(tx, council, response.response, { what: 'analysed', because: null, at: now, by: name })
    return done({
      receipt,
      ref: response.ref,
      state: made.some(({ state }) => state === 'differs') ? ('differs' as const) : ('coded' as const),
    })
  },
})

/** Settles an answer that two people coded differently, and says why. It may be settled anew, with another reason. */
export const settleCoding = useCase({
  name: 'consultations.settle-coding',
  title: 'Settle what two people coded differently',
  may: [officer],
  input: z.object({
    receipt: ref,
    question: z.union([questionKey, z.literal(saidKey)]),
    codes: codeList,
    because: text(500),
  }),
  async run(work, { receipt, question, codes, because }) {
    const outcome = await theResponse(work, receipt)
    if (!outcome.ok) return outcome
    const { response, consultation } = outcome.value
    const {
      tx,
      actor: { council, account, name },
      now,
    } = work
    if (account === null) throw new Error('An officer has an account.')
    const was = (await codedOf(tx, council, response.response)).find((one) => one.question === question)
    if (was?.state !== 'differs' && was?.state !== 'settled')
      return refused(`There is nothing to settle in ${receipt}.`, [], 'Two people have to have coded it differently.')
    const given = withTheirWords(await frameOf(tx, council, consultation), codes)
    if (!given.ok) return given
    await insertCoding(tx, council, response.response, consultation, {
      question,
      turn: 3,
      coder: account,
      coderName: name,
      codes: given.value,
      because,
      at: now,
    })
    await addToTally(
      tx,
      council,
      consultation,
      await kept(work, consultation, was, {
        ...was,
        codes: given.value.map(({ code }) => code),
        state: 'settled',
        act: null,
      }),
    )
    return done({ receipt, ref: response.ref })
  },
})

async function theResponse(
  work: Work,
  receipt: string,
): Promise<Outcome<{ response: ResponseRow; consultation: string; questionnaire: Questionnaire }>> {
  const { tx, council } = work
  const found = await findResponse(tx, council, receipt)
  if (!found) return missing(`There is no response ${receipt}.`)
  // Locks the consultation: what two coders do at once is done one after the other, and running totals with it.
  const outcome = await inAnalysis(work, found.ref)
  if (!outcome.ok) return outcome
  const last = (await handlingOf(tx, council, found.response)).at(-1)?.what
  if (last === 'excluded') return refused(`${receipt} was excluded.`, [], 'Take it in again first, and say why.')
  return done({ response: found, consultation: outcome.value.consultation, questionnaire: outcome.value.questionnaire })
}

/** Codes of the frame, each as it is worded now. */
export function withTheirWords(
  frame: readonly FrameCode[],
  chosen: readonly string[],
): Outcome<{ code: string; n: number; title: string }[]> {
  const found = [...new Set(chosen)].map((code) => frame.find((one) => one.code === code))
  if (found.some((one) => one === undefined || one.retired))
    return invalid({ codes: 'A code is not in the frame as it stands. Look at the frame again.' })
  return done(
    found
      .flatMap((one) => (one ? [{ code: one.code, n: one.n, title: one.title }] : []))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  )
}

function turnOf(
  was: Coded | undefined,
  account: string,
  name: string,
  receipt: string,
  because: string | null,
): Outcome<1 | 2> {
  if (!was) return done(1)
  if (was.state === 'agreed' || was.state === 'differs' || was.state === 'settled') {
    return refused(`${receipt} was coded by two people.`, [], 'Where they differ it is settled; their codings stay.')
  }
  if (was.firstCoder === account)
    return because === null ? invalid({ because: 'You coded this before. Say why you code it anew.' }) : done(1)
  return was.state === 'second'
    ? done(2)
    : refused(
        `${receipt} is coded already.`,
        `${name} is not its coder, and it is not in the share that two people code.`,
        'Go on with the next.',
      )
}

const sameCodes = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code))

// Of every code that both could use, what each of the two said.
const pairs = (frame: readonly FrameCode[], first: readonly string[], second: readonly string[]) =>
  frame
    .filter(({ code, retired }) => !retired || first.includes(code))
    .map(({ code }) => ({
      kind: first.includes(code)
        ? second.includes(code)
          ? ('yy' as const)
          : ('yn' as const)
        : second.includes(code)
          ? ('ny' as const)
          : ('nn' as const),
      key: code,
      by: 1,
    }))

/** Keeps how an answer stands, and says what that changes in the running totals. */
async function kept({ tx, council }: Work, consultation: string, was: Coded | undefined, becomes: Coded) {
  await keepCoded(tx, council, consultation, becomes)
  return [...(was ? counts(was, -1) : []), ...counts(becomes, 1)]
}

const counts = ({ codes, state, act }: Coded, by: 1 | -1) => [
  ...codes.map((key) => ({ kind: 'used' as const, key, by })),
  ...(act === null ? [] : codes.map((key) => ({ kind: 'grouped' as const, key, by }))),
  { kind: 'state' as const, key: state, by },
]

/** Takes the codes of a response out of the running totals when it is excluded, and puts them back when it is taken in again. */
export async function countCodes(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  consultation: string,
  response: string,
  by: 1 | -1,
): Promise<void> {
  const coded = await codedOf(tx, council, response)
  await addToTally(
    tx,
    council,
    consultation,
    coded.flatMap((one) => counts(one, by)),
  )
}
