import { csvRecord } from '#platform/csv.ts'
import { toJson } from '#platform/json.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { anyone, type Refusal } from '#platform/use-case.ts'
import { copyRegister, searchRegister } from '../queries.ts'
import { wronglyAsked } from './asked.ts'
import { decisionPath, registerCsvPath, registerJsonPath } from './paths.ts'
import { askedOf, registerAddress, type Asked } from './register-address.ts'
import { standingWords } from './state-tag.ts'

const json = 'application/json; charset=utf-8'

/** A refusal for a program: the same words, as the API sends them. */
export const refusedAsJson = ({ what, because, next, fields }: Refusal, status: number): Reply => ({
  file: toJson({ refused: { what, because, next, fields } }),
  type: json,
  status,
})

/** The register as data, a page at a time, with the addresses of the pages beside it. */
export const registerJson: Page = {
  path: registerJsonPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { asked, errors } = askedOf(visit)
    const outcome = await visit.ask(searchRegister, {
      ...asked,
      after: visit.query['after'],
      before: visit.query['before'],
    })
    const wrong = outcome.ok ? errors : { ...outcome.refusal.fields, ...errors }
    if (!outcome.ok || Object.keys(wrong).length) return refusedAsJson(wronglyAsked(wrong, null), 422)
    const { decisions, count, moreThan, next, previous } = outcome.value
    return {
      file: toJson({
        council: visit.council.name,
        count,
        moreThan,
        next: next && registerAddress(asked, { after: next }, registerJsonPath()),
        previous: previous && registerAddress(asked, { before: previous }, registerJsonPath()),
        decisions: decisions.map(({ calledIn: _, ...one }) => ({
          ...one,
          address: decisionPath(one),
          json: `${decisionPath(one)}.json`,
        })),
      }),
      type: json,
    }
  },
}

const head = [
  'reference',
  'title',
  'decided_by',
  'kind',
  'key_decision',
  'subject',
  'decided_on',
  'published_on',
  'takes_effect_on',
  'standing',
  'superseded_by',
  'address',
]

/** The register as a spreadsheet: all that match, written while they are read. */
export const registerCsv: Page = {
  path: registerCsvPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { asked, errors } = askedOf(visit)
    const first = await visit.ask(copyRegister, asked)
    const wrong = { ...(first.ok ? {} : first.refusal.fields), ...errors }
    if (!first.ok || Object.keys(wrong).length) {
      return { refusal: wronglyAsked(wrong, 'Search the register on its page, then take the spreadsheet from there.') }
    }
    return {
      file: written(visit, asked, first.value),
      type: 'text/csv; charset=utf-8',
      download: `decisions-${visit.council.council}-${visit.today.toString()}.csv`,
    }
  },
}

type Copied = { decisions: Row[]; next: string | null }
type Row = {
  ref: string
  title: string
  makerTitle: string
  makerKind: string
  isKey: boolean
  subject: string
  decidedOn: Temporal.PlainDate
  publishedOn: Temporal.PlainDate
  effectiveOn: Temporal.PlainDate
  standing: Parameters<typeof standingWords>[0]
  supersededBy: string | null
}

// No mark at the beginning: programs that read the file would take it for a part of the first heading.
async function* written(visit: Visit, asked: Asked, first: Copied): AsyncGenerator<string> {
  let page = first
  yield csvRecord(head) + page.decisions.map(line).join('')
  while (page.next !== null) {
    const outcome = await visit.ask(copyRegister, { ...asked, after: page.next })
    if (!outcome.ok) throw new Error(outcome.refusal.what)
    page = outcome.value
    yield page.decisions.map(line).join('')
  }
}

const line = (one: Row): string =>
  csvRecord([
    one.ref,
    one.title,
    one.makerTitle,
    one.makerKind,
    one.isKey ? 'yes' : 'no',
    one.subject,
    one.decidedOn.toString(),
    one.publishedOn.toString(),
    one.effectiveOn.toString(),
    standingWords(one.standing),
    one.supersededBy,
    decisionPath(one),
  ])
