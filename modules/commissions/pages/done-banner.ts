import { notificationBanner } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'

const words: Record<string, string> = {
  saved: 'Saved. The edition before it stays to be seen.',
  opened: 'The commission is open. Nothing is committed by that; fill its parts as you come to them.',
  linked: 'Linked.',
  ended: 'The link is ended. That it was there stays to be seen.',
  shown: 'Saved. The public sees what you chose from now on.',
  closed: 'Closed. It stays whole and changes no more.',
  reopened: 'Open again.',
  owed: 'Noted. The post that owes it has been told.',
  settled: 'Noted as done.',
}

/** What somebody has just done, on the page that they come to next. */
export const doneBanner = ({ query }: Pick<Visit, 'query'>): Html | false => {
  const said = words[query['done'] ?? '']
  return (
    said !== undefined
    && notificationBanner({ type: 'success', text: html`<p class="govuk-notification-banner__heading">${said}</p>` })
  )
}
