import { notificationBanner } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'

const words: Record<string, string> = {
  saved: 'Saved.',
  started: 'The draft is started. Complete its tasks, then propose it.',
  removed: 'Removed.',
  withheld: 'Withheld. The public has the record without it.',
  lifted: 'Lifted. What was withheld is public wherever the record is.',
  corrected: 'Published beside the record, which stays as it was signed.',
  considered: 'Kept: it was considered for exactly this text. A later change has to be considered anew.',
  proposed: 'Proposed. Whoever decides has been told; from now on the text does not change.',
  'taken-back': 'Taken back to draft. It can be changed again.',
  withdrawn: 'Withdrawn. It is kept, and goes no further.',
  signed: 'Signed. It authorises nothing until it is published; democratic services have been told.',
  refused: 'Refused. Whoever drafted it has been told, with your reasons.',
  published: 'Published. The clock has started.',
  'called-in': 'Called in. What hangs on the chosen clauses is suspended from today.',
  sent: 'Sent for clearance. Whoever was asked has been told.',
  answered: 'Your answer is kept. Whoever asked has been told.',
  'withdrawn-request': 'The request is withdrawn.',
  'call-in-judged': 'Judged. Those who called it in have been told.',
  'hearing-fixed': 'The hearing is fixed. Those who called it in and whoever decided have been told.',
  'call-in-heard': 'Saved. Whoever comes next has been told.',
  reconsidered: 'Signed. Those who called it in have been told.',
  'call-in-withdrawn': 'Withdrawn.',
  'call-in-lapsed': 'Recorded. The clauses stand as they did.',
  'call-in-reopened': 'Taken back. The clauses are suspended again from today.',
  challenged: 'Asked. Whoever decided has been told, and the question stands on the public page.',
  reported: 'The report is given. Scrutiny has been told.',
  'challenge-closed': 'Saved.',
  exempt: 'Recorded. It takes effect when it is published, and cannot be called in.',
}

/** What somebody has just done, on the page that they come to next. */
export const doneBanner = ({ query }: Pick<Visit, 'query'>): Html | false => {
  const said = words[query['done'] ?? '']
  return (
    said !== undefined
    && notificationBanner({ type: 'success', text: html`<p class="govuk-notification-banner__heading">${said}</p>` })
  )
}
