import { viewDecision } from '#decisions'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone, missing } from '#platform/use-case.ts'
import { askedIn, slashed } from '../asked.ts'
import { refOf } from '../number.ts'
import { detailsOf, issueHistoryPath } from '../paths.ts'
import { statusWords } from './decision-details.ts'

/** The life of one matter: what was decided on it, and when. */
export const issueHistoryPage: Page = {
  path: issueHistoryPath.pattern,
  may: [anyone],
  remembered: true,
  async get(visit) {
    const number = askedIn(visit)('IId')
    const ref = refOf('D', number)
    if (ref === null) return { refusal: missing('There is no such issue.').refusal }
    const outcome = await visit.ask(viewDecision, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { decision, standing } = outcome.value
    return {
      view: {
        title: `Issue history - ${decision.title}`,
        body: html`<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt govuk-heading-l">Issue - history</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt govuk-heading-m">${decision.title}</h2></div>
<div class="mgContent"><ul class="mgBulletList govuk-list govuk-list--bullet"><li><a class="govuk-link" href="${detailsOf(Number(number))}">${slashed(decision.decidedOn)} - ${decision.maker.title}: ${statusWords[standing]}</a></li></ul></div></div>`,
      },
    }
  },
}
