import { asking, button, details, errorSummary, narrowedBy, pager, select, type Asking } from '#govuk'
import { attrs, html, type Html } from '#platform/html.ts'
import { shortDay } from '#platform/days.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { anyone, type Answer } from '#platform/use-case.ts'
import { searchRegister } from '../queries.ts'
import { registerAtomPath, subscribePath } from '../feeds/paths.ts'
import { decisionPath, registerCsvPath, registerJsonPath, registerPath } from './paths.ts'
import { askedOf, makerKinds, narrowings, registerAddress, standings, type Asked } from './register-address.ts'
import { choicesOf, type Choices } from './register-choices.ts'
import { standingTag } from './state-tag.ts'

/** What has been decided? */
export const registerPage: Page = {
  path: registerPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const { asked, errors } = askedOf(visit)
    const outcome = await visit.ask(searchRegister, {
      ...asked,
      after: visit.query['after'],
      before: visit.query['before'],
    })
    if (!outcome.ok && outcome.refusal.kind !== 'invalid') return { refusal: outcome.refusal }
    const wrong = { ...(outcome.ok ? {} : outcome.refusal.fields), ...errors }
    return show(visit, asked, wrong, outcome.ok ? outcome.value : null)
  },
}

type Found = Answer<typeof searchRegister>

async function show(visit: Visit, asked: Asked, errors: Record<string, string>, found: Found | null): Promise<Reply> {
  const choices = await choicesOf(visit)
  const ask = asking({ values: { ...visit.query, ...asked }, errors })
  const chosen = narrowings(asked, choices)
  const filters = filterFields(ask, asked, choices)
  const wrong = ask.errorList()
  return {
    status: wrong.length ? 422 : 200,
    view: {
      title: 'Register of decisions',
      wide: true,
      hasErrors: wrong.length > 0,
      body: html`${wrong.length > 0 && errorSummary({ errorList: wrong })}
        <h1 class="govuk-heading-l">Register of decisions</h1>
        <div class="remit-search">
          <form class="remit-search__filters" method="get" role="search" action="${registerPath()}">
            ${filters}
            <div class="govuk-button-group">
              ${button({ text: 'Search' })}${chosen.length > 0 && html`<a class="govuk-link" href="${registerPath()}">Clear all</a>`}
            </div>
          </form>
          <div class="remit-search__results">
            ${found ? results(asked, chosen, found) : html`<p class="govuk-body">Put right what is marked, then search again.</p>`}
          </div>
        </div>`,
    },
  }
}

