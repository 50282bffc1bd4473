import { officer, staff } from '#authority'
import { questionPage, asking, statusTag } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal, Answer } from '#platform/use-case.ts'
import { doneBanner } from '../../pages/done-banner.ts'
import { onDesk, shownRefusal } from '../../pages/draft-question.ts'
import { recordPath, signPath } from '../../pages/paths.ts'
import { acknowledgeDuties } from '../consider.ts'
import { dutiesPath, dutiesSeenPath, dutyPath } from '../paths.ts'
import { viewDuties } from '../queries.ts'
import { dutyShown, receipts } from './shown.ts'

type Duties = Answer<typeof viewDuties>

/** Which duties must be considered, and how was each? */
export const dutiesPage: Page = {
  path: dutiesPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await onDesk(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { ref, title, state } = outcome.value.decision
    const found = await visit.ask(viewDuties, { ref })
    if (!found.ok) return { refusal: found.refusal }
    const able = state === 'draft' && visit.actor.roles.includes(officer)
    const heading = 'Which duties must be considered?'
    return {
      view: {
        title: heading,
        back: recordPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">${heading}</h1>
          <p class="govuk-body">
            Each by its own name, in its own words, with the place where it is set out.
            ${found.value.source !== null && `Which are needed for this subject is settled by the council (${found.value.source}).`}
          </p>
          ${found.value.lines.length === 0 ? html`<p class="govuk-inset-text">The council has settled none for this subject.</p>` : linesShown(ref, found.value, able)}
          ${able && html`<p class="govuk-body"><a class="govuk-link" href="${dutyPath({ ref, duty: 'other' })}">Another duty that this decision has regard to</a></p>`}
          <h2 class="govuk-heading-m">Who has read it?</h2>
          ${receipts(found.value.seen)}${versionsShown(found.value)}`,
      },
    }
  },
}

const linesShown = (ref: string, { lines }: Duties, able: boolean): Html =>
  html`<ul class="remit-entries">
    ${lines.map(
      ({ duty, title, source, entry }) =>
        html`<li class="remit-entry">
          <p class="govuk-body remit-entry__head">
            <strong>${title}</strong>
            ${entry ? statusTag('Considered', 'good') : statusTag('Not considered yet', 'waiting')}
          </p>
          ${
            entry
              ? dutyShown({ ...entry, source, on: entry.on.toString(), by: entry.recordedByName })
              : html`<p class="govuk-body">${source.words}</p>`
          }${
            able
            && html`<p class="govuk-body">
              <a class="govuk-link" href="${dutyPath({ ref, duty })}"
                >${entry ? 'Say it anew' : 'Say how it was considered'}<span class="govuk-visually-hidden"
                  >: ${title}</span
                ></a
              >
            </p>`
          }
        </li>`,
    )}
  </ul>`

const versionsShown = ({ versions, lines }: Duties): Html | false =>
  versions.length > lines.filter(({ entry }) => entry).length
  && html`<h2 class="govuk-heading-m">Versions</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${versions.map(
        ({ duty, version, on, by }) =>
          html`<li>
            ${lines.find((line) => line.duty === duty)?.title ?? duty}: version ${version}, of ${plainDay(on)}, by ${by}
          </li>`,
      )}
    </ul>`

/** Have you read how the duties were considered? */
export const dutiesSeenPage: Page = {
  path: dutiesSeenPath.pattern,
  may: staff,
  get: (visit) => asked(visit, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(acknowledgeDuties, { ref, digest: form.values['digest'] }, form)
    return outcome.ok ? { redirect: signPath({ ref }) } : asked(visit, outcome.refusal)
  },
}

async function asked(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { ref, title } = outcome.value.decision
  const found = await visit.ask(viewDuties, { ref })
  if (!found.ok) return { refusal: found.refusal }
  if (!found.value.toRead && !refusal) return { redirect: dutiesPath({ ref }) }
  const heading = 'Have you read how the duties were considered?'
  return {
    status: refusal ? 422 : 200,
    view: {
      title: heading,
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask: asking({}),
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">
            Whoever decides must have regard to these themselves, before deciding and with an open mind. That you read
            them is kept with the decision, for these very versions.
          </p>
          ${found.value.lines.map(
            ({ entry, source }) =>
              entry && dutyShown({ ...entry, source, on: entry.on.toString(), by: entry.recordedByName }),
          )}`,
        fields: '',
        hidden: html`${visit.formFields()}<input type="hidden" name="digest" value="${found.value.digest}" />`,
        buttonText: 'I have read this',
        cancel: { text: 'Not yet', href: recordPath({ ref }) },
      }),
    },
  }
}
