import { z } from 'zod'
import { everybody, officer } from '#authority'
import { optionalText, ref, uuid } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { saidKey, wordsIn } from '../analysis/coding.ts'
import { findPublished } from '../published.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { findResponse } from '../responses/store.ts'
import { findConsultation } from '../store.ts'
import { permissionIn, permitted } from './permission.ts'
import { withPassages } from './redact.ts'
import { suggestionsIn } from './suggest.ts'
import {
  countStands,
  firstToAgree,
  firstToRead,
  publishedCounts,
  publishedResponses,
  publishedWords,
  stepsOf,
} from './store.ts'

const listed = 20
const pageSize = 50
const most = 1000

/** Whose words are still to be read, and how much is published. */
export const viewWordsDesk = query({
  name: 'consultations.view-words-desk',
  title: 'See whose words are to be read before they are published',
  may: [officer],
  input: z.object({ ref }),
  async run({ tx, council, actor }, { ref: number }) {
    const found = await findConsultation(tx, council, number)
    if (!found) return missing(`There is no consultation ${number}.`)
    const { consultation } = found
    return done({
      consultation: found,
      asks: permissionIn(found.questionnaire) !== null,
      counts: await countStands(tx, council, consultation),
      toRead: await firstToRead(tx, council, consultation, listed),
      toAgree: await firstToAgree(tx, council, consultation, actor.account, listed),
      published: await publishedResponses(tx, council, consultation),
    })
  },
})

/** What one response says, what looks like personal data in it, what was withheld, and how it would be published. */
export const viewWords = query({
  name: 'consultations.view-words',
  title: 'Read what a response says before it is published',
  may: [officer],
  input: z.object({ receipt: ref }),
  async run({ tx, council, actor }, { receipt }) {
    const response = await findResponse(tx, council, receipt)
    const consultation = response && (await findConsultation(tx, council, response.ref))
    if (!response || !consultation) return missing(`There is no response ${receipt}.`)
    const { questionnaire } = consultation
    const steps = await stepsOf(tx, council, response.response)
    const last = steps.findLast(({ what }) => what === 'read') ?? null
    const title = new Map(questionsOf(questionnaire).map(({ key, words }) => [key, words]))
    return done({
      ref: response.ref,
      title: consultation.title,
      receipt,
      permitted: permitted(response.answers),
      withdrawn: steps.some(({ what }) => what === 'permission-withdrawn'),
      steps,
      last,
      mine: last !== null && last.byAccount === actor.account,
      answers: wordsIn(questionnaire, response).map(({ question, words }) => ({
        question,
        asked: title.get(question) ?? 'What was said in no question',
        words,
        suggestions: suggestionsIn(words),
        shown: last ? withPassages(words, last.passages ?? []) : null,
      })),
    })
  },
})

/** What people wrote, as it is published: by question, searched, a page at a time. */
export const listWords = query({
  name: 'consultations.list-words',
  title: 'Read what people wrote',
  may: everybody,
  input: z.object({
    ref,
    question: optionalText(30),
    q: optionalText(100),
    after: uuid.optional(),
    size: z.coerce.number().int().min(1).max(most).default(pageSize),
  }),
  async run({ tx, council }, { ref: number, question, q, after, size }) {
    const found = await findPublished(tx, council, number)
    if (!found) return missing(`There is no consultation ${number}.`)
    const counts = await publishedCounts(tx, council, found.consultation)
    const rows = await publishedWords(tx, council, found.consultation, {
      question,
      q,
      after: after ?? null,
      size: size + 1,
    })
    const asked = [
      ...questionsOf(found.document.questionnaire).map(({ key, words }) => ({ question: key, asked: words })),
      { question: saidKey, asked: 'What was said in no question' },
    ]
    return done({
      ref: number,
      title: found.document.title,
      asks: permissionIn(found.document.questionnaire) !== null,
      questions: asked.flatMap((one) => {
        const n = counts.find(({ question: of }) => of === one.question)?.n
        return n === undefined ? [] : [{ ...one, n }]
      }),
      words: rows.slice(0, size),
      next: rows.length > size ? (rows[size - 1]?.words ?? null) : null,
    })
  },
})
