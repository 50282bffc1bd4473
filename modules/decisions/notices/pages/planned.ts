import { democraticServices, officer } from '#authority'
import { button, facts, slippageChart } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { anyone, type Answer } from '#platform/use-case.ts'
import { decisionPath } from '../../pages/paths.ts'
import { dueWords } from '../give-key-notice.ts'
import { noticeWords } from '../notice.ts'
import {
  dropPlannedPath,
  giveKeyNoticePath,
  movePlannedPath,
  noticePath,
  plannedPath,
  planPath,
  tiePlannedPath,
} from '../paths.ts'
import { viewPlanned } from '../plan/queries.ts'
import { plannedFacts, planTag } from './plan.ts'

type Seen = Answer<typeof viewPlanned>

/** What is planned here, and how often did its day move? */
export const plannedPage: Page = {
  path: plannedPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const outcome = await visit.ask(viewPlanned, { ref: visit.params['ref'] })
    if (!outcome.ok)
      return {
        refusal:
          outcome.refusal.kind === 'invalid'
            ? {
                ...outcome.refusal,
                kind: 'missing',
                what: 'There is no such entry in the forward plan.',
                because: [],
                next: 'Check the address or the reference.',
              }
            : outcome.refusal,
      }
    return { view: { title: outcome.value.planned.matter, back: planPath(), body: shown(visit, outcome.value) } }
  },
}

function shown(visit: Visit, { planned: p, changes, notices }: Seen): Html {
  return html`<span class="govuk-caption-l">Forward plan · ${p.ref}</span>
    <h1 class="govuk-heading-l">${p.matter}</h1>
    <p class="govuk-body">${planTag(p.state)}</p>
    ${p.state !== 'planned' && html`<div class="govuk-inset-text">${p.state === 'decided' ? html`It was decided${p.decisionRef !== null && html`: <a class="govuk-link" href="${decisionPath({ ref: p.decisionRef })}">${p.decisionRef}</a>`}` : `It left the plan on ${longDay(p.endedOn ?? p.enteredOn)}, ${p.state}: ${p.endedBecause ?? ''}`}</div>`}
    ${facts({ rows: plannedFacts(p) })}
    <h2 class="govuk-heading-m" id="slippage">How often did its day move?</h2>
    ${
      changes.length === 0
        ? html`<p class="govuk-body">It has not moved.</p>`
        : html`${slippageChart({
              id: 'moves',
              title: 'Each day that it had',
              hideTitle: true,
              at: 'Noted on',
              rows: [
                {
                  label: `First planned on ${shortDay(p.enteredOn)}`,
                  first: p.firstDueUntil,
                  now: p.firstDueUntil,
                  moves: 0,
                },
                ...changes.map((one) => ({
                  label: `Moved on ${shortDay(one.onDay)}`,
                  first: p.firstDueUntil,
                  now: one.toUntil,
                  moves: one.n,
                })),
              ],
            })}
            <ol class="govuk-list govuk-list--number">
              ${changes.map((one) => html`<li>On ${plainDay(one.onDay)} ${one.byName} moved it from ${dueWords(one.wasFrom, one.wasUntil)} to ${dueWords(one.toFrom, one.toUntil)}: ${one.because}</li>`)}
            </ol>`
    }
    <h2 class="govuk-heading-m" id="notices">Which notices were given of it?</h2>
    ${
      notices.length === 0
        ? html`<p class="govuk-body">None so far.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${notices.map((one) => html`<li><a class="govuk-link" href="${noticePath(one)}">${noticeWords[one.kind]} ${one.ref}</a>, ${longDay(one.givenOn)}${one.elsewhere && ' (elsewhere)'}: ${one.endedOn ? 'stands no more' : `it may be decided from ${longDay(one.earliest)}`}</li>`)}
          </ul>`
    }
    ${desk(visit, { planned: p, changes, notices })}`
}

function desk({ actor }: Visit, { planned: { ref, state }, notices }: Seen): Html | false {
  const may = (role: string) => actor.roles.includes(role)
  if (state !== 'planned' || (!may(officer) && !may(democraticServices))) return false
  const standing = notices.find(({ kind, endedOn }) => kind === 'key-decision' && endedOn === null)
  const second = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' })
  return html`<h2 class="govuk-heading-m">On the desk</h2>
    <div class="govuk-button-group">
      ${
        may(democraticServices)
        && button({
          text: standing ? `Replace notice ${standing.ref}` : 'Give notice of a key decision',
          href: withQuery(giveKeyNoticePath({ ref }), { replaces: standing?.ref }),
        })
      }${second(
        'Move the day',
        movePlannedPath({ ref }),
      )}${second('Tie it to its record', tiePlannedPath({ ref }))}${second('Take it out of the plan', dropPlannedPath({ ref }))}
    </div>`
}
