import { democraticServices, officer } from '#authority'
import {
  asking,
  button,
  details,
  errorSummary,
  facts,
  narrowedBy,
  pager,
  select,
  slippageChart,
  sortableTable,
  statusTag,
  type Asking,
  type Fact,
} from '#govuk'
import { daysBetween, longDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { anyone, refused, type Answer } from '#platform/use-case.ts'
import { decisionPath } from '../../pages/paths.ts'
import { choicesOf } from '../../pages/register-choices.ts'
import { enterPlannedPath, noticesPath, plannedPath, planCsvPath, planJsonPath, planPath } from '../paths.ts'
import { planAtomPath, subscribePath } from '../../feeds/paths.ts'
import { meetingsPath } from '../../meetings/paths.ts'
import { lagPath, urgentReportPath } from '../reports/paths.ts'
import { dueWords } from '../give-key-notice.ts'
import { viewPlan, type Planned } from '../plan/queries.ts'
import {
  planAddress,
  planAskedOf,
  planNarrowings,
  planStates,
  restrictionWords,
  type PlanAsked,
} from './plan-address.ts'

type Found = Answer<typeof viewPlan>

/** What is planned? */
export const planPage: Page = {
  path: planPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const { asked, errors } = planAskedOf(visit)
    const outcome = await visit.ask(viewPlan, { ...asked, after: visit.query['after'], before: visit.query['before'] })
    if (!outcome.ok && outcome.refusal.kind !== 'invalid') return { refusal: outcome.refusal }
    return show(
      visit,
      asked,
      { ...(outcome.ok ? {} : outcome.refusal.fields), ...errors },
      outcome.ok ? outcome.value : null,
    )
  },
}

async function show(
  visit: Visit,
  asked: PlanAsked,
  errors: Record<string, string>,
  found: Found | null,
): Promise<Reply> {
  const { deciders, subjects } = await choicesOf(visit)
  const titles = {
    posts: new Map(deciders.map(({ post, title }) => [post, title])),
    subjects: new Map(subjects.map(({ subject, title }) => [subject, title])),
  }
  const chosen = planNarrowings(asked, titles)
  const ask = asking({ values: { ...visit.query, ...asked }, errors })
  const filters = filterFields(ask, asked, titles)
  const wrong = ask.errorList()
  const may = [officer, democraticServices].some((role) => visit.actor.roles.includes(role))
  return {
    status: wrong.length ? 422 : 200,
    view: {
      title: 'Forward plan',
      wide: true,
      hasErrors: wrong.length > 0,
      body: html`${wrong.length > 0 && errorSummary({ errorList: wrong })}
        <h1 class="govuk-heading-l">Forward plan</h1>
        <p class="govuk-body">
          What the council plans to decide, and how often the day moved.
          <a class="govuk-link" href="${noticesPath()}">Notices that were given</a> ·
          <a class="govuk-link" href="${meetingsPath()}">Meetings</a> ·
          <a class="govuk-link" href="${urgentReportPath()}">Urgent decisions</a> ·
          <a class="govuk-link" href="${lagPath()}">How soon decisions are published</a>
        </p>
        ${may && button({ text: 'Enter a decision', href: enterPlannedPath() })}
        <div class="remit-search">
          <form class="remit-search__filters" method="get" role="search" action="${planPath()}">
            ${filters}
            <div class="govuk-button-group">
              ${button({ text: 'Search' })}${chosen.length > 0 && html`<a class="govuk-link" href="${planPath()}">Clear all</a>`}
            </div>
          </form>
          <div class="remit-search__results">
            ${found ? results(asked, chosen, found) : html`<p class="govuk-body">Put right what is marked, then search again.</p>`}
          </div>
        </div>`,
    },
  }
}

