import { staff } from '#authority'
import { scrollRegion, stacking, statusTag, table } from '#govuk'
import { shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { clearancePath } from '../../clearance/paths.ts'
import { deskPath, recordPath } from '../../pages/paths.ts'
import type { Answer } from '#platform/use-case.ts'
import { latePath } from '../paths.ts'
import { viewWhoseTurn } from '../queries.ts'

type Waits = Answer<typeof viewWhoseTurn>['late']

/** What is late, and whose turn is it? */
export const latePage: Page = {
  path: latePath.pattern,
  may: staff,
  get: async (visit) => {
    const found = await visit.ask(viewWhoseTurn, {})
    if (!found.ok) return { refusal: found.refusal }
    const { late, inTime } = found.value
    return {
      view: {
        title: 'What is late, and whose turn is it?',
        back: deskPath(),
        body: html`<h1 class="govuk-heading-l">What is late, and whose turn is it?</h1>
          <h2 class="govuk-heading-m" id="late">Late (${late.length})</h2>
          ${late.length === 0 ? html`<p class="govuk-inset-text">Nothing is late today.</p>` : waiting('What is late', late)}
          <h2 class="govuk-heading-m" id="in-time">In time (${inTime.length})</h2>
          ${inTime.length === 0 ? html`<p class="govuk-body">Nothing else waits for anybody.</p>` : waiting('What waits in time', inTime)}`,
      },
    }
  },
}

const waiting = (caption: string, waits: Waits): Html =>
  scrollRegion(
    caption,
    table(
      stacking({
        caption,
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: ['Decision', 'Whose turn', 'Since', 'Due'].map((text) => ({ text })),
        rows: waits.map(({ kind, item, ref, title, says, since, due, lateBy }) => [
          {
            text: html`<a class="govuk-link" href="${hrefOf({ kind, item, ref })}">${title}</a
              ><span class="remit-ref">${ref}</span>`,
          },
          says,
          shortDay(since),
          html`<span class="remit-day">${due === null ? 'Not settled' : shortDay(due)}</span>${
              lateBy > 0 && html` ${statusTag(`${lateBy} working ${lateBy === 1 ? 'day' : 'days'} late`, 'bad')}`
            }`,
        ]),
      }),
    ),
    'narrow',
  )

function hrefOf({ kind, item, ref }: Pick<Waits[number], 'kind' | 'item' | 'ref'>): string {
  switch (kind) {
    case 'clear':
      return clearancePath({ ref, clearance: item })
    case 'judge':
      return `${recordPath({ ref })}#call-ins`
    default:
      return recordPath({ ref })
  }
}
