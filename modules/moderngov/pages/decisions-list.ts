import { searchRegister, viewDeciders, viewDecision, viewPlan, type PublicDecision, type Standing } from '#decisions'
import { withQuery } from '#platform/address.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { askedIn, rangeIn, slashed } from '../asked.ts'
import { numberOf, postNumber } from '../number.ts'
import { decisionsListPath, detailsOf, officerListPath } from '../paths.ts'
import { about, plannedOf } from './plan.ts'
import { clauses, statusWords } from './decision-details.ts'

type Row = {
  ref: string
  title: string
  maker: string
  publishedOn: Temporal.PlainDate
  effectiveOn: Temporal.PlainDate
  standing: Standing
}

// These pages show two weeks unless they are asked for other days, and are not paged: more than this many are not shown at once.
const usualDays = 14
const most = 100

/** Decisions of some days: `DR` the days, `K=1` key ones only, `DM` or `RP` by whom, `DS=3` those that can be called in, `V=1` at length. */
const listAt = (path: string, officersOnly: boolean): Page => ({
  path,
  may: [anyone],
  remembered: true,
  async get(visit) {
    const asked = askedIn(visit)
    if (asked('DS') === '1' || asked('META')?.toLowerCase() === 'mgforthcomingdecisions') return forthcoming(visit)
    const until = visit.today
    const days = rangeIn(asked('DR')) ?? { from: until.subtract({ days: usualDays - 1 }), until }
    const maker = await makerOf(visit, asked('DM'), asked('RP'))
    const outcome = await visit.ask(searchRegister, {
      from: days.from,
      until: days.until,
      size: most,
      ...(asked('K') === '1' && { key: 'yes' }),
      ...(maker !== null && { maker }),
      ...(officersOnly && { makerKind: 'officer' }),
      ...(asked('DS') === '3' && { standing: 'call-in open' }),
    })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const rows = outcome.value.decisions
    const whole = asked('V') === '1' || asked('FULL') === '1'
    return {
      view: {
        title: officersOnly ? 'Officer decisions' : 'Decisions',
        wide: true,
        body: html`<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt govuk-heading-l">${officersOnly ? 'Officer decisions' : 'Decisions'}</h1></div>
<p class="govuk-body">Published from ${slashed(days.from)} to ${slashed(days.until)}.</p>
<ul class="mgActionList govuk-list"><li><a class="govuk-link" href="${otherDays(visit, path, days, -1)}">Earlier</a></li><li><a class="govuk-link" href="${otherDays(visit, path, days, 1)}">Later</a></li></ul>
<div class="mgContent">${rows.length === 0 ? html`<p class="govuk-body">No decisions were published on these days.</p>` : whole ? await atLength(visit, rows) : table(rows)}
${rows.length >= most && html`<p class="govuk-body">Only the latest ${most} are shown. Ask for fewer days.</p>`}</div></div>`,
      },
    }
  },
})

/** `DS=1`: what is still to be decided. */
async function forthcoming(visit: Visit): Promise<Reply> {
  const outcome = await visit.ask(viewPlan, { size: most, ...(askedIn(visit)('K') === '1' && { key: 'yes' }) })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { items } = outcome.value
  return {
    view: {
      title: 'Forthcoming decisions',
      wide: true,
      body: html`<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt govuk-heading-l">Forthcoming decisions</h1></div>
<div class="mgContent">${items.length === 0 ? html`<p class="govuk-body">Nothing is planned.</p>` : items.map((one) => html`<div class="mgPlanItem"><h2 class="mgSubSubTitleTxt govuk-heading-s"><a class="govuk-link" href="${plannedOf(one.ref)}">${one.matter}</a></h2>${about(one)}</div>`)}</div></div>`,
    },
  }
}

export const decisionsListPage = listAt(decisionsListPath.pattern, false)
export const officerListPage = listAt(officerListPath.pattern, true)

