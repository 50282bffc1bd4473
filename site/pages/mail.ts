import { isStaff, roles } from '#authority'
import { pager } from '#govuk'
import { longDay } from '#platform/days.ts'
import { mailWords } from '#platform/deliver-mail.ts'
import { html, type Html } from '#platform/html.ts'
import type { Letter } from '#platform/mail.ts'
import type { Page } from '#platform/page.ts'
import { londonDay } from '#platform/perform.ts'
import { mailPath } from '../paths.ts'
import { readMail } from '../read-mail.ts'

/** What has Remit written to me? */
export const mailPage: Page = {
  path: mailPath.pattern,
  may: roles,
  get: async (visit) => {
    const { after } = visit.query
    const outcome = await visit.ask(readMail, { after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { letters, next, rule } = outcome.value
    return {
      view: {
        title: 'Your mail',
        back: isStaff(visit.actor) ? '/desk' : '/',
        body: html`<h1 class="govuk-heading-l">Your mail</h1>
          <p class="govuk-body">
            What Remit has written to ${visit.actor.name}.
            ${mailWords(visit.council, visit.house.outside?.mail ?? null, rule)}
          </p>
          ${letters.length === 0 && html`<p class="govuk-inset-text">${after ? 'There is no older mail.' : 'There is nothing yet.'}</p>`}
          ${letters.map(card)}
          ${
            (after || next)
            && pager({
              label: after ? 'Older mail' : 'Newest mail',
              previous: after ? mailPath() : undefined,
              next: next === null ? undefined : `${mailPath()}?after=${encodeURIComponent(next)}`,
              of: 'mail',
            })
          }`,
      },
    }
  },
}

const card = ({ subject, body, at, sentAt }: Letter): Html =>
  html`<div class="govuk-summary-card">
    <div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title">${subject}</h2></div>
    <div class="govuk-summary-card__content">
      <p class="govuk-body-s">${longDay(londonDay(at))}${sentAt && ', also sent by e-mail'}</p>
      ${body.split(/\n{2,}/u).map((words) => html`<p class="govuk-body">${inLines(words)}</p>`)}
    </div>
  </div>`

const inLines = (words: string) => words.split('\n').map((line, index) => html`${index > 0 && html`<br />`}${line}`)
