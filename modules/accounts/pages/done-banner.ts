import { notificationBanner } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'

const words: Record<string, string> = {
  added: 'Added. They can sign in from now on.',
  roles: 'Changed. It counts from their next page on.',
  details: 'Changed.',
  leaves: 'Noted. The account closes by itself on that day.',
  closed: 'Closed. They have been signed out everywhere, and nothing of theirs was removed.',
  returned: 'Opened again.',
  ended: 'Signed out everywhere.',
  'session-ended': 'That session has ended.',
  forgotten: 'Forgotten. The next verified sign-in with their address makes a new link.',
  set: 'Set.',
  again: 'The letter is to be sent again.',
}

/** What somebody has just done, on the page that they come to next. */
export const doneBanner = ({ query }: Pick<Visit, 'query'>): Html | false => {
  const said = words[query['done'] ?? '']
  return (
    said !== undefined
    && notificationBanner({ type: 'success', text: html`<p class="govuk-notification-banner__heading">${said}</p>` })
  )
}
