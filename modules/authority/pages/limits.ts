import { ceilingBar, details, insetText } from '#govuk'
import { shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page } from '#platform/page.ts'
import { listLimits, type NearLine } from '../list-limits.ts'
import { actPath, limitsPath, mandatePath, mandatesPath, postPath } from '../paths.ts'
import { administrator, financeOfficer, monitoringOfficer } from '../roles.ts'
import { valueWords } from './act-table.ts'
import { countWords, underList } from './listing.ts'
import { barAmounts, spanWords, stateTag } from './mandate-table.ts'

/** Which mandates are near their limit, and which acts brought them there? */
export const limitsPage: Page = {
  path: limitsPath.pattern,
  may: [monitoringOfficer, financeOfficer, administrator],
  async get(visit) {
    const { after, before, post } = visit.query
    const outcome = await visit.ask(listLimits, { after, before, post })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { lines, count, usedPercent, endsWithinDays, source } = outcome.value
    return {
      view: {
        title: 'Acts and mandates near their limit',
        back: '/desk',
        body: html`<h1 class="govuk-heading-l">Acts and mandates near their limit</h1>
          <p class="govuk-body">
            Mandates in effect that are ${usedPercent}% used or more, that end within ${endsWithinDays} days, or that
            would run out before their end if they are used as so far. The soonest to end comes first.
          </p>
          <p class="govuk-body-s">${source}</p>
          ${
            lines.length === 0
              ? insetText({
                  text: html`No mandate is near its limit today.
                    <a class="govuk-link" href="${mandatesPath()}">See all mandates</a>`,
                })
              : html`<h2 class="govuk-heading-m">${countWords(count, 'mandate', 'mandates')}</h2>
                  <ul class="remit-entries">
                    ${lines.map(shown)}
                  </ul>
                  ${underList(outcome.value, { address: limitsPath(), chosen: { post }, many: 'mandates' })}`
          }`,
      },
    }
  },
}

function shown(line: NearLine): Html {
  const amounts = barAmounts(line)
  const { forecast, newest } = line
  return html`<li class="remit-entry">
    <p class="govuk-body">
      <a class="govuk-link govuk-!-font-weight-bold" href="${mandatePath({ ref: line.ref })}">${line.ref}</a>
      <a class="govuk-link" href="${postPath({ post: line.holder })}">${line.holderTitle}</a>
      ${stateTag(line.state)}<span class="remit-ref"
        >${line.scopeTitle}; ${line.comesFrom}; ${spanWords(line)}; ${line.ceilingWords}</span
      >
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${line.reasons.map((reason) => html`<li>${reason.charAt(0).toUpperCase()}${reason.slice(1)}</li>`)}
    </ul>
    ${
      amounts
      && html`${ceilingBar({ ...amounts, ...(forecast?.more ? { forecast: forecast.more } : {}), id: `limit-${line.ref}`, title: `Ceiling of ${line.ref}`, compact: true })}
        <p class="govuk-body-s">
          ${pounds(amounts.used)} used, ${pounds(amounts.passedOn)} passed on, ${pounds(amounts.left)} left of
          ${pounds(amounts.granted)}
        </p>`
    }
    ${
      forecast
      && (forecast.working.length
        ? details({
            summary: forecast.says,
            text: html`<ol class="remit-working">
              ${forecast.working.map((step) => html`<li>${step}</li>`)}
            </ol>`,
          })
        : html`<p class="govuk-body-s">${forecast.says}</p>`)
    }
    ${newest && html`<p class="govuk-body-s">Last act: <a class="govuk-link" href="${actPath({ ref: newest.ref })}">${newest.what}</a>, ${shortDay(newest.day)}, ${valueWords(newest)}</p>`}
  </li>`
}