function filterFields(ask: Asking, asked: Asked, { deciders, subjects }: Choices): Html {
  const any = { value: '', text: 'Any' }
  const posts = deciders.map(({ post, title }) => ({ value: post, text: title }))
  // A post that has left the scheme still has its decisions here, and links to them.
  if (asked.maker && !deciders.some(({ post }) => post === asked.maker))
    posts.push({ value: asked.maker, text: asked.maker })
  const list = (
    name: string,
    label: string,
    items: readonly { value: string; text: string }[],
    value: string | undefined,
  ) => select({ name, label, items: [any, ...items], value })
  const narrowed = (['makerKind', 'maker', 'subject', 'key', 'standing', 'from', 'until'] as const).some(
    (field) => asked[field] !== undefined,
  )
  return html`${ask.input({ name: 'q', label: { text: 'Search', classes: 'govuk-label--s' }, type: 'search', spellcheck: false, hint: 'Words, or a reference' })}
  ${details({
    summary: 'Narrow the search',
    classes: 'remit-filters',
    open: narrowed || ask.hasErrors,
    text: html`${list('makerKind', 'Decided by', makerKinds, asked.makerKind)}${list('maker', 'Post or body', posts, asked.maker)}
    ${list(
      'subject',
      'About',
      subjects.map(({ subject, title }) => ({
        value: subject,
        text: `${'– '.repeat(subject.split('/').length - 1)}${title}`,
      })),
      asked.subject,
    )}
    ${list(
      'key',
      'Key decision',
      [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
      asked.key,
    )}
    ${list('standing', 'Standing', standings, asked.standing)}
    ${ask.input({ name: 'from', label: 'Published from', hint: 'For example 5/8/2022', classes: 'govuk-input--width-10' })}
    ${ask.input({ name: 'until', label: 'Published until', classes: 'govuk-input--width-10' })}`,
  })}
  ${asked.order && html`<input type="hidden" name="order" value="${asked.order}" />`}${asked.turned && html`<input type="hidden" name="turned" value="${asked.turned}" />`}`
}

const number = new Intl.NumberFormat('en-GB')

/** "2,345 decisions"; a search is counted no further than makes sense to. */
export const countWords = ({ count, moreThan }: Pick<Found, 'count' | 'moreThan'>, searched: boolean): string =>
  moreThan
    ? `More than ${number.format(count)} decisions match`
    : `${count === 0 ? 'No' : number.format(count)} ${count === 1 ? 'decision' : 'decisions'}${searched ? (count === 1 ? ' matches' : ' match') : ''}`

function results(asked: Asked, chosen: { text: string; href: string }[], found: Found): Html {
  const { decisions, next, previous } = found
  const words = countWords(found, chosen.length > 0)
  return html`<h2 class="govuk-heading-m">${words}</h2>
    ${narrowedBy(chosen)}
    ${
      decisions.length === 0
        ? none(chosen.length > 0)
        : html`<div class="remit-scroll" role="region" tabindex="0" aria-label="Decisions">
              <table class="govuk-table remit-register">
                <caption class="govuk-table__caption govuk-visually-hidden">
                  ${words}
                </caption>
                <thead class="govuk-table__head">
                  <tr class="govuk-table__row">
                    ${columns.map((column) => heading(asked, column))}
                  </tr>
                </thead>
                <tbody class="govuk-table__body">
                  ${decisions.map(line)}
                </tbody>
              </table>
            </div>
            ${
              (next ?? previous)
              && pager({
                label: `${number.format(decisions.length)} shown`,
                of: 'decisions',
                previous: previous ? registerAddress(asked, { before: previous }) : undefined,
                next: next ? registerAddress(asked, { after: next }) : undefined,
              })
            }
            <p class="govuk-body">
              These decisions as
              <a class="govuk-link" href="${registerAddress(asked, {}, registerCsvPath())}">a spreadsheet (CSV)</a> or
              <a class="govuk-link" href="${registerAddress(asked, {}, registerJsonPath())}">data (JSON)</a>, and as
              they come:
              <a class="govuk-link" href="${registerAddress(asked, {}, registerAtomPath())}">a feed (Atom)</a> or
              <a class="govuk-link" href="${subscribePath()}">by e-mail</a>
            </p>`
    }`
}

const none = (searched: boolean): Html =>
  searched
    ? html`<p class="govuk-body">No published decision matches all of this.</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>Take away one of the things that the register is narrowed by.</li>
          <li>Try fewer or other words, or only the beginning of a reference.</li>
          <li>A decision is here from the day on which it is published, not before.</li>
        </ul>
        <p class="govuk-body"><a class="govuk-link" href="${registerPath()}">See all decisions</a></p>`
    : html`<p class="govuk-body">No decision has been published yet. Each is here from the day of its publication.</p>`

type Column = { text: string; order?: 'title' | 'decided' | 'published' | 'effective' }
const columns: readonly Column[] = [
  { text: 'Decision', order: 'title' },
  { text: 'Who decided' },
  { text: 'Decided', order: 'decided' },
  { text: 'Published', order: 'published' },
  { text: 'Takes effect', order: 'effective' },
  { text: 'Standing' },
]

// Days are usually the latest first, titles from A to Z; the heading of the column in order turns that round.
function heading(asked: Asked, { text, order }: Column): Html {
  if (!order) return html`<th scope="col" class="govuk-table__header">${text}</th>`
  const current = (asked.order ?? 'published') === order
  const turned = current && asked.turned !== undefined && asked.turned !== 'no'
  const ascending = (order === 'title') !== turned
  const href = registerAddress(asked, { order, turned: current && !turned ? 'yes' : undefined })
  return html`<th
    scope="col"
    class="govuk-table__header"
    ${attrs({ 'aria-sort': current ? (ascending ? 'ascending' : 'descending') : undefined })}
  >
    <a class="govuk-link remit-sort" href="${href}"
      >${text} <span class="remit-sort__arrow" aria-hidden="true">${!current ? '↕' : ascending ? '▲' : '▼'}</span></a
    >
  </th>`
}

const line = ({
  ref,
  title,
  makerTitle,
  isKey,
  decidedOn,
  publishedOn,
  effectiveOn,
  standing,
}: Found['decisions'][number]): Html =>
  html`<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <a class="govuk-link" href="${decisionPath({ ref })}">${title}</a
      ><span class="remit-ref">${ref}${isKey && ' · Key decision'}</span>
    </th>
    <td class="govuk-table__cell">${makerTitle}</td>
    <td class="govuk-table__cell remit-day">${shortDay(decidedOn)}</td>
    <td class="govuk-table__cell remit-day">${shortDay(publishedOn)}</td>
    <td class="govuk-table__cell remit-day">${shortDay(effectiveOn)}</td>
    <td class="govuk-table__cell">${standingTag(standing)}</td>
  </tr>`
