import { randomUUID } from 'node:crypto'
import { longDay } from '#platform/days.ts'
import { askedOnce, inOneGo } from '#platform/gather.ts'
import { done, invalid, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { standingOn, type Channel } from '../consultation.ts'
import { checkAnswers } from '../questions/check-answers.ts'
import type { Answers } from '../questions/follow.ts'
import { questionsOf, type Questionnaire } from '../questions/questionnaire.ts'
import { questionnaireOf } from '../store.ts'
import { newReceipt } from './codes.ts'
import { contentHash, textHash } from './hashes.ts'
import {
  insertResponses,
  receivedUnder,
  receivingInto,
  sealedResponse,
  type KeptFileOf,
  type NewResponse,
} from './store.ts'

export type Received = {
  ref: string
  channel: Channel
  /** The key of the form or the call: sent again under it, the same is one response. */
  key: string
  answers: Answers
  said?: string | null
  wording?: string
  /** Whether what has to be answered was: asked of those who answer themselves, not of those who key in what others wrote. */
  complete: boolean
  receivedOn?: Temporal.PlainDate
  files?: KeptFileOf[]
  codeDigest?: Uint8Array | null
  form?: string | null
  workshop?: string | null
  enteredBy?: string | null
}

export type Receipt = { ref: string; receipt: string; receivedAt: Temporal.Instant; late: boolean; again: boolean }

/**
 * Receives a response, by whatever channel, and seals it in the journal. The same content under the same key is one response,
 * however often it comes; other content under that key is kept as a response of its own. What comes late is kept and marked.
 */
export async function receive(work: Work, given: Received): Promise<Outcome<Receipt>> {
  const { tx, council, today } = work
  const { ref, channel, key } = given
  work.about(ref)
  const into = await askedOnce(tx, `receiving/${ref}`, () => receivingInto(tx, council, ref))
  if (!into) return missing(`There is no consultation ${ref}.`)
  const standing = standingOn(into, today)
  if (standing === 'draft') return missing(`There is no consultation ${ref}.`)
  if (standing === 'announced' && into.opensOn)
    return refused(`${ref} is not open yet.`, `It opens on ${longDay(into.opensOn)}.`, 'Answer from that day on.')
  if (standing === 'withdrawn') return refused(`${ref} was withdrawn.`, [], 'Its page says why.')
  const questionnaire = await frozen(work, into.consultation, into.questionnaire)
  const { answers, errors } = checkAnswers(questionnaire, given.answers, { complete: given.complete })
  if (Object.keys(errors).length)
    return invalid(Object.fromEntries(Object.entries(errors).map(([question, says]) => [`answers.${question}`, says])))
  const said = given.said ?? null
  if (!Object.keys(answers).length && said === null) return invalid({ answers: 'Answer at least one question.' })
  const receivedOn = given.receivedOn ?? today
  const content = contentHash(answers, said)
  const response: NewResponse = {
    response: randomUUID(),
    consultation: into.consultation,
    receipt: newReceipt(),
    channel,
    receivedOn,
    // The database keeps microseconds: what is sealed must be what can be read back.
    receivedAt: work.now.round({ smallestUnit: 'microsecond', roundingMode: 'trunc' }),
    late: into.closesOn !== null && Temporal.PlainDate.compare(receivedOn, into.closesOn) > 0,
    questionnaire: into.questionnaire,
    wording: given.wording ?? 'en',
    answers,
    said,
    files: given.files ?? [],
    clientKey: key,
    contentHash: content,
    textHash: textHash(questionsOf(questionnaire), answers, said),
    codeDigest: given.codeDigest ?? null,
    form: given.form ?? null,
    workshop: given.workshop ?? null,
    enteredBy: given.enteredBy ?? null,
  }
  if (!(await inOneGo(tx, 'consultations.response', response, (all) => insertResponses(tx, council, all)))) {
    const before = await receivedUnder(tx, council, into.consultation, key, content)
    if (!before) throw new Error('A response that was there before is gone.')
    return done({ ref, ...before, late: response.late, again: true })
  }
  work.seal('response', response.receipt, sealedResponse({ ...response, ref }))
  return done({ ref, receipt: response.receipt, receivedAt: response.receivedAt, late: response.late, again: false })
}

// Frozen questionnaires never change, so they are read once; a few, because one is as large as its questions.
const known = new Map<string, Questionnaire>()

async function frozen({ tx, council }: Work, consultation: string, version: number): Promise<Questionnaire> {
  const name = `${council}/${consultation}/${version}`
  const found = known.get(name) ?? (await questionnaireOf(tx, council, consultation, version))
  if (!found) throw new Error(`The questionnaire of ${consultation} is gone.`)
  if (known.size >= 50) known.delete(known.keys().next().value ?? '')
  known.set(name, found)
  return found
}
