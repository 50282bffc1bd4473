import { officer, scrutiny, democraticServices, staff } from '#authority'
import { button, input, pager, select } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { viewDesk, viewMyTurn, type Answer } from '../queries.ts'
import { callInWindowPath, deskPath, newDraftPath, publishPath, recordPath, signPath } from './paths.ts'
import { standingTag, stateWords } from './state-tag.ts'

/** What is on my desk? */
export const deskPage: Page = {
  path: deskPath.pattern,
  may: staff,
  get: async (visit) => {
    const { state, q, before } = visit.query
    const turn = await visit.ask(viewMyTurn, {})
    if (!turn.ok) return { refusal: turn.refusal }
    const list = await visit.ask(viewDesk, { state, words: q, before })
    if (!list.ok) return { refusal: list.refusal }
    return { view: { title: 'What is on my desk', body: shown(visit, turn.value, list.value) } }
  },
}

function shown({ actor, query }: Visit, turn: Answer<typeof viewMyTurn>, list: Answer<typeof viewDesk>): Html {
  const may = (role: string) => actor.roles.includes(role)
  const mine = turn.records.filter(({ waits }) => waits !== 'draft')
  const drafts = turn.records.filter(({ waits }) => waits === 'draft')
  return html`<h1 class="govuk-heading-l">What is on my desk</h1>
<p class="govuk-body">${turn.held.length > 0 ? `You hold: ${turn.held.map(({ title }) => title).join('; ')}.` : 'You hold no post today.'}</p>
<div class="govuk-button-group">${may(officer) && button({ text: 'Draft a decision', href: newDraftPath() })}${(may(scrutiny) || may(democraticServices)) && button({ text: 'What can be called in', href: callInWindowPath(), classes: 'govuk-button--secondary' })}</div>
<h2 class="govuk-heading-m" id="turn">Waits for you</h2>${mine.length === 0 ? html`<p class="govuk-body">Nothing waits for you.</p>` : html`<ul class="remit-entries">${mine.map((one) => html`<li class="remit-entry"><p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${toDo(one).href}">${toDo(one).text}: ${one.title}</a><span class="remit-ref">${one.ref} · ${one.makerTitle ?? 'nobody chosen'} · since ${dayOf(one.changedAt)}</span></p></li>`)}</ul>`}
${drafts.length > 0 && html`<h2 class="govuk-heading-m" id="drafts">Your drafts</h2><ul class="remit-entries">${drafts.map(({ ref, title, changedAt, changedBy }) => html`<li class="remit-entry"><p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${recordPath({ ref })}">${title}</a><span class="remit-ref">${ref} · changed on ${dayOf(changedAt)} by ${changedBy}</span></p></li>`)}</ul>`}
<h2 class="govuk-heading-m" id="all">Not published yet</h2>
<form class="remit-desk-search" method="get" action="${deskPath()}" role="search">${input({ name: 'q', label: 'Title or reference', value: query['q'], type: 'search', spellcheck: false })}${select({
    name: 'state', label: 'State', value: query['state'],
    items: [{ value: '', text: 'Draft or waiting' }, ...(['draft', 'proposed', 'decided', 'refused', 'withdrawn'] as const).map((value) => ({ value, text: stateWords(value) }))],
  })}${button({ text: 'Search', classes: 'govuk-button--secondary' })}</form>
${list.records.length === 0 ? html`<p class="govuk-body">${query['q'] || query['state'] ? 'Nothing on the desk matches.' : 'The desk is empty.'} <a class="govuk-link" href="${deskPath()}">See all</a></p>` : html`<div class="remit-scroll" role="region" tabindex="0" aria-label="Records not published yet"><table class="govuk-table"><caption class="govuk-table__caption govuk-visually-hidden">Records not published yet, the latest change first</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Decision</th><th scope="col" class="govuk-table__header">Who decides</th><th scope="col" class="govuk-table__header">Changed</th><th scope="col" class="govuk-table__header">State</th></tr></thead>
<tbody class="govuk-table__body">${list.records.map(({ ref, title, makerTitle, changedAt, changedBy, state }) => html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><a class="govuk-link" href="${recordPath({ ref })}">${title}</a><span class="remit-ref">${ref}</span></th><td class="govuk-table__cell">${makerTitle ?? 'Not chosen'}</td><td class="govuk-table__cell">${dayOf(changedAt)}, ${changedBy}</td><td class="govuk-table__cell">${standingTag(state)}</td></tr>`)}</tbody></table></div>`}
${(query['before'] || list.next !== null) && pager({
    label: `${list.records.length} shown`, of: 'the desk',
    previous: query['before'] ? withQuery(deskPath(), { q: query['q'], state: query['state'] }) : undefined,
    next: list.next === null ? undefined : withQuery(deskPath(), { q: query['q'], state: query['state'], before: list.next }),
  })}`
}

const dayOf = (at: Temporal.Instant): string => shortDay(at.toZonedDateTimeISO('Europe/London').toPlainDate())

function toDo({ waits, ref }: { waits: string; ref: string }): { text: string; href: string } {
  switch (waits) {
    case 'decide': return { text: 'Decide', href: signPath({ ref }) }
    case 'publish': return { text: 'Publish', href: publishPath({ ref }) }
    default: return { text: 'Release the call-in', href: recordPath({ ref }) }
  }
}