/** The post that a number stands for. `0` is everybody; letters behind the number say of what kind it is, and tell nothing more. */
async function makerOf(visit: Visit, ...given: (string | undefined)[]): Promise<string | null> {
  const numbers = given
    .flatMap((one) => /^(\d+)/u.exec(one ?? '')?.[1] ?? [])
    .map(Number)
    .filter((number) => number > 0)
  if (numbers.length === 0) return null
  const known = await visit.ask(viewDeciders, {})
  return known.ok
    ? (known.value.deciders.find(({ post }) => numbers.includes(postNumber(post)))?.post ?? 'nobody')
    : 'nobody'
}

function otherDays(
  visit: Visit,
  path: string,
  days: { from: Temporal.PlainDate; until: Temporal.PlainDate },
  way: 1 | -1,
): string {
  const length = days.from.until(days.until).days + 1
  const [from, until] = [days.from, days.until].map((day) => day.add({ days: way * length }))
  return withQuery(path, { ...visit.query, DR: `${slashed(from ?? days.from)}-${slashed(until ?? days.until)}` })
}

const callInsOf = ({ standing, ref: _ }: Row, subject: boolean): string =>
  !subject
    ? 'Not for call-in'
    : standing === 'call-in open'
      ? 'Subject to call-in'
      : standing === 'called in'
        ? 'Called in'
        : 'Call-in over'

const table = (
  rows: (Row & { subjectToCallIn?: boolean })[],
): Html => html`<table class="mgTabTable tablesorter govuk-table" summary="Table of decision summary data"><caption class="mgSectionTitle govuk-table__caption">Decisions published</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">${['Title', 'Date', 'Effective from', 'Call-ins'].map((name) => html`<th class="govuk-table__header" scope="col">${name}</th>`)}</tr></thead>
<tbody class="govuk-table__body">${rows.map((row) => html`<tr class="govuk-table__row"><td class="mgMainTxt govuk-table__cell"><a class="govuk-link" href="${detailsOf(numberOf(row.ref) ?? 0)}">${row.title}<span class="mgHide govuk-visually-hidden"> ref: ${numberOf(row.ref)}</span></a></td><td class="mgMainTxt govuk-table__cell">${slashed(row.publishedOn)}</td><td class="mgMainTxt govuk-table__cell">${slashed(row.effectiveOn)}</td><td class="mgMainTxt govuk-table__cell">${callInsOf(row, !row.publishedOn.equals(row.effectiveOn))}</td></tr>`)}</tbody></table>`

async function atLength(visit: Visit, rows: Row[]): Promise<Html> {
  const shown: Html[] = []
  for (const { ref } of rows) {
    const outcome = await visit.ask(viewDecision, { ref })
    if (outcome.ok) shown.push(entry(outcome.value.decision, outcome.value.standing))
  }
  return html`<h2 class="mgSectionTitle govuk-heading-m">Decisions published</h2>${shown}`
}

const entry = (d: PublicDecision, standing: Standing): Html => html`<div class="mgPlanItem">
<h3 class="mgSubSubTitleTxt govuk-heading-s"><a class="govuk-link" href="${detailsOf(numberOf(d.ref) ?? 0)}">${slashed(d.decidedOn)} - ${d.title}</a> ref: ${numberOf(d.ref)} &nbsp; <span class="mgPlanItemInForce">${statusWords[standing]}</span></h3>
${d.purpose !== null && html`<p class="govuk-body">${d.purpose}</p>`}
<p class="govuk-body"><span class="mgLabel">Decision Maker: </span>${d.maker.title}</p>
<p class="govuk-body"><span class="mgLabel">Decision published: </span>${slashed(d.publishedOn)}</p>
<p class="govuk-body"><span class="mgLabel">Effective from: </span>${slashed(d.effectiveOn)}</p>
<p class="mgLabel govuk-body">Decision:</p><div class="WordSection1">${clauses(d)}</div>
${d.wards !== null && html`<p class="govuk-body"><span class="mgLabel">Wards affected: </span>${d.wards}</p>`}
${d.author !== null && html`<p class="govuk-body"><span class="mgLabel">Lead officer: </span>${d.author}</p>`}</div>`
