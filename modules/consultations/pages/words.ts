import { notificationBanner, statusTag, type Tone } from '#govuk'
import { daysBetween, longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import type { Standing } from '../consultation.ts'
import type { Twin } from '../responses/store.ts'

const standings: Record<Standing, { text: string; tone: Tone }> = {
  draft: { text: 'Draft', tone: 'information' },
  announced: { text: 'Opens soon', tone: 'waiting' },
  open: { text: 'Open', tone: 'good' },
  closed: { text: 'Closed', tone: 'ended' },
  analysed: { text: 'Analysed', tone: 'ended' },
  reported: { text: 'Reported', tone: 'information' },
  withdrawn: { text: 'Withdrawn', tone: 'bad' },
}
export const standingTag = (standing: Standing): Html => statusTag(standings[standing].text, standings[standing].tone)

/** A text as it was written, its paragraphs kept; each on the side from which it is written. */
export const prose = (text: string): Html =>
  html`${text
    .split(/\n{2,}/u)
    .map(
      (paragraph) =>
        html`<p class="govuk-body" dir="auto">
          ${paragraph.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)}
        </p>`,
    )}`

export const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate()

/** `Friday 5 August 2022, 2:30pm to 4pm`. */
export function whenWords(from: Temporal.Instant, until: Temporal.Instant): string {
  const [start, end] = [from.toZonedDateTimeISO('Europe/London'), until.toZonedDateTimeISO('Europe/London')]
  const ends = start.toPlainDate().equals(end.toPlainDate())
    ? timeWords(end)
    : `${longDay(end.toPlainDate())}, ${timeWords(end)}`
  return `${longDay(start.toPlainDate())}, ${timeWords(start)} to ${ends}`
}

const timeWords = ({ hour, minute }: Temporal.ZonedDateTime): string =>
  hour === 12 && minute === 0
    ? 'midday'
    : `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`

/** How long there still is to answer. */
export function leftWords(closesOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const left = daysBetween(today, closesOn)
  return left === 0 ? 'today is the last day' : left === 1 ? '1 day left after today' : `${left} days left after today`
}

export const twinWords = ({ reason, first }: Twin): string => {
  switch (reason) {
    case 'same-key':
      return `From the same form as ${first}, with other content`
    case 'same-code':
      return `With the same one-time code as ${first}`
    case 'same-content':
      return `Word for word like ${first}`
    case 'same-words':
      return `In the same words as ${first}, with other answers`
  }
}

const said: Record<string, string> = {
  saved: 'Saved.',
  started: 'The draft is started. Complete its tasks, then open it.',
  opened: 'Opened. Its questions no longer change.',
  extended: 'Extended.',
  closed: 'Closed.',
  moved: 'Noted.',
  withdrawn: 'Withdrawn. It is kept, and goes no further.',
  entered: 'Entered.',
  'taken-in': 'Taken in. Write each form’s number on it now.',
  'nothing-left': 'Nothing is left for you to code.',
  keyed: 'Keyed in.',
  differs: 'Somebody else read this form differently. It has to be settled.',
  settled: 'Settled.',
  handled: 'Noted.',
  removed: 'Removed.',
  booked: 'Booked.',
  'given-back': 'Given back. Thank you for letting us know.',
  grouped: 'Grouped.',
  looked: 'Looked for. Groups on which somebody has worked are what they were.',
  coded: 'Coded.',
  undone: 'Undone. They wait to be coded again.',
  dropped: 'Your answers were deleted. Nothing was sent.',
  published: 'Published.',
}

/** What somebody has just done, on the page that they come to next. */
export const doneBanner = ({ query }: Pick<Visit, 'query'>): Html | false => {
  const words = said[query['done'] ?? '']
  return (
    words !== undefined
    && notificationBanner({ type: 'success', text: html`<p class="govuk-notification-banner__heading">${words}</p>` })
  )
}
