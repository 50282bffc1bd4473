import {
  decisionPath,
  meetingPath,
  operative,
  paperPath,
  viewDecision,
  type PublicDecision,
  type Standing,
} from '#decisions'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone, missing } from '#platform/use-case.ts'
import { askedIn, slashed } from '../asked.ts'
import { numberOf, refOf } from '../number.ts'
import { decisionDetailsPath, historyOf, issueDecisionPath } from '../paths.ts'

/** A decision as its readers elsewhere know such a page: the same labels in the same order. */
const detailsAt = (path: string, names: readonly string[]): Page => ({
  path,
  may: [anyone],
  remembered: true,
  async get(visit) {
    const asked = askedIn(visit)
    const number = names.map(asked).find((given) => given !== undefined)
    const ref = refOf('D', number)
    if (ref === null) return { refusal: missing('There is no such decision.').refusal }
    const outcome = await visit.ask(viewDecision, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      view: {
        title: `Decision details - ${outcome.value.decision.title}`,
        body: details(outcome.value.decision, outcome.value.standing),
      },
    }
  },
})

export const decisionDetailsPage = detailsAt(decisionDetailsPath.pattern, ['ID', 'AIId'])
export const issueDecisionPage = detailsAt(issueDecisionPath.pattern, ['IId'])

/**
 * ModernGov's own words for how a decision stands, so that readers who compare words are not misled: it knows none for a
 * decision that a later one took the place of.
 */
export const statusWords: Record<Standing, string> = {
  draft: 'For Determination',
  proposed: 'For Determination',
  refused: 'Abandoned',
  withdrawn: 'Abandoned',
  decided: 'Approved',
  published: 'Recommendations Approved',
  'call-in open': 'Recommendations Approved (subject to call-in)',
  'called in': 'Called in',
  effective: 'Recommendations Approved',
  superseded: 'Recommendations Approved',
}

const labelled = (label: string, value: Html | string): Html =>
  html`<p class="govuk-body"><span class="mgLabel">${label}: </span>${value}</p>`

const section = (heading: string, body: Html): Html =>
  html`<h3 class="mgSubSubTitleTxt govuk-heading-s">${heading}:</h3><div class="mgWordPara"><div class="WordSection1">${body}</div></div>`

const paragraphs = (text: string): Html =>
  html`${text.split(/\n+/u).map((one) => html`<p class="MsoNormal govuk-body" dir="auto">${one}</p>`)}`

function details(d: PublicDecision, standing: Standing): Html {
  const number = numberOf(d.ref)
  return html`<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt govuk-heading-l">Decision details</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt govuk-heading-m">${d.title}</h2></div>
<div class="mgLinks"><ul class="mgActionList govuk-list"><li><a class="govuk-link" href="${historyOf(number ?? 0)}">Find out more about this issue</a></li></ul></div>
<div class="mgContent">
${labelled('Decision Maker', d.maker.title)}
${labelled('Decision status', html`<span class="mgPlanItemInForce">${statusWords[standing]}</span>`)}
${labelled('Is Key decision?', d.isKey ? 'Yes' : 'No')}
${labelled('Is subject to call in?', d.callIn ? 'Yes' : 'No')}
${d.purpose !== null && section('Purpose', paragraphs(d.purpose))}
${section('Decision', clauses(d))}
${section('Reasons for the decision', paragraphs(d.reasons))}
${section('Alternative options considered', paragraphs(d.alternatives))}
${section('Interests declared', paragraphs(`${d.conflicts}\n${d.dispensations}`))}
${d.wards !== null && labelled('Wards affected', d.wards)}
${d.author !== null && labelled('Report author', d.author)}
${labelled('Publication date', slashed(d.publishedOn))}
${labelled('Date of decision', slashed(d.decidedOn))}
${d.decidedAt && labelled('Decided at meeting', html`<a class="govuk-link" href="${meetingPath({ ref: d.decidedAt.ref })}">${slashed(d.decidedAt.day)} - ${d.maker.title}</a>`)}
${labelled('Effective from', slashed(d.effectiveOn))}
${[d.ref, ...d.identifiers].map((one) => labelled('Reference', one))}
${documents(d)}
</div><div class="mgFooter"><p class="govuk-body"><a class="govuk-link" href="${decisionPath({ ref: d.ref })}">The whole record, with what it authorises</a></p></div></div>`
}

// The last part of such an address is the name under which readers keep the file; theirs has a number before it, ours the record.
const documents = ({ ref, papers = [] }: PublicDecision): Html | false =>
  papers.some(({ file }) => file !== null)
  && html`<p class="mgLabel govuk-body">Accompanying Documents:</p>
<ul class="mgBulletList govuk-list govuk-list--bullet">${papers.filter(({ file }) => file !== null).map(({ paper, title }) => html`<li><a class="govuk-link" href="${paperPath({ ref, paper })}">${title}</a></li>`)}</ul>`

/** The clauses as lettered paragraphs, as they stand in a minute. */
export const clauses = ({ clauses: all }: PublicDecision): Html =>
  html`${all.map(({ label, words, verb, calledIn }) => html`<p class="MsoNormal govuk-body">${label !== null && `(${label}) `}${words}${calledIn && operative.includes(verb) && ' [Called in]'}</p>`)}`
