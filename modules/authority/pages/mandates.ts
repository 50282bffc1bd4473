import { asking, details, searchAndFilter, select } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { csvPounds } from '#platform/csv.ts'
import { html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { listChoices } from '../list-choices.ts'
import { listMandates } from '../list-mandates.ts'
import { constitutionPath, limitsPath, mandatesFilePath, mandatesPath } from '../paths.ts'
import { administrator, everybody, financeOfficer, monitoringOfficer } from '../roles.ts'
import { postItems, powerItems, subjectItems } from './choices.ts'
import { countWords, listFile, underList, type Chosen } from './listing.ts'
import { mandateTable } from './mandate-table.ts'

const sources = [
  { text: 'Anywhere', value: '' },
  { text: 'The scheme of delegation', value: 'scheme' },
  { text: 'A decision', value: 'clause' },
  { text: 'A sub-delegation', value: 'sub-delegation' },
]

const endings = [
  { text: 'At any time', value: '' },
  ...[30, 90, 180, 365].map((days) => ({ text: `Within ${days} days`, value: String(days) })),
]
const shares = [
  { text: 'However much', value: '' },
  ...[50, 80, 100].map((percent) => ({
    text: percent === 100 ? 'All of it' : `${percent}% or more`,
    value: String(percent),
  })),
]

/** Who may do what here? */
export const mandatesPage: Page = {
  path: mandatesPath.pattern,
  may: everybody,
  async get(visit) {
    const { day, chosen, error } = chosenIn(visit)
    const choices = await visit.ask(listChoices, {})
    if (!choices.ok) return { refusal: choices.refusal }
    const outcome = await visit.ask(listMandates, {
      ...chosen,
      after: visit.query['after'],
      before: visit.query['before'],
    })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const ask = asking({ values: error ? visit.query : dayBoxes('day', day), errors: { day: error } })
    const { lines, count } = outcome.value
    const narrowed = Object.values(chosen).some(Boolean)
    return {
      view: {
        title: 'Mandates',
        hasErrors: error !== undefined,
        wide: true,
        body: html`<h1 class="govuk-heading-l">Mandates</h1>
          <p class="govuk-body-l">
            A mandate says which post may do what, up to how much, from when and on which conditions. Every act is done
            under one.
          </p>
          ${[monitoringOfficer, financeOfficer, administrator].some((role) => visit.actor.roles.includes(role)) && html`<p class="govuk-body"><a class="govuk-link" href="${limitsPath()}">Acts and mandates near their limit</a></p>`}
          ${searchAndFilter({
            action: mandatesPath(),
            search: { name: 'q', label: 'Words or reference', value: chosen['q'] },
            filters: details({
              summary: 'Narrow the search',
              classes: 'remit-filters',
              open: narrowed || error !== undefined,
              text: html`${[
                select({ name: 'post', label: 'Post', value: chosen['post'], items: postItems(choices.value, 'Any') }),
                select({ name: 'power', label: 'Power', value: chosen['power'], items: powerItems('Any') }),
                select({
                  name: 'subject',
                  label: 'Subject',
                  value: chosen['subject'],
                  items: subjectItems(choices.value, 'Any'),
                }),
                select({ name: 'source', label: 'Comes from', value: chosen['source'], items: sources }),
                ask.dateInput({ name: 'day', legend: { text: 'In effect on', classes: 'govuk-fieldset__legend--s' } }),
                select({ name: 'endsWithin', label: 'Ends', value: chosen['endsWithin'], items: endings }),
                select({ name: 'usedOver', label: 'Used', value: chosen['usedOver'], items: shares }),
                select({
                  name: 'held',
                  label: 'Suspended',
                  value: chosen['held'],
                  items: [
                    { text: 'Either', value: '' },
                    { text: 'Suspended today', value: 'yes' },
                  ],
                }),
                select({
                  name: 'unused',
                  label: 'Acts',
                  value: chosen['unused'],
                  items: [
                    { text: 'Either', value: '' },
                    { text: 'Nothing done under it', value: 'yes' },
                  ],
                }),
              ]}`,
            }),
            clear: narrowed ? mandatesPath() : undefined,
            count: countWords(count, 'mandate', 'mandates'),
            results: html`${mandateTable(lines, { caption: 'Mandates', order: chosen['order'], sortHref: (order) => withQuery(mandatesPath(), { ...chosen, order }) })}${underList(
              outcome.value,
              { address: mandatesPath(), chosen, file: mandatesFilePath(), many: 'mandates' },
            )}`,
            none:
              count === 0
                ? html`<p class="govuk-body">
                    No mandate is like that. Choose less, or
                    <a class="govuk-link" href="${mandatesPath()}">look at all mandates</a>. What posts may do of
                    themselves stands in <a class="govuk-link" href="${constitutionPath()}">the constitution</a>.
                  </p>`
                : undefined,
          })}`,
      },
    }
  },
}

/** The filters of the address; a day typed in three boxes becomes one, so that it can be kept in links. */
function chosenIn({ query }: Visit): { day: Temporal.PlainDate | null; error: string | undefined; chosen: Chosen } {
  const typed = typedDay(query, 'day')
  const day = typed && 'value' in typed ? typed.value : null
  const { q, post, power, subject, source, endsWithin, usedOver, held, unused, order } = query
  return {
    day,
    error: typed && 'error' in typed ? typed.error : undefined,
    chosen: { q, post, power, subject, source, endsWithin, usedOver, held, unused, order, day: day?.toString() },
  }
}

export const mandatesFile: Page = {
  path: mandatesFilePath.pattern,
  may: everybody,
  get: (visit) =>
    listFile(visit, {
      name: 'mandates',
      read: (place) => visit.ask(listMandates, { ...chosenIn(visit).chosen, ...place }),
      head: [
        'mandate',
        'post',
        'powers',
        'subject',
        'comes from',
        'decision',
        'ceiling basis',
        'ceiling (pounds)',
        'exercised (pounds)',
        'passed on (pounds)',
        'taken back (pounds)',
        'left (pounds)',
        'used (per cent)',
        'limit in words',
        'forecast',
        'runs out on',
        'from',
        'last day',
        'state',
        'words',
      ],
      cells: (line) => [
        line.ref,
        line.holderTitle,
        line.powers.join('; '),
        line.scope,
        line.comesFrom,
        line.decisionRef,
        line.ceiling?.basis ?? (line.withheld === 'ceiling and use' ? 'withheld' : 'not stated'),
        line.ceiling?.pence === null || line.ceiling?.pence === undefined ? null : csvPounds(line.ceiling.pence),
        line.exercised === null ? 'withheld' : csvPounds(line.exercised),
        line.passedOn === null ? 'withheld' : csvPounds(line.passedOn),
        line.recalled === null ? 'withheld' : csvPounds(line.recalled),
        line.left === null ? null : csvPounds(line.left),
        line.usedPercent,
        line.ceilingWords,
        line.forecast?.says,
        line.forecast?.runsOutOn?.toString(),
        line.from.toString(),
        line.until?.subtract({ days: 1 }).toString(),
        line.state,
        line.words,
      ],
    }),
}
