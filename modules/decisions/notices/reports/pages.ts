import { asking, barChart, button, facts, sortableTable } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { csvFile, type CsvCell } from '#platform/csv.ts'
import { longDay, plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { typedDay } from '#platform/typed.ts'
import { anyone, type Answer } from '#platform/use-case.ts'
import { decisionPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { noticePath } from '../paths.ts'
import { lagCsvPath, lagPath, urgentReportCsvPath, urgentReportPath } from './paths.ts'
import { viewPublicationLag, viewUrgentDecisions } from './queries.ts'

/** The span that was asked for, as typed; days may be written as people write them. */
function spanOf({ query }: Pick<Visit, 'query'>): {
  span: { from?: string; until?: string }
  errors: Record<string, string>
} {
  const span: { from?: string; until?: string } = {}
  const errors: Record<string, string> = {}
  for (const field of ['from', 'until'] as const) {
    const day = typedDay(query, field)
    if (day && 'value' in day) span[field] = day.value.toString()
    else if (day) errors[field] = day.error
  }
  return { span, errors }
}

const spanForm = (visit: Visit, action: string, errors: Record<string, string>): Html => {
  const ask = asking({ values: visit.query, errors })
  return html`<form class="remit-search__filters govuk-!-margin-bottom-6" method="get" action="${action}">
    ${ask.input({ name: 'from', label: 'From', hint: 'For example 1/4/2022', classes: 'govuk-input--width-10' })}${ask.input(
      { name: 'until', label: 'Until', hint: 'The last day', classes: 'govuk-input--width-10' },
    )}${button({ text: 'Show' })}
  </form>`
}

/** Which key decisions were urgent this year, and who agreed? */
export const urgentReportPage: Page = {
  path: urgentReportPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const { span, errors } = spanOf(visit)
    const outcome = await visit.ask(viewUrgentDecisions, span)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { from, until, decisions } = outcome.value
    return {
      status: Object.keys(errors).length ? 422 : 200,
      view: {
        title: 'Report on urgent decisions',
        back: '/forward-plan',
        hasErrors: Object.keys(errors).length > 0,
        body: html`<h1 class="govuk-heading-l">Report on urgent decisions</h1>
          <p class="govuk-body">
            Executive decisions that were agreed to be urgent under the rule of special urgency, decided
            ${plainDay(from)} to ${plainDay(until)}. The leader reports them to Council at least once a year, with
            particulars of each (SI 2012/2089, reg 19). This report is made from the register and the notices.
          </p>
          ${spanForm(visit, urgentReportPath(), errors)}
          <h2 class="govuk-heading-m">
            ${decisions.length === 0 ? 'No decision was urgent' : `${decisions.length} urgent ${decisions.length === 1 ? 'decision' : 'decisions'}`}
          </h2>
          ${decisions.map((one) =>
            facts({
              title: html`<a class="govuk-link" href="${decisionPath(one)}">${one.ref}, ${one.title}</a>`,
              rows: [
                { key: 'Decided', value: `${longDay(one.decidedOn)}, by the ${one.makerTitle}` },
                { key: 'What was decided', value: prose(one.summary) },
                { key: 'Why it was urgent', value: prose(one.why) },
                { key: 'Who agreed', value: one.agreedBy },
                {
                  key: 'Notice',
                  value: html`<a class="govuk-link" href="${noticePath({ ref: one.notice })}">${one.notice}</a>,
                    published on ${longDay(one.agreedOn)}`,
                },
              ],
            }),
          )}
          <p class="govuk-body govuk-!-display-none-print">
            As <a class="govuk-link" href="${withQuery(urgentReportCsvPath(), span)}">a spreadsheet (CSV)</a>
          </p>`,
      },
    }
  },
}

async function* once(lines: CsvCell[][]): AsyncGenerator<CsvCell[][]> {
  yield lines
}

/** The same as a spreadsheet. */
export const urgentReportCsv: Page = {
  path: urgentReportCsvPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await visit.ask(viewUrgentDecisions, spanOf(visit).span)
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      file: csvFile(
        [
          'reference',
          'title',
          'decided_by',
          'decided_on',
          'what_was_decided',
          'why_urgent',
          'who_agreed',
          'agreed_on',
          'notice',
          'address',
        ],
        once(
          outcome.value.decisions.map((one) => [
            one.ref,
            one.title,
            one.makerTitle,
            one.decidedOn.toString(),
            one.summary,
            one.why,
            one.agreedBy,
            one.agreedOn.toString(),
            one.notice,
            decisionPath(one),
          ]),
        ),
      ),
      type: 'text/csv; charset=utf-8',
      download: `urgent-decisions-${visit.council.council}-${outcome.value.from.toString()}-${outcome.value.until.toString()}.csv`,
    }
  },
}

