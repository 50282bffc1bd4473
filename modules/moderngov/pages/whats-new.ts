import { searchRegister } from '#decisions'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { numberOf } from '../number.ts'
import { detailsOf, whatsNewPath } from '../paths.ts'

/** What is new, as RSS 2.0: the twenty decisions that were published last. */
export const whatsNewPage: Page = {
  path: whatsNewPath.pattern,
  may: [anyone],
  async get(visit) {
    const outcome = await visit.ask(searchRegister, { size: 20 })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const site = visit.host ? `http://${visit.host}` : ''
    const items = outcome.value.decisions.map(({ ref, title, makerTitle, publishedOn }) => {
      const address = `${site}${detailsOf(numberOf(ref) ?? 0)}`
      return html`<item><title>${title}</title><link>${address}</link><guid isPermaLink="true">${address}</guid><description>${`Decided by ${makerTitle}`}</description><pubDate>${rfc822(publishedOn)}</pubDate></item>`
    })
    const feed = html`<channel><title>${`${visit.council.name}: decisions`}</title><link>${`${site}/register`}</link><description>Decisions as they are published</description><language>en-GB</language>${items}</channel>`
    return {
      file: `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">${feed.toString()}</rss>\n`,
      type: 'application/rss+xml; charset=utf-8',
    }
  },
}

const names = {
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

// A day has no hour: the day's first minute in London, which is midnight or an hour before it elsewhere.
const rfc822 = (day: Temporal.PlainDate): string => {
  const at = day.toZonedDateTime('Europe/London')
  return `${names.days[day.dayOfWeek - 1]}, ${String(day.day).padStart(2, '0')} ${names.months[day.month - 1]} ${day.year} 00:00:00 ${at.offset.replace(':', '')}`
}
