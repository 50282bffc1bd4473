import { notificationBanner } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'

const words: Record<string, string> = {
  'saved': 'Saved.',
  'started': 'The draft is started. Complete its tasks, then propose it.',
  'removed': 'Removed.',
  'proposed': 'Proposed. Whoever decides has been told; from now on the text does not change.',
  'taken-back': 'Taken back to draft. It can be changed again.',
  'withdrawn': 'Withdrawn. It is kept, and goes no further.',
  'signed': 'Signed. It authorises nothing until it is published; democratic services have been told.',
  'refused': 'Refused. Whoever drafted it has been told, with your reasons.',
  'published': 'Published. The clock has started.',
  'called-in': 'Called in. What hangs on the chosen clauses is suspended from today.',
  'released': 'Released. From today the clauses stand as they did.',
}

/** What somebody has just done, on the page that they come to next. */
export const doneBanner = ({ query }: Pick<Visit, 'query'>): Html | false => {
  const said = words[query['done'] ?? '']
  return said !== undefined && notificationBanner({ type: 'success', text: html`<p class="govuk-notification-banner__heading">${said}</p>` })
}
