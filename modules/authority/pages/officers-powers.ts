import { asking, button, searchAndFilter, select, sortableTable } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { refused, type Answer } from '#platform/use-case.ts'
import { listChoices } from '../list-choices.ts'
import { listOfficersPowers } from '../list-officers-powers.ts'
import { powersWords } from '../mandate.ts'
import { mandatePath, officersPowersFilePath, officersPowersPath, postPath } from '../paths.ts'
import { everybody } from '../roles.ts'
import { postItems } from './choices.ts'
import { countWords, listFile, underList, type Chosen } from './listing.ts'
import { spanWords } from './mandate-table.ts'

/** What may officers of this council do by themselves? */
export const officersPowersPage: Page = {
  path: officersPowersPath.pattern,
  may: everybody,
  async get(visit) {
    const { chosen, error, day } = chosenIn(visit)
    const choices = await visit.ask(listChoices, {})
    if (!choices.ok) return { refusal: choices.refusal }
    const outcome = await visit.ask(listOfficersPowers, {
      ...chosen,
      size: 100,
      after: visit.query['after'],
      before: visit.query['before'],
    })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { lines, count } = outcome.value
    const ask = asking({ values: error ? visit.query : dayBoxes('day', day), errors: { day: error } })
    return {
      view: {
        title: 'Powers of officers',
        wide: true,
        hasErrors: error !== undefined,
        body: html`<h1 class="govuk-heading-l">Powers of officers</h1>
          ${explained(visit, outcome.value)}
          <div class="govuk-!-display-none-print">
            ${button({ text: 'Download the list as CSV', href: withQuery(officersPowersFilePath(), chosen), classes: 'govuk-button--secondary' })}
          </div>
          ${searchAndFilter({
            action: officersPowersPath(),
            search: { name: 'q', label: 'Words or reference', value: chosen['q'] },
            filters: html`${select({ name: 'post', label: 'Post', value: chosen['post'], items: postItems(choices.value, 'Any') })}${ask.dateInput({ name: 'day', legend: { text: 'As it was on', classes: 'govuk-fieldset__legend--s' } })}`,
            clear: Object.values(chosen).some(Boolean) ? officersPowersPath() : undefined,
            count: countWords(count, 'power', 'powers'),
            results: html`<div class="remit-lines">${tableOf(lines)}</div>
              ${underList(outcome.value, { address: officersPowersPath(), chosen, many: 'powers' })}`,
            none:
              count === 0
                ? html`<p class="govuk-body">No officer has such a power on ${plainDay(outcome.value.day)}.</p>`
                : undefined,
          })}`,
      },
    }
  },
}

type Found = Answer<typeof listOfficersPowers>
type Line = Found['lines'][number]

const explained = (visit: Visit, { day, leavesOutMonths, source }: Found): Html =>
  html`<p class="govuk-body-l">
      What officers of ${visit.council.name} may do, by the title of their post, on ${longDay(day)}.
    </p>
    <p class="govuk-body">
      It includes what the scheme of delegation gives, what clauses of decisions give, and what was passed on. Left out:
      arrangements for a specified period of no more than ${leavesOutMonths}
      ${leavesOutMonths === 1 ? 'month' : 'months'}. <span class="remit-ref">${source}</span>
    </p>`

const tableOf = (lines: readonly Line[]): Html =>
  sortableTable({
    caption: 'Powers of officers',
    hideCaption: true,
    columns: [
      { key: 'post', text: 'Post' },
      { key: 'may', text: 'May' },
      { key: 'limit', text: 'Limit' },
      { key: 'from', text: 'From' },
      { key: 'ref', text: 'Mandate' },
    ],
    rows: lines.map((line) => [
      html`<a class="govuk-link" href="${postPath({ post: line.holder })}">${line.holderTitle}</a>`,
      html`${line.words}<span class="remit-ref"
          >${powersWords(line.powers)}; ${line.scopeTitle}${line.mayDelegate && '; may be passed on'}</span
        >`,
      line.ceilingWords,
      html`${line.comesFrom}<span class="remit-ref">${spanWords(line)}</span>`,
      html`<a class="govuk-link remit-day" href="${mandatePath({ ref: line.ref })}">${line.ref}</a>`,
    ]),
  })

/** The whole list, post by post, to keep or to print. */
export async function allOfficersPowers(visit: Visit): Promise<Reply> {
  const { chosen, error } = chosenIn(visit)
  if (error !== undefined) return officersPowersPage.get(visit)
  const lines: Line[] = []
  for (let after: string | undefined; ;) {
    const outcome = await visit.ask(listOfficersPowers, { ...chosen, size: 500, after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { value: found } = outcome
    lines.push(...found.lines)
    if (found.next !== null && lines.length >= mostPrinted)
      return {
        refusal: refused(
          `More than ${mostPrinted.toLocaleString('en-GB')} powers are too many for one document.`,
          [],
          'Choose a post, or take the list as CSV.',
        ).refusal,
      }
    if (found.next !== null) {
      after = found.next
      continue
    }
    return {
      view: {
        title: 'Powers of officers',
        body: html`<h1 class="govuk-heading-l">Powers of officers</h1>
          ${explained(visit, found)}
          ${
            lines.length === 0
              ? html`<p class="govuk-body">No officer has such a power on ${plainDay(found.day)}.</p>`
              : tableOf(lines)
          }`,
      },
    }
  }
}
const mostPrinted = 3000

function chosenIn({ query }: Visit): { day: Temporal.PlainDate | null; error: string | undefined; chosen: Chosen } {
  const typed = typedDay(query, 'day')
  const day = typed && 'value' in typed ? typed.value : null
  return {
    day,
    error: typed && 'error' in typed ? typed.error : undefined,
    chosen: { q: query['q'], post: query['post'], day: day?.toString() },
  }
}

export const officersPowersFile: Page = {
  path: officersPowersFilePath.pattern,
  may: everybody,
  get: (visit) =>
    listFile(visit, {
      name: 'officers-powers',
      read: (place) => visit.ask(listOfficersPowers, { ...chosenIn(visit).chosen, ...place }),
      head: [
        'post',
        'powers',
        'subject',
        'words',
        'limit',
        'comes from',
        'from',
        'last day',
        'may be passed on',
        'mandate',
      ],
      cells: (line) => [
        line.holderTitle,
        line.powers.join('; '),
        line.scopeTitle,
        line.words,
        line.ceilingWords,
        line.comesFrom,
        line.from.toString(),
        line.until?.subtract({ days: 1 }).toString(),
        line.mayDelegate ? 'yes' : 'no',
        line.ref,
      ],
    }),
}
