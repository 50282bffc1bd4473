import { csvFile, type CsvCell } from '#platform/csv.ts'
import { toJson } from '#platform/json.ts'
import type { Page, Visit } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { wronglyAsked } from '../../pages/asked.ts'
import { decisionPath } from '../../pages/paths.ts'
import { refusedAsJson } from '../../pages/register-files.ts'
import { plannedPath, planCsvPath, planJsonPath } from '../paths.ts'
import { viewPlan, type Planned } from '../plan/queries.ts'
import { planAddress, planAskedOf, restrictionWords } from './plan-address.ts'
import { slippedBy } from './plan.ts'

/** The forward plan as data, a page at a time. */
export const planJson: Page = {
  path: planJsonPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { asked, errors } = planAskedOf(visit)
    const outcome = await visit.ask(viewPlan, { ...asked, after: visit.query['after'], before: visit.query['before'] })
    const wrong = outcome.ok ? errors : { ...outcome.refusal.fields, ...errors }
    if (!outcome.ok || Object.keys(wrong).length) return refusedAsJson(wronglyAsked(wrong, null), 422)
    const { items, count, next, previous } = outcome.value
    return {
      file: toJson({
        council: visit.council.name,
        count,
        next: next && planAddress(asked, { after: next }, planJsonPath()),
        previous: previous && planAddress(asked, { before: previous }, planJsonPath()),
        entries: items.map((one) => ({ ...one, slippedDays: slippedBy(one), address: plannedPath(one) })),
      }),
      type: 'application/json; charset=utf-8',
    }
  },
}

const head = [
  'reference',
  'matter',
  'decided_by',
  'key_decision',
  'subject',
  'due_from',
  'due_until',
  'originally_due_from',
  'originally_due_until',
  'days_slipped',
  'times_moved',
  'lead_officer',
  'notice_first_published',
  'restriction',
  'reason_for_urgency',
  'standing',
  'ended_on',
  'ended_because',
  'decision',
  'address',
]

/** The forward plan as a spreadsheet: all that match. */
export const planCsv: Page = {
  path: planCsvPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { asked, errors } = planAskedOf(visit)
    const first = await visit.ask(viewPlan, { ...asked, size: 500 })
    const wrong = { ...(first.ok ? {} : first.refusal.fields), ...errors }
    if (!first.ok || Object.keys(wrong).length) {
      return {
        refusal: wronglyAsked(wrong, 'Search the forward plan on its page, then take the spreadsheet from there.'),
      }
    }
    return {
      file: csvFile(head, pagesOf(visit, asked, first.value)),
      type: 'text/csv; charset=utf-8',
      download: `forward-plan-${visit.council.council}-${visit.today.toString()}.csv`,
    }
  },
}

async function* pagesOf(
  visit: Visit,
  asked: Record<string, string>,
  first: { items: Planned[]; next: string | null },
): AsyncGenerator<CsvCell[][]> {
  let page = first
  for (;;) {
    yield page.items.map(cells)
    if (page.next === null) return
    const more = await visit.ask(viewPlan, { ...asked, size: 500, after: page.next })
    if (!more.ok) return
    page = more.value
  }
}

const cells = (one: Planned): CsvCell[] => [
  one.ref,
  one.matter,
  one.makerTitle,
  one.isKey ? 'yes' : 'no',
  one.subject,
  one.dueFrom.toString(),
  one.dueUntil.toString(),
  one.firstDueFrom.toString(),
  one.firstDueUntil.toString(),
  slippedBy(one),
  one.slips,
  one.leadOfficer,
  one.noticedOn?.toString(),
  restrictionWords[one.restriction],
  one.urgency,
  one.state,
  one.endedOn?.toString(),
  one.endedBecause,
  one.decisionRef,
  one.decisionRef === null ? plannedPath(one) : decisionPath({ ref: one.decisionRef }),
]