/** All that matches, entry by entry, as councils print their plans. */
export async function wholePlan(visit: Visit): Promise<Reply> {
  const { asked, errors } = planAskedOf(visit)
  if (Object.keys(errors).length > 0) return show(visit, asked, errors, null)
  const items: Planned[] = []
  for (let after: string | undefined; ;) {
    const outcome = await visit.ask(viewPlan, { ...asked, size: 500, after })
    if (!outcome.ok)
      return outcome.refusal.kind === 'invalid'
        ? show(visit, asked, outcome.refusal.fields, null)
        : { refusal: outcome.refusal }
    items.push(...outcome.value.items)
    if (outcome.value.next === null) break
    if (items.length >= mostPrinted)
      return { refusal: refused(tooLong, [], 'Narrow the search, then print what is left.').refusal }
    after = outcome.value.next
  }
  const { deciders, subjects } = await choicesOf(visit)
  const chosen = planNarrowings(asked, {
    posts: new Map(deciders.map(({ post, title }) => [post, title])),
    subjects: new Map(subjects.map(({ subject, title }) => [subject, title])),
  })
  return {
    view: {
      title: 'Forward plan',
      body: html`<h1 class="govuk-heading-l">Forward plan</h1>
        <p class="govuk-body">
          What the council plans to decide, and how often the day
          moved.${chosen.length > 0 && html` Here only: ${chosen.map(({ text }) => text).join('; ')}.`}
        </p>
        <h2 class="govuk-heading-m">
          ${items.length === 0 ? 'Nothing is planned' : `${items.length} ${items.length === 1 ? 'entry' : 'entries'}`}
        </h2>
        ${items.map((one) =>
          facts({
            title: `${one.ref} ${one.matter}`,
            rows: plannedFacts(one).filter(({ key }) => key !== 'Matter' || one.about !== null),
          }),
        )}`,
    },
  }
}
const mostPrinted = 1500
const tooLong = `More than ${mostPrinted} entries are too many for one document.`

function filterFields(
  ask: Asking,
  asked: PlanAsked,
  { posts, subjects }: { posts: ReadonlyMap<string, string>; subjects: ReadonlyMap<string, string> },
): Html {
  const any = { value: '', text: 'Any' }
  const list = (name: keyof PlanAsked, label: string, items: readonly { value: string; text: string }[], none = true) =>
    select({ name, label, items: [...(none ? [any] : []), ...items], value: asked[name] })
  const narrowed = (['maker', 'subject', 'key', 'state', 'restriction', 'slipped', 'from', 'until'] as const).some(
    (field) => asked[field] !== undefined,
  )
  return html`${ask.input({ name: 'q', label: { text: 'Search', classes: 'govuk-label--s' }, type: 'search', spellcheck: false, hint: 'Words, or a reference' })}
  ${details({
    summary: 'Narrow the search',
    classes: 'remit-filters',
    open: narrowed || ask.hasErrors,
    text: html`${list('state', 'Which entries', planStates, false)}${list(
      'maker',
      'Decided by',
      [...posts].map(([value, text]) => ({ value, text })),
    )}
    ${list(
      'subject',
      'About',
      [...subjects].map(([value, text]) => ({ value, text: `${'– '.repeat(value.split('/').length - 1)}${text}` })),
    )}
    ${list('key', 'Key decision', [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ])}${list(
      'restriction',
      'Report',
      Object.entries(restrictionWords).map(([value, text]) => ({ value, text })),
    )}
    ${list('slipped', 'Day', [{ value: 'yes', text: 'Later than first planned' }])}${ask.input({ name: 'from', label: 'Due from', hint: 'For example 5/8/2022', classes: 'govuk-input--width-10' })}${ask.input({ name: 'until', label: 'Due until', classes: 'govuk-input--width-10' })}`,
  })}
  ${asked.order && html`<input type="hidden" name="order" value="${asked.order}" />`}${asked.turned && html`<input type="hidden" name="turned" value="${asked.turned}" />`}`
}

/** A day, or a period, as short as a table needs. */
export const dueShort = (from: Temporal.PlainDate, until: Temporal.PlainDate): string =>
  from.equals(until) ? shortDay(from) : `${shortDay(from)} to ${shortDay(until)}`

/** How many days later than first planned; negative when it came forward. */
export const slippedBy = ({ dueUntil, firstDueUntil }: Pick<Planned, 'dueUntil' | 'firstDueUntil'>): number =>
  daysBetween(firstDueUntil, dueUntil)

/** What is known of an entry, in the words of its own page. */
export const plannedFacts = (p: Planned): Fact[] => {
  const slip = slippedBy(p)
  return [
    { key: 'Matter', value: p.about ?? p.matter },
    { key: 'Decision maker', value: p.makerTitle },
    { key: 'Key decision', value: p.isKey ? 'Yes' : 'No' },
    { key: 'Decision due', value: dueWords(p.dueFrom, p.dueUntil) },
    {
      key: 'Originally due',
      value: `${dueWords(p.firstDueFrom, p.firstDueUntil)}${slip === 0 ? '' : `; ${Math.abs(slip)} ${Math.abs(slip) === 1 ? 'day' : 'days'} ${slip > 0 ? 'later' : 'earlier'} now`}`,
    },
    { key: 'Lead officer', value: p.leadOfficer },
    { key: 'Notice first published', value: p.noticedOn ? longDay(p.noticedOn) : 'Not yet' },
    ...(p.urgency === null ? [] : [{ key: 'Reason for urgency', value: p.urgency }]),
    { key: 'Anticipated restriction', value: restrictionWords[p.restriction] },
    {
      key: 'Documents',
      value: p.documents.length
        ? html`<ul class="govuk-list">
            ${p.documents.map((one) => html`<li>${one}</li>`)}
          </ul>`
        : 'None yet',
    },
    { key: 'Entered', value: `${longDay(p.enteredOn)}, by ${p.enteredBy}` },
    {
      key: 'Standing',
      value: html`${planTag(p.state)}${p.decisionRef !== null && html` <a class="govuk-link" href="${decisionPath({ ref: p.decisionRef })}">${p.decisionRef}</a>`}${p.endedBecause !== null && html` ${p.endedBecause}`}`,
    },
  ]
}

