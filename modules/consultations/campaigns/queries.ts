import { z } from 'zod'
import { officer, staff } from '#authority'
import { pageCursor, ref, uuid, whole } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { saidKey, wordsIn } from '../analysis/coding.ts'
import { frameOf } from '../analysis/store.ts'
import type { Consultation } from '../consultation.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import type { Answers } from '../questions/follow.ts'
import { reckoned } from '../responses/reconcile.ts'
import { findResponse } from '../responses/store.ts'
import { findConsultation } from '../store.ts'
import { groupNumber } from './code.ts'
import {
  codingsOfGroup,
  findGroup,
  findMember,
  groupedIn,
  groupsOf,
  lookOf,
  membersOf,
  secondOf,
  stands,
  wordsOf,
  type Stands,
} from './store.ts'

const asked = ({ questionnaire }: Consultation, found: { answers: Answers; said: string | null }) => {
  const titles = new Map(questionsOf(questionnaire).map(({ key, words }) => [key, words]))
  return wordsIn(questionnaire, found).map((one) => ({
    ...one,
    asked: one.question === saidKey ? 'In their own words' : (titles.get(one.question) ?? one.question),
  }))
}

/** Groups of responses that were written alike: how many there are, and of all that came in, how many are in one. */
export const listAlike = query({
  name: 'consultations.list-alike',
  title: 'List responses that were written alike',
  may: [...staff],
  input: z.object({ ref, after: pageCursor.optional(), size: whole(1, 100).default(20) }),
  async run({ tx, council }, { ref, after, size }) {
    const found = await findConsultation(tx, council, ref)
    if (!found || found.state === 'draft') return missing(`There is no consultation ${ref} that has opened.`)
    const { consultation } = found
    const [responses, n] = after === undefined ? [] : (readCursor(after, ['whole', 'whole']) ?? [])
    const place = responses !== undefined && n !== undefined ? { responses: Number(responses), n: Number(n) } : null
    const read = await groupsOf(tx, council, consultation, { after: place, size: size + 1 })
    const lines = []
    for (const one of read.slice(0, size)) {
      const common = await findResponse(tx, council, one.common)
      lines.push({
        ...one,
        opening: common
          ? asked(found, common)
              .map(({ words }) => words)
              .join(' ')
              .slice(0, 200)
          : '',
      })
    }
    const last = read[size - 1]
    return done({
      ref,
      title: found.title,
      state: found.state,
      look: await lookOf(tx, council, consultation),
      received: (await reckoned({ tx, council }, found)).total.received,
      grouped: await groupedIn(tx, council, consultation),
      groups: lines,
      next: read.length > size && last ? cursorAt([String(last.responses), String(last.n)]) : null,
    })
  },
})

/** One group: its common words, how its members stand, and a page of them with their own words beside those. */
export const viewAlike = query({
  name: 'consultations.view-alike',
  title: 'See responses that were written alike',
  may: [officer],
  input: z.object({
    ref,
    n: groupNumber,
    stands: z.enum(Object.keys(stands) as [Stands, ...Stands[]]).optional(),
    after: pageCursor.optional(),
    size: whole(1, 50).default(20),
  }),
  async run({ tx, council }, { ref, n, stands: asks, after, size }) {
    const found = await findConsultation(tx, council, ref)
    const group = found && (await findGroup(tx, council, found.consultation, n))
    if (!found || !group) return missing(`There is no group ${n} of responses to ${ref}.`)
    const { response, ...seen } = group
    const shows: Stands = asks ?? (group.differs > 0 ? 'differs' : 'alike')
    const [added, id] = after === undefined ? [] : (readCursor(after, ['whole', 'text']) ?? [])
    const place =
      added !== undefined && uuid.safeParse(id).success ? { added: Number(added), response: id ?? '' } : null
    const read = await membersOf(tx, council, found.consultation, n, { stands: shows, after: place, size: size + 1 })
    const [common] = await wordsOf(tx, council, [response])
    const last = read[size - 1]
    return done({
      ref,
      title: found.title,
      state: found.state,
      group: seen,
      common: common ? asked(found, common) : [],
      frame: (await frameOf(tx, council, found.consultation)).filter(({ retired }) => !retired),
      codings: await codingsOfGroup(tx, council, found.consultation, n),
      second: await secondOf(tx, council, found.consultation, n),
      shows,
      members: read
        .slice(0, size)
        .map(({ answers, said, response: _, ...one }) => ({ ...one, answers: asked(found, { answers, said }) })),
      next: read.length > size && last ? cursorAt([String(last.added), last.response]) : null,
    })
  },
})

/** One member of a group beside its common words. */
export const viewAlikeMember = query({
  name: 'consultations.view-alike-member',
  title: 'See a response beside those that were written alike',
  may: [officer],
  input: z.object({ ref, n: groupNumber, receipt: ref }),
  async run({ tx, council }, { ref, n, receipt }) {
    const found = await findConsultation(tx, council, ref)
    const response = await findResponse(tx, council, receipt)
    const member = response && (await findMember(tx, council, response.response))
    const group = found && (await findGroup(tx, council, found.consultation, n))
    if (!found || !group || !response || response.ref !== ref || member?.n !== n)
      return missing(`${receipt} is not in group ${n} of the responses to ${ref}.`)
    const [common] = await wordsOf(tx, council, [group.response])
    const { response: _, ...rest } = member
    return done({
      ref,
      title: found.title,
      n,
      name: group.name,
      common: common ? asked(found, common) : [],
      member: { ...rest, answers: asked(found, response) },
      isCommon: group.response === response.response,
    })
  },
})
