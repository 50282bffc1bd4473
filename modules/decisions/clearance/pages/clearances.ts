import { officer, staff } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal, Answer } from '#platform/use-case.ts'
import { doneBanner } from '../../pages/done-banner.ts'
import { onDesk, shownRefusal, versionField, type OnDesk } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { askClearance } from '../ask.ts'
import { timeWords } from '../clearance.ts'
import { clearancePath, clearancesPath } from '../paths.ts'
import { viewClearances } from '../queries.ts'
import { clearanceTag } from './standing-tag.ts'

type Clearances = Answer<typeof viewClearances>

/** Who is to clear this draft? */
export const clearancesPage: Page = {
  path: clearancesPath.pattern,
  may: staff,
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(
      askClearance,
      {
        ref,
        version: form.values['version'],
        keys: form.lists['keys'] ?? [],
        post: form.values['post'],
        note: form.values['note'],
        ...(form.values['workingDays']?.trim() ? { workingDays: form.values['workingDays'] } : {}),
      },
      form,
    )
    return outcome.ok ? { redirect: `${clearancesPath({ ref })}?done=sent` } : show(visit, form, outcome.refusal)
  },
}

async function show(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const { ref, title, state } = seen.decision
  const found = await visit.ask(viewClearances, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const able = state === 'draft' && visit.actor.roles.includes(officer)
  const heading = able ? 'Who is to clear this draft?' : 'Who has cleared this?'
  const read = html`${found.value.lines.length > 0 && linesShown(ref, found.value)}${found.value.history.length > 0 && historyShown(ref, found.value)}`
  if (!able) {
    return {
      view: {
        title: heading,
        back: recordPath({ ref }),
        body: html`<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">${heading}</h1>
          ${read}`,
      },
    }
  }
  const ask = asking({
    values: form?.values,
    lists: form?.lists ?? {
      keys: found.value.lines
        .filter(({ needed, standing }) => needed && !['good', 'waiting'].includes(standing))
        .map(({ key }) => key),
    },
    errors: refusal?.fields,
  })
  const fields = boxes(ask, seen, found.value)
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${doneBanner(visit)}${questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">
            Each is sent the text as it is now, word for word, and clears that text only. If it changes afterwards the
            clearance is void until the new text is cleared, or the old one is restored.
          </p>
          ${read}`,
        fields,
        hidden: html`${visit.formFields()}${versionField(seen.decision, form, refusal)}`,
        buttonText: 'Send for clearance',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      })}`,
    },
  }
}

function boxes(ask: Asking, { choices: { posts } }: OnDesk, { lines, source }: Clearances): Html[] {
  const listed = lines.filter(({ key }) => !key.startsWith('post '))
  return [
    ...(listed.length > 0
      ? [
          ask.checkboxes({
            name: 'keys',
            legend: { text: 'Needed for this decision', classes: 'govuk-fieldset__legend--s' },
            hint: `As the council has settled it (${source ?? 'its constitution'}).`,
            items: listed.map(({ key, title, postTitle, workingDays }) => ({
              value: key,
              text: title,
              hint: `${postTitle}, within ${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`,
            })),
          }),
        ]
      : []),
    ask.select({
      name: 'post',
      label: listed.length > 0 ? 'Somebody else as well (optional)' : 'Who is to clear it?',
      items: [
        { value: '', text: 'Nobody' },
        ...posts
          .filter(({ kind }) => kind === 'officer' || kind === 'member')
          .map(({ post, title }) => ({ value: post, text: title })),
      ],
    }),
    ask.input({
      name: 'workingDays',
      label: 'Within how many working days, for somebody else?',
      hint: '5 unless you say otherwise.',
      inputmode: 'numeric',
      classes: 'govuk-input--width-2',
    }),
    ask.textarea({ name: 'note', label: 'What they should know (optional)', rows: 3 }),
  ]
}

function linesShown(ref: string, { lines }: Clearances): Html {
  return html`<ul class="remit-entries">
    ${lines.map(
      ({ title, standing, says, comments, overdue, clearance, yours }) =>
        html`<li class="remit-entry">
          <p class="govuk-body remit-entry__head"><strong>${title}</strong> ${clearanceTag(standing)}</p>
          <p class="govuk-body">${says}${overdue !== null && html` <strong>${overdue}.</strong>`}</p>
          ${comments !== null && standing === 'good' && html`<p class="govuk-body">Comments: ${comments}</p>`}${
            clearance !== null
            && html`<p class="govuk-body">
              <a class="govuk-link" href="${clearancePath({ ref, clearance })}"
                >${yours ? 'Read and answer' : 'Read what was sent'}<span class="govuk-visually-hidden"
                  >: ${title}</span
                ></a
              >
            </p>`
          }
        </li>`,
    )}
  </ul>`
}

function historyShown(ref: string, { history }: Clearances): Html {
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">Everything that was asked (${history.length})</span>
    </summary>
    <div class="govuk-details__text">
      <ul class="govuk-list govuk-list--bullet">
        ${history.map(
          ({ clearance, askedAt, title, says }) =>
            html`<li>
              ${says}
              <a class="govuk-link" href="${clearancePath({ ref, clearance })}"
                >The text of ${timeWords(askedAt)}<span class="govuk-visually-hidden"> (${title})</span></a
              >
            </li>`,
        )}
      </ul>
    </div>
  </details>`
}
