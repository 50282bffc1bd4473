import { officer, scrutiny, democraticServices, staff, monitoringOfficer } from '#authority'
import { button, input, pager, scrollRegion, select, stacking, statusTag, table } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { clearancePath } from '../clearance/paths.ts'
import { viewMyClearances } from '../clearance/queries.ts'
import { waitsElsewhere } from '../elsewhere.ts'
import { judgePath } from '../call-in/paths.ts'
import { latePath } from '../late/paths.ts'
import { viewWhoseTurn } from '../late/queries.ts'
import { meetingsLink } from '../meetings/pages/desk.ts'
import { urgencyPath } from '../notices/paths.ts'
import { viewUrgentForMe } from '../notices/queries.ts'
import { againstLink } from '../key-test/pages/shown.ts'
import { viewDesk, viewMyTurn } from '../queries.ts'
import type { Answer } from '#platform/use-case.ts'
import { callInWindowPath, scrutinyPath } from '../call-in/paths.ts'
import { deskPath, newDraftPath, publishPath, recordPath, signPath } from './paths.ts'
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
    const [toClear, whose, urgent] = [
      await visit.ask(viewMyClearances, {}),
      await visit.ask(viewWhoseTurn, {}),
      await visit.ask(viewUrgentForMe, {}),
    ]
    if (!toClear.ok) return { refusal: toClear.refusal }
    if (!whose.ok) return { refusal: whose.refusal }
    if (!urgent.ok) return { refusal: urgent.refusal }
    return {
      view: {
        title: 'What is on my desk',
        body: shown(
          visit,
          {
            ...turn.value,
            ...toClear.value,
            late: whose.value.late,
            toJudge: toJudge(visit, whose.value),
            urgent: urgent.value.requests,
            elsewhere: await waitsElsewhere(visit),
          },
          list.value,
        ),
      },
    }
  },
}

type Turn = Answer<typeof viewMyTurn>
  & Answer<typeof viewMyClearances>
  & Pick<Answer<typeof viewWhoseTurn>, 'late'> & {
    urgent: Answer<typeof viewUrgentForMe>['requests']
    toJudge: Answer<typeof viewWhoseTurn>['late']
    elsewhere: Awaited<ReturnType<typeof waitsElsewhere>>
  }

// Democratic services have every open call-in before them; the monitoring officer has those that nobody has judged.
const toJudge = ({ actor }: Visit, { late, inTime }: Answer<typeof viewWhoseTurn>) =>
  actor.roles.includes(monitoringOfficer) && !actor.roles.includes(democraticServices)
    ? [...late, ...inTime].filter(({ kind }) => kind === 'judge')
    : []