type Found = Answer<typeof viewPublicationLag>
const days = (n: number): string => `${Number.isInteger(n) ? n : n.toFixed(1)} ${n === 1 ? 'day' : 'days'}`

/** How soon are decisions published? */
export const lagPage: Page = {
  path: lagPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const { span, errors } = spanOf(visit)
    const outcome = await visit.ask(viewPublicationLag, span)
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      status: Object.keys(errors).length ? 422 : 200,
      view: {
        title: 'How soon are decisions published?',
        back: '/forward-plan',
        wide: true,
        hasErrors: Object.keys(errors).length > 0,
        body: lagShown(visit, outcome.value, span, errors),
      },
    }
  },
}

function lagShown(
  visit: Visit,
  { from, until, target, decisions, median, directorates, longest }: Found,
  span: { from?: string; until?: string },
  errors: Record<string, string>,
): Html {
  return html`<h1 class="govuk-heading-l">How soon are decisions published?</h1>
    <p class="govuk-body">
      Days from decision to publication, of what was published ${plainDay(from)} to ${plainDay(until)}, by directorate.
      A directorate is the first part of a decision’s
      subject.${
        target
        && ` The council’s own rule: within ${target.workingDays} working ${target.workingDays === 1 ? 'day' : 'days'} (${target.source}).`
      }
    </p>
    ${spanForm(visit, lagPath(), errors)}
    ${
      decisions === 0
        ? html`<p class="govuk-inset-text">Nothing was published in these days.</p>`
        : html`<p class="govuk-body">
              ${decisions} ${decisions === 1 ? 'decision' : 'decisions'}; half of them within ${days(median ?? 0)}.
            </p>
            ${barChart({ id: 'lag', title: 'Half of the decisions were published within', of: 'Directorate', amount: 'Days', bars: directorates.map((one) => ({ label: one.title, value: one.median, shown: days(one.median), marked: one.late > 0 })) })}
            ${sortableTable({
              caption: 'By directorate',
              columns: [
                { key: 'd', text: 'Directorate' },
                { key: 'n', text: 'Decisions', numeric: true },
                { key: 'm', text: 'Half within', numeric: true },
                { key: 'l', text: 'Longest', numeric: true },
                ...(target ? [{ key: 't', text: 'Later than the rule', numeric: true }] : []),
                { key: 'e', text: 'In effect before published', numeric: true },
              ],
              rows: directorates.map((one) => [
                html`${one.title}`,
                one.decisions,
                html`${days(one.median)}`,
                html`${days(one.longest)}`,
                ...(target ? [one.late] : []),
                one.beforePublished,
              ]),
            })}
            ${
              longest.length > 0
              && sortableTable({
                caption: 'The longest',
                columns: [
                  { key: 'r', text: 'Decision' },
                  { key: 'w', text: 'Who decided' },
                  { key: 'd', text: 'Decided' },
                  { key: 'p', text: 'Published' },
                  { key: 'n', text: 'Days', numeric: true },
                ],
                rows: longest.map((one) => [
                  html`<a class="govuk-link" href="${decisionPath(one)}">${one.title}</a
                    ><span class="remit-ref">${one.ref}</span>`,
                  html`${one.makerTitle}`,
                  html`${shortDay(one.decidedOn)}`,
                  html`${shortDay(one.publishedOn)}`,
                  one.days,
                ]),
              })
            }
            <p class="govuk-body govuk-!-display-none-print">
              By directorate as <a class="govuk-link" href="${withQuery(lagCsvPath(), span)}">a spreadsheet (CSV)</a>
            </p>`
    }`
}

/** The same as a spreadsheet. */
export const lagCsv: Page = {
  path: lagCsvPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await visit.ask(viewPublicationLag, spanOf(visit).span)
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      file: csvFile(
        [
          'directorate',
          'decisions',
          'median_days',
          'longest_days',
          'later_than_the_rule',
          'in_effect_before_published',
        ],
        once(
          outcome.value.directorates.map((one) => [
            one.title,
            one.decisions,
            one.median,
            one.longest,
            outcome.value.target ? one.late : null,
            one.beforePublished,
          ]),
        ),
      ),
      type: 'text/csv; charset=utf-8',
      download: `publication-lag-${visit.council.council}-${outcome.value.until.toString()}.csv`,
    }
  },
}
