import { viewPlan, viewPlanned, type Planned } from '#decisions'
import { withQuery } from '#platform/address.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone, missing } from '#platform/use-case.ts'
import { askedIn, slashed } from '../asked.ts'
import { numberOf, refOf } from '../number.ts'
import { detailsOf, historyOf, issueDetailsPath, planItemsPath, plansHomePath, plansPath } from '../paths.ts'

// Others publish a plan a month; here there is one, which is always the present one.
const onlyPlan = '1'

const onePlan = (path: string): Page => ({
  path,
  may: [anyone],
  remembered: true,
  get: (visit) =>
    Promise.resolve({
      view: {
        title: 'Forward plans',
        body: html`<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt govuk-heading-l">Browse forward plans</h1></div>
<div class="mgContent"><ul class="mgBulletList govuk-list govuk-list--bullet"><li><a class="govuk-link" href="${withQuery(planItemsPath(), { PlanId: onlyPlan, RP: '0' })}">Forward plan of ${visit.council.name}</a></li></ul></div></div>`,
      },
    }),
})

/** Which forward plans are there? */
export const plansPage = onePlan(plansPath.pattern)
export const plansHomePage = onePlan(plansHomePath.pattern)

/** What is planned, item by item. */
export const planItemsPage: Page = {
  path: planItemsPath.pattern,
  may: [anyone],
  remembered: true,
  async get(visit) {
    const outcome = await visit.ask(viewPlan, { size: 200 })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { items } = outcome.value
    return {
      view: {
        title: 'Plan items',
        body: html`<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt govuk-heading-l">Plan items</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt govuk-heading-m">Forward plan of ${visit.council.name}</h2></div>
<div class="mgContent">${items.length === 0 ? html`<p class="govuk-body">Nothing is planned.</p>` : items.map(item)}</div></div>`,
      },
    }
  },
}

/** One matter that is planned. */
export const issueDetailsPage: Page = {
  path: issueDetailsPath.pattern,
  may: [anyone],
  remembered: true,
  async get(visit) {
    const ref = refOf('F', askedIn(visit)('IId'))
    if (ref === null) return { refusal: missing('There is no such issue.').refusal }
    const outcome = await visit.ask(viewPlanned, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { planned } = outcome.value
    return {
      view: {
        title: `Issue details - ${planned.matter}`,
        body: html`<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt govuk-heading-l">Issue details</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt govuk-heading-m">${planned.matter}</h2></div><div class="mgContent">${about(planned)}</div></div>`,
      },
    }
  },
}

export const plannedOf = (ref: string): string =>
  `${issueDetailsPath()}?IId=${numberOf(ref) ?? 0}&Opt=3&PlanId=${onlyPlan}`

const item = (planned: Planned): Html =>
  html`<div class="mgPlanItem"><h3 class="mgSubSubTitleTxt govuk-heading-s"><a class="govuk-link" href="${plannedOf(planned.ref)}">${planned.matter}</a></h3>${about(planned)}</div>`

const labelled = (label: string, value: Html | string): Html =>
  html`<p class="govuk-body"><span class="mgLabel">${label}: </span>${value}</p>`

const restricted = { open: 'Open', 'part-exempt': 'Part exempt', exempt: 'Fully exempt' } as const

const due = (from: Temporal.PlainDate, until: Temporal.PlainDate): string =>
  from.equals(until) ? slashed(from) : `Between ${slashed(from)} and ${slashed(until)}`

/** The labels of an item in the order in which their readers know them. */
export const about = (p: Planned): Html => html`${p.about !== null && html`<p class="govuk-body">${p.about}</p>`}
${labelled('Decision type', p.isKey ? 'Key' : 'Non-key')}
${p.isKey && labelled('Is Key decision?', 'Yes')}
${labelled('Decision maker', p.makerTitle)}
${labelled('Decision due', due(p.dueFrom, p.dueUntil))}
${p.slips > 0 && labelled('Originally due', due(p.firstDueFrom, p.firstDueUntil))}
${p.leadOfficer !== null && labelled('Lead officer', p.leadOfficer)}
${p.noticedOn !== null && labelled('Notice first published', slashed(p.noticedOn))}
${p.urgency !== null && labelled('Reason for urgency', p.urgency)}
${labelled('Anticipated restriction', restricted[p.restriction])}
${p.documents.length > 0 && labelled('Documents considered', p.documents.join('; '))}
${labelled('Reference', p.ref)}
${p.decisionRef !== null && html`<p class="govuk-body"><a class="govuk-link" href="${detailsOf(numberOf(p.decisionRef) ?? 0)}">The decision</a>, <a class="govuk-link" href="${historyOf(numberOf(p.decisionRef) ?? 0)}">its history</a></p>`}`
