import { z } from 'zod'
import { ref, whole, yesNo } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { withoutSums } from '#platform/sums.ts'
import { done, invalid, query } from '#platform/use-case.ts'
import { listFields, maybe, noSuchPlace, subjectPath } from './list-input.ts'
import { amountsSeenBy } from './amounts.ts'
import { actRows, countActs, type ActRow } from './lists-store.ts'
import { scopeWords } from './mandate-line.ts'
import { powerNames } from './powers.ts'
import { everybody } from './roles.ts'
import { actShape, pageOf, type ActLine } from './shapes.ts'

/** What was done with authority: every act, or those of a power, a subject, a post, a mandate, a record or a financial year. */
export const listActs = query({
  name: 'authority.list-acts',
  title: 'List the acts',
  may: everybody,
  input: z.object({
    ...listFields,
    power: maybe(z.enum(powerNames, 'Choose a power.')),
    subject: maybe(subjectPath),
    post: maybe(z.string().max(81)),
    /** The calendar year in which the financial year starts: 2022 for 2022/23. */
    year: maybe(whole(1990, 2199)),
    mandate: maybe(ref),
    record: maybe(ref),
    /** Only those done before their mandate was in effect. */
    retrospective: maybe(yesNo),
    order: maybe(z.enum(['newest', 'oldest', 'value'])),
  }),
  output: pageOf(actShape),
  async run(work, { after, before, size, order = 'newest', ...rest }) {
    const { tx, council } = work
    const place = placeIn({ after, before }, [order === 'value' ? 'whole' : 'day', 'text'])
    if (!place) return invalid(noSuchPlace)
    const search = { ...rest, sees: await amountsSeenBy(work) }
    const found = await actRows(tx, council, search, { order, place, size: size + 1 })
    const page = pageFrom(found, size, place, ({ key, ref: own }) => [key, own])
    return done({ ...page, lines: page.lines.map(actLine), count: await countActs(tx, council, search) })
  },
})

/** An act as lists show it. */
export const actLine = ({
  ref,
  mandate,
  post,
  postTitle,
  doneBy,
  power,
  subject,
  subjectTitle,
  what,
  value,
  day,
  recordRef,
  undoes,
  undoneBy,
  retrospective,
  daysLate,
  valueWithheld,
  unpublished,
}: ActRow): ActLine => ({
  ref,
  mandate,
  post,
  postTitle,
  doneBy,
  power,
  subject,
  subjectTitle: scopeWords(subject, subjectTitle),
  what: valueWithheld ? withoutSums(what) : what,
  value: valueWithheld ? null : value,
  day,
  recordRef,
  undoes,
  undoneBy,
  retrospective:
    retrospective === null
      ? null
      : { because: valueWithheld ? withoutSums(retrospective) : retrospective, daysLate: daysLate ?? 0 },
  unpublished,
})
