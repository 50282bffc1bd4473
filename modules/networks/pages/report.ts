import { officer } from '#authority'
import { facts, sortableTable, asking, button, findingsList } from '#govuk'
import { longDay, plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { typedPounds } from '#platform/typed.ts'
import { outcomes } from '../network.ts'
import { forecastYear, yearReport } from '../queries.ts'
import { runners } from '../the-network.ts'
import { publishYearReport, viewYearReport } from '../year-report.ts'
import { formPage } from './form-page.ts'
import {
  forecastPath,
  networkPath,
  networksPath,
  publishYearReportPath,
  reportPath,
  runPath,
  yearReportPath,
} from './paths.ts'
import { representedShown, standingTag } from './public.ts'

const share = (part: number, of: number) =>
  of === 0 ? 'nobody to ask' : `${part} of ${of} (${Math.round((part * 100) / of)}%)`

/** What did the network do in a year? Made from its records; it names nobody, and prints. */
export const reportPage: Page = {
  path: reportPath.pattern,
  may: runners,
  async get(visit) {
    const outcome = await visit.ask(yearReport, { ref: visit.params['ref'], year: visit.params['year'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { network, year, from, until, figures: f, spent, issues, published, workshops, reported } = outcome.value
    const name = `${year}/${String(year + 1).slice(2)}`
    return {
      view: {
        title: `Report for ${name}: ${network.title}`,
        back: runPath({ ref: network.ref }),
        body: html`<span class="govuk-caption-l">${network.title}</span>
          <h1 class="govuk-heading-l">Report for ${name}</h1>
          <p class="govuk-body">
            From ${longDay(from)} to ${longDay(until.subtract({ days: 1 }))}, made from the network’s records on
            ${longDay(visit.today)}.
          </p>
          ${visit.actor.roles.includes(officer) && html`<div class="govuk-button-group">${Temporal.PlainDate.compare(visit.today, until) >= 0 && button({ text: reported ? 'Publish a new edition' : 'Publish it', href: publishYearReportPath({ ref: network.ref, year: String(year) }), classes: 'govuk-button--secondary' })}${reported && html`<a class="govuk-link" href="${yearReportPath({ ref: network.ref, year: String(year) })}">As everybody reads it</a>`}</div>`}
          ${facts({
            rows: [
              { key: 'Members', value: `${f.members} at the end; ${f.joined} joined, ${f.left} left` },
              { key: 'Workshops held', value: f.held },
              { key: 'Came, of those invited', value: share(f.came, f.invited) },
              { key: 'Had come before', value: `${f.returned}` },
              { key: 'What they need was there', value: share(f.needsMet, f.needsAsked) },
              { key: 'Issues raised', value: f.raised },
              { key: 'Answered', value: share(f.answered, f.raised) },
              { key: '“We will”, whole or in part', value: share(f.will, f.answered) },
              { key: 'Told back', value: share(f.told, f.answered) },
              {
                key: 'Days from issue to answer, median',
                value: f.medianDays === null ? 'None answered' : String(Math.round(f.medianDays)),
              },
              { key: 'Paid or promised', value: `${pounds(spent)} of ${pounds(network.yearlyBudget)}` },
            ],
          })}
          <h2 class="govuk-heading-m">Workshops</h2>
          ${
            workshops.length === 0
              ? html`<p class="govuk-body">None.</p>`
              : html`<ul class="govuk-list govuk-list--bullet">
                  ${workshops.map((one) => html`<li>${plainDay(one.day)}: ${one.title} (${one.state})</li>`)}
                </ul>`
          }
          <h2 class="govuk-heading-m">What was raised, and what came of it</h2>
          ${
            issues.length === 0
              ? html`<p class="govuk-body">Nothing.</p>`
              : sortableTable({
                  caption: 'Issues',
                  hideCaption: true,
                  columns: [
                    { key: 'says', text: 'What was said' },
                    { key: 'answer', text: 'Answer' },
                    { key: 'stands', text: 'Stands' },
                  ],
                  rows: issues.map((one) => [
                    one.says,
                    one.outcome === null ? 'None yet' : `${outcomes[one.outcome]}: ${one.answer ?? ''}`,
                    standingTag(one.standing),
                  ]),
                })
          }
          <h2 class="govuk-heading-m">Who is in it</h2>
          ${published ? representedShown(published.shown, published.year, network.area) : html`<p class="govuk-body">Nothing was published.</p>`}`,
      },
    }
  },
}

/** Is the year's report to be published? */
export const publishYearReportPage: Page = formPage({
  path: publishYearReportPath,
  may: [officer],
  does: publishYearReport,
  button: 'Publish the report',
  seen: (visit) => visit.ask(yearReport, { ref: visit.params['ref'], year: visit.params['year'] }),
  heading: ({ year }) => `Publish the report on ${year}/${String(year + 1).slice(2)}?`,
  caption: ({ network }) => network.title,
  lead: ({ issues }) =>
    html`<p class="govuk-body">
      Numbers of people below the council’s threshold are left out, and so is every issue that is not on the public page
      (${issues.filter((one) => !one.public).length} of ${issues.length}). Members who agreed to such news are told.
      Once published it stays; a new edition can follow.
    </p>`,
  fields: () => [],
  read: (_, { params }) => ({ input: params, wrong: {} }),
  back: ({ params }) => reportPath({ ref: params['ref'] ?? '', year: params['year'] ?? '' }),
  leadsTo: ({ params }) => yearReportPath({ ref: params['ref'] ?? '', year: params['year'] ?? '' }),
})

/** What did the network do in a year, as it was published? */
export const yearReportPage: Page = {
  path: yearReportPath.pattern,
  may: [anyone],
  remembered: true,
  async get(visit) {
    const outcome = await visit.ask(viewYearReport, { ref: visit.params['ref'], year: visit.params['year'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { report: r } = outcome.value
    const people = (n: number | null) => (n === null ? `fewer than ${r.threshold}` : String(n))
    const name = `${r.year}/${String(r.year + 1).slice(2)}`
    return {
      view: {
        title: `The year ${name}: ${r.title}`,
        back: networkPath({ ref: r.network }),
        body: html`<span class="govuk-caption-l">${r.title}</span>
          <h1 class="govuk-heading-l">The year ${name}</h1>
          <p class="govuk-body">
            Published on
            ${longDay(Temporal.PlainDate.from(r.publishedOn))}${r.edition > 1 && html`, edition ${r.edition}`}. Numbers
            of people below ${r.threshold} are not given.
          </p>
          ${facts({
            rows: [
              {
                key: 'Members',
                value: `${people(r.people.members)} at the end; ${people(r.people.joined)} joined, ${people(r.people.left)} left`,
              },
              {
                key: 'Workshops',
                value: r.workshops.map(
                  (one) => `${plainDay(Temporal.PlainDate.from(one.day))}: ${one.title} (${one.state})`,
                ),
              },
              { key: 'Came', value: people(r.people.came) },
              {
                key: 'What they need was there',
                value: r.needsMet === null ? 'Too few to say' : share(r.needsMet.met, r.needsMet.of),
              },
              { key: 'Issues raised', value: r.raised },
              { key: 'Answered', value: share(r.answered, r.raised) },
              { key: '“We will”, whole or in part', value: share(r.will, r.answered) },
              { key: 'Told back', value: share(r.told, r.answered) },
              {
                key: 'Days from issue to answer, median',
                value: r.medianDays === null ? 'None answered' : String(r.medianDays),
              },
              { key: 'Paid or promised', value: `${pounds(BigInt(r.spentPence))} of ${pounds(BigInt(r.budgetPence))}` },
            ],
          })}
          <h2 class="govuk-heading-m">You said, we did, or did not because</h2>
          ${
            r.issues.length === 0
              ? html`<p class="govuk-body">Nothing is shown: what people raise is shown once it was read for names.</p>`
              : sortableTable({
                  caption: 'Issues',
                  hideCaption: true,
                  columns: [
                    { key: 'says', text: 'What was said' },
                    { key: 'answer', text: 'Answer' },
                    { key: 'told', text: 'Told back' },
                  ],
                  rows: r.issues.map((one) => [
                    one.says,
                    one.outcome === null ? 'None yet' : `${outcomes[one.outcome]}: ${one.answer ?? ''}`,
                    one.told ? 'Yes' : 'Not yet',
                  ]),
                })
          }`,
      },
    }
  },
}

/** What would a year of workshops cost? For whoever drafts a decision; it keeps nothing. */
export const forecastPage: Page = {
  path: forecastPath.pattern,
  may: [anyone],
  async get(visit) {
    const usual = {
      workshops: '4',
      people: '15',
      minutes: '180',
      hourlyFee: '15',
      venue: '0',
      access: '0',
      travel: '0',
      host: '0',
      yearlyBudget: '7,500',
    }
    const asked = Object.keys(visit.query).length > 0
    const values: Record<string, string | undefined> = asked ? visit.query : usual
    const errors: Record<string, string> = {}
    const pence = (name: string) => {
      const read = typedPounds(values, name)
      if (read && 'error' in read) errors[name] = read.error
      return read && 'value' in read ? read.value : 0n
    }
    const sums = Object.fromEntries(
      ['hourlyFee', 'venue', 'access', 'travel', 'host', 'yearlyBudget'].map((name) => [name, pence(name)]),
    )
    const outcome = await visit.ask(forecastYear, {
      ...sums,
      workshops: values['workshops'],
      people: values['people'],
      minutes: values['minutes'],
    })
    if (!outcome.ok) Object.assign(errors, outcome.refusal.fields)
    const ask = asking({ values, errors })
    const money = (name: string, label: string) =>
      ask.input({ name, label, prefix: { text: '£' }, classes: 'govuk-input--width-5' })
    const number = (name: string, label: string) =>
      ask.input({ name, label, classes: 'govuk-input--width-4', inputmode: 'numeric' })
    const found = outcome.ok && !Object.keys(errors).length ? outcome.value : null
    return {
      status: Object.keys(errors).length ? 422 : 200,
      view: {
        title: 'What does a year of workshops cost?',
        back: networksPath(),
        hasErrors: Object.keys(errors).length > 0,
        body: html`<h1 class="govuk-heading-l">What does a year of workshops cost?</h1>
          <p class="govuk-body">
            Work it out before a budget is decided: what people are paid for their time comes out of the same sum as
            everything else.
          </p>
          ${
            found
            && html`<div class="govuk-inset-text">
              <p class="govuk-body">
                <strong>${pounds(found.total)}</strong> a year, of which ${pounds(found.fees)} is paid to
                people${found.feesPerCent !== null && html`: <strong>${found.feesPerCent}%</strong> of the budget`}.
              </p>
              ${found.finding && findingsList([{ weight: found.finding.outcome === 'met' ? 'met' : 'not-met', says: found.finding.says ?? found.finding.title, working: found.finding.working }])}
            </div>`
          }
          <form method="get" action="${forecastPath()}" novalidate>
            ${number('workshops', 'Workshops in a year')}${number('people', 'People at each')}${number('minutes', 'Minutes of each')}${money('hourlyFee', 'Paid for an hour')}${money('venue', 'Room, for each')}${money('access', 'Interpreters and other access, for each')}${money('travel', 'Travel, for each')}${money('host', 'The host, for the year')}${money('yearlyBudget', 'Budget of a year')}
            ${button({ text: 'Work it out' })}
          </form>`,
      },
    }
  },
}