const stateTags = {
  planned: ['Planned', 'information'],
  decided: ['Decided', 'good'],
  withdrawn: ['Withdrawn', 'ended'],
  deferred: ['Deferred', 'waiting'],
} as const

/** How an entry stands, in a word. */
export const planTag = (state: Planned['state']): Html => statusTag(stateTags[state][0], stateTags[state][1])

function results(
  asked: PlanAsked,
  chosen: { text: string; href: string }[],
  { items, count, next, previous }: Found,
): Html {
  const words = `${count === 0 ? 'No' : count} ${count === 1 ? 'entry' : 'entries'}`
  const sorted = asked.order === 'entered' || asked.order === 'matter' ? asked.order : 'due'
  const turned = asked.turned === 'yes' || asked.turned === 'true'
  const late = items.filter((one) => one.state === 'planned' && slippedBy(one) > 0)
  return html`<h2 class="govuk-heading-m">${words}</h2>
    ${narrowedBy(chosen)}
    ${
      items.length === 0
        ? html`<p class="govuk-body">
            Nothing in the forward plan matches${chosen.length === 0 && ': nothing is planned'}.
          </p>`
        : sortableTable({
            caption: words,
            hideCaption: true,
            sortedBy: { key: sorted, direction: turned ? 'descending' : 'ascending' },
            sortHref: (key, direction) =>
              planAddress(asked, { order: key, turned: direction === 'descending' ? 'yes' : undefined }),
            columns: [
              { key: 'matter', text: 'Matter', sorts: true },
              { key: 'maker', text: 'Who decides' },
              { key: 'due', text: 'Due', sorts: true },
              { key: 'first', text: 'Originally due' },
              { key: 'noticed', text: 'Notice first published' },
              { key: 'report', text: 'Report' },
              { key: 'state', text: 'Standing' },
            ],
            rows: items.map(line),
          })
    }
    ${late.length > 0 && slippageChart({ id: 'slippage', title: 'How far these have slipped', rows: late.map((one) => ({ label: `${one.ref} ${one.matter}`, first: one.firstDueUntil, now: one.dueUntil, moves: one.slips })) })}
    ${(next ?? previous) && pager({ label: `${items.length} shown`, of: 'the forward plan', previous: previous ? planAddress(asked, { before: previous }) : undefined, next: next ? planAddress(asked, { after: next }) : undefined })}
    <p class="govuk-body">
      These as <a class="govuk-link" href="${planAddress(asked, {}, planCsvPath())}">a spreadsheet (CSV)</a> or
      <a class="govuk-link" href="${planAddress(asked, {}, planJsonPath())}">data (JSON)</a>, and as they come:
      <a class="govuk-link" href="${planAtomPath()}">a feed (Atom)</a> or
      <a class="govuk-link" href="${subscribePath()}">by e-mail</a>
    </p>`
}

const line = (one: Planned): Html[] => {
  const slip = slippedBy(one)
  return [
    html`<a class="govuk-link" href="${plannedPath(one)}">${one.matter}</a
      ><span class="remit-ref">${one.ref}${one.isKey && ' · Key decision'}</span>`,
    html`${one.makerTitle}`,
    html`${dueShort(one.dueFrom, one.dueUntil)}`,
    html`${dueShort(one.firstDueFrom, one.firstDueUntil)}${slip !== 0 && html`<span class="remit-ref">${Math.abs(slip)} ${Math.abs(slip) === 1 ? 'day' : 'days'} ${slip > 0 ? 'later' : 'earlier'} now</span>`}`,
    html`${one.noticedOn ? shortDay(one.noticedOn) : 'Not yet'}`,
    html`${restrictionWords[one.restriction]}`,
    html`${planTag(one.state)}${one.decisionRef !== null && html`<br /><a class="govuk-link" href="${decisionPath({ ref: one.decisionRef })}">${one.decisionRef}</a>`}${one.endedBecause !== null && html`<span class="remit-ref">${one.endedBecause}</span>`}`,
  ]
}
