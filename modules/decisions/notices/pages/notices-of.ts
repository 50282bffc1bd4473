import { democraticServices, officer, staff } from '#authority'
import { button, facts, findingsList, insetText } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { withQuery } from '#platform/address.ts'
import { doneBanner } from '../../pages/done-banner.ts'
import { recordPath } from '../../pages/paths.ts'
import type { Answer } from '#platform/use-case.ts'
import { noticeWords } from '../notice.ts'
import {
  askUrgencyPath,
  elsewherePath,
  enterPlannedPath,
  exceptionPath,
  giveKeyNoticePath,
  noticePath,
  noticesOfPath,
  plannedPath,
  urgencyPath,
} from '../paths.ts'
import { viewNoticesOf } from '../queries.ts'

type Seen = Answer<typeof viewNoticesOf>

/** What notice was given, and when can it be decided? */
export const noticesOfPage: Page = {
  path: noticesOfPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await visit.ask(viewNoticesOf, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { decision } = outcome.value
    return {
      view: {
        title: 'Notices',
        back: recordPath({ ref: decision.ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${decision.ref} · ${decision.title}</span>
          <h1 class="govuk-heading-l">Notices</h1>
          ${saidOf(outcome.value)}${listed(outcome.value)}${toDo(visit, outcome.value)}`,
      },
    }
  },
}

/** What the rule says of the notices of a record today. */
export const saidOf = ({ said, decision }: Pick<Seen, 'said' | 'decision'>): Html =>
  !said
    ? insetText({
        text:
          decision.isKey === null
            ? 'It is not said yet whether this is a key decision. Only a key decision needs notice.'
            : 'It is not a key decision: it needs no notice.',
      })
    : findingsList([
        {
          weight: said.outcome === 'met' ? 'met' : 'not-met',
          says: said.says ?? said.title,
          working: said.working,
          sources: said.sources,
        },
      ])

const listed = ({ notices, requests, item, ladder }: Seen): Html =>
  html`${item && html`<p class="govuk-body">In the forward plan: <a class="govuk-link" href="${plannedPath({ ref: item.ref })}">${item.ref}, ${item.matter}</a></p>`}
  ${
    notices.length > 0
    && html`<h2 class="govuk-heading-m">Given</h2>
      <ul class="remit-entries">
        ${notices.map(
          ({ ref, kind, givenOn, earliest, endedOn, elsewhere }) =>
            html`<li class="remit-entry">
              <p class="govuk-body">
                <a class="govuk-link govuk-!-font-weight-bold" href="${noticePath({ ref })}"
                  >${noticeWords[kind]} ${ref}</a
                ><span class="remit-ref"
                  >given on ${longDay(givenOn)}${elsewhere !== null && ' elsewhere'} ·
                  ${endedOn ? `stands no more since ${longDay(endedOn)}` : `may be decided from ${longDay(earliest)}`}</span
                >
              </p>
            </li>`,
        )}
      </ul>`
  }
  ${requests.map((one) =>
    facts({
      title: 'Asked whether it is urgent',
      rows: [
        {
          key: 'Who was asked',
          value: `${ladder.find(({ post }) => post === one.post)?.title ?? one.post}, on ${longDay(one.askedOn)}`,
        },
        { key: 'Why', value: one.reasons },
        {
          key: 'Answer',
          value:
            one.agreed === null
              ? html`<a class="govuk-link" href="${urgencyPath({ request: one.request })}">Waits for an answer</a>`
              : `${one.agreed ? 'Agreed' : 'Declined'} by ${one.answeredBy ?? ''}${one.says ? `: ${one.says}` : ''}`,
        },
      ],
    }),
  )}`

function toDo({ actor }: Visit, { decision: { ref, state }, item }: Seen): Html | false {
  const may = (role: string) => actor.roles.includes(role)
  if ((!may(democraticServices) && !may(officer)) || (state !== 'draft' && state !== 'proposed')) return false
  const second = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' })
  return html`<h2 class="govuk-heading-m">What can be done</h2>
    <div class="govuk-button-group">
      ${
        !item
        && button({ text: 'Enter it in the forward plan', href: withQuery(enterPlannedPath(), { decision: ref }) })
      }${
        item
        && may(democraticServices)
        && button({ text: 'Give notice of a key decision', href: giveKeyNoticePath({ ref: item.ref }) })
      }${
        may(democraticServices)
        && html`${second('General exception', exceptionPath({ ref }))}${second('Special urgency', askUrgencyPath({ ref }))}`
      }${second('Record a notice given elsewhere', elsewherePath({ ref }))}
    </div>`
}