function shown({ actor, query }: Visit, turn: Turn, list: Answer<typeof viewDesk>): Html {
  const may = (role: string) => actor.roles.includes(role)
  const mine = turn.records.filter(({ waits }) => waits !== 'draft')
  const drafts = turn.records.filter(({ waits }) => waits === 'draft')
  return html`<h1 class="govuk-heading-l">What is on my desk</h1>
    <p class="govuk-body">
      ${turn.held.length > 0 ? `You hold: ${turn.held.map(({ title }) => title).join('; ')}.` : 'You hold no post today.'}
    </p>
    <div class="govuk-button-group">
      ${may(officer) && button({ text: 'Draft a decision', href: newDraftPath() })}${(may(scrutiny) || may(democraticServices)) && html`${button({ text: 'What can be called in', href: callInWindowPath(), classes: 'govuk-button--secondary' })}${button({ text: 'What is before scrutiny', href: scrutinyPath(), classes: 'govuk-button--secondary' })}`}${againstLink(actor.roles)}${meetingsLink(actor.roles)}${button({ text: `What is late${turn.late.length > 0 ? ` (${turn.late.length})` : ''}`, href: latePath(), classes: 'govuk-button--secondary' })}
    </div>
    <h2 class="govuk-heading-m" id="turn">Waits for you</h2>
    ${
      mine.length + turn.clearances.length + turn.urgent.length + turn.toJudge.length + turn.elsewhere.length === 0
        ? html`<p class="govuk-body">Nothing waits for you.</p>`
        : html`<ul class="remit-entries">
            ${turn.urgent.map(
              ({ request, matter, askedBy, askedOn }) =>
                html`<li class="remit-entry">
                  <p class="govuk-body">
                    <a class="govuk-link govuk-!-font-weight-bold" href="${urgencyPath({ request })}"
                      >Say whether it is urgent: ${matter}</a
                    ><span class="remit-ref">asked by ${askedBy} · since ${shortDay(askedOn)}</span>
                  </p>
                </li>`,
            )}${turn.toJudge.map(
              (one) =>
                html`<li class="remit-entry">
                  <p class="govuk-body">
                    <a
                      class="govuk-link govuk-!-font-weight-bold"
                      href="${judgePath({ ref: one.ref, callIn: one.item })}"
                      >Judge the call-in: ${one.title}</a
                    >${lateTag(one.late)}<span class="remit-ref"
                      >${one.ref} · since ${shortDay(one.since)}${one.due !== null && ` · by ${longDay(one.due)}`}</span
                    >
                  </p>
                </li>`,
            )}${turn.clearances.map(
              (one) =>
                html`<li class="remit-entry">
                  <p class="govuk-body">
                    <a class="govuk-link govuk-!-font-weight-bold" href="${clearancePath(one)}"
                      >Clear: ${one.recordTitle}</a
                    >${lateTag(one.late)}<span class="remit-ref"
                      >${one.ref} · ${one.title} · asked by ${one.askedByName} · by ${longDay(one.due)}</span
                    >
                  </p>
                </li>`,
            )}${mine.map(
              (one) =>
                html`<li class="remit-entry">
                  <p class="govuk-body">
                    <a class="govuk-link govuk-!-font-weight-bold" href="${toDo(one).href}"
                      >${toDo(one).text}: ${one.title}</a
                    >${lateTag(turn.late.find(({ ref, kind }) => ref === one.ref && (kind === one.waits || (kind === 'judge' && one.waits === 'call-in')))?.late ?? null)}<span
                      class="remit-ref"
                      >${one.ref} · ${one.makerTitle ?? 'nobody chosen'} · since ${dayOf(one.changedAt)}</span
                    >
                  </p>
                </li>`,
            )}${turn.elsewhere.map(
              ({ does, title, href, of, due, late }) =>
                html`<li class="remit-entry">
                  <p class="govuk-body">
                    <a class="govuk-link govuk-!-font-weight-bold" href="${href}">${does}: ${title}</a
                    >${late && html` ${statusTag('Late', 'bad')}`}<span class="remit-ref"
                      >${of}${due !== null && ` · by ${longDay(due)}`}</span
                    >
                  </p>
                </li>`,
            )}
          </ul>`
    }
    ${
      drafts.length > 0
      && html`<h2 class="govuk-heading-m" id="drafts">Your drafts</h2>
        <ul class="remit-entries">
          ${drafts.map(
            ({ ref, title, changedAt, changedBy }) =>
              html`<li class="remit-entry">
                <p class="govuk-body">
                  <a class="govuk-link govuk-!-font-weight-bold" href="${recordPath({ ref })}">${title}</a
                  ><span class="remit-ref">${ref} · changed on ${dayOf(changedAt)} by ${changedBy}</span>
                </p>
              </li>`,
          )}
        </ul>`
    }
    <h2 class="govuk-heading-m" id="all">Not published yet</h2>
    <form class="remit-desk-search" method="get" action="${deskPath()}" role="search">
      ${input({ name: 'q', label: 'Title or reference', value: query['q'], type: 'search', spellcheck: false })}${select(
        {
          name: 'state',
          label: 'State',
          value: query['state'],
          items: [
            { value: '', text: 'Draft or waiting' },
            ...(['draft', 'proposed', 'decided', 'refused', 'withdrawn'] as const).map((value) => ({
              value,
              text: stateWords(value),
            })),
          ],
        },
      )}${button({ text: 'Search', classes: 'govuk-button--secondary' })}
    </form>
    ${
      list.records.length === 0
        ? html`<p class="govuk-body">
            ${query['q'] || query['state'] ? 'Nothing on the desk matches.' : 'The desk is empty.'}
            <a class="govuk-link" href="${deskPath()}">See all</a>
          </p>`
        : scrollRegion(
            'Records not published yet',
            table(
              stacking({
                caption: 'Records not published yet, the latest change first',
                captionClasses: 'govuk-visually-hidden',
                firstCellIsHeader: true,
                head: ['Decision', 'Who decides', 'Changed', 'State'].map((text) => ({ text })),
                rows: list.records.map(({ ref, title, makerTitle, changedAt, changedBy, state }) => [
                  {
                    text: html`<a class="govuk-link" href="${recordPath({ ref })}">${title}</a
                      ><span class="remit-ref">${ref}</span>`,
                  },
                  makerTitle ?? 'Not chosen',
                  `${dayOf(changedAt)}, ${changedBy}`,
                  standingTag(state),
                ]),
              }),
            ),
            'narrow',
          )
    }
    ${
      (query['before'] || list.next !== null)
      && pager({
        label: `${list.records.length} shown`,
        of: 'the desk',
        previous: query['before'] ? withQuery(deskPath(), { q: query['q'], state: query['state'] }) : undefined,
        next:
          list.next === null
            ? undefined
            : withQuery(deskPath(), { q: query['q'], state: query['state'], before: list.next }),
      })
    }`
}

const lateTag = (late: string | null): Html | false => late !== null && html` ${statusTag('Late', 'bad')} ${late}`

const dayOf = (at: Temporal.Instant): string => shortDay(at.toZonedDateTimeISO('Europe/London').toPlainDate())

function toDo({ waits, ref }: { waits: string; ref: string }): { text: string; href: string } {
  switch (waits) {
    case 'decide':
      return { text: 'Decide', href: signPath({ ref }) }
    case 'publish':
      return { text: 'Publish', href: publishPath({ ref }) }
    default:
      return { text: 'Deal with the call-in', href: `${recordPath({ ref })}#call-ins` }
  }
}
