import { actPath, officer, postPath } from '#authority'
import { asking, facts, questionPage, statusTag } from '#govuk'
import { longDay, plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { onDesk, shownRefusal, versionField } from '../../pages/draft-question.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { recordPath } from '../../pages/paths.ts'
import { isBody } from '../makers.ts'
import { jointlyPath } from '../paths.ts'
import { viewMakers } from '../queries.ts'
import { shareDecision } from '../share.ts'

/** Does anybody decide it together with them? */
export const jointlyPage: Page = {
  path: jointlyPath.pattern,
  may: [officer],
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(
      shareDecision,
      { ref, version: form.values['version'], posts: form.lists['posts'] ?? [] },
      form,
    )
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=saved` } : show(visit, form, outcome.refusal)
  },
}

async function show(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const {
    decision,
    choices: { posts },
  } = outcome.value
  const { ref, title, state, maker } = decision
  if (state !== 'draft') return { redirect: recordPath({ ref }) }
  const found = await visit.ask(viewMakers, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const others = found.value.makers.filter(({ post }) => post !== maker).map(({ post }) => post)
  const ask = asking({ lists: form?.lists ?? { posts: others }, errors: refusal?.fields })
  const heading = 'Does anybody decide it together with them?'
  const fields = ask.checkboxes({
    name: 'posts',
    legend: { text: 'Other posts that decide', classes: 'govuk-visually-hidden' },
    hint: 'Choose none if one post decides alone.',
    items: posts
      .filter((one) => !isBody(one) && one.post !== maker)
      .map(({ post, title: text }) => ({ value: post, text })),
  })
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        fields,
        lead: html`<p class="govuk-body">
          Each signs the same text for their own post, within their own power, and states their own interests. It is
          decided on the day of the last signature.
        </p>`,
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Save and return',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

/** What a record’s page says of those who decide together. */
export const jointlyOnDesk: DeskPart = {
  async tasks(visit, { decision: { ref, maker } }) {
    const found = await visit.ask(viewMakers, { ref })
    const others = found.ok ? found.value.makers.filter(({ post }) => post !== maker) : []
    return {
      title: 'Before it is decided',
      tasks: [
        {
          title: 'Who decides together with them',
          href: jointlyPath({ ref }),
          state: others.length > 0 ? 'done' : 'not-started',
          ...(others.length > 0 ? { hint: others.map(({ title }) => title).join('; ') } : { stateText: 'Optional' }),
        },
      ],
    }
  },
  async section(visit, { decision: { ref, state } }) {
    if (state === 'draft') return null
    const found = await visit.ask(viewMakers, { ref })
    if (!found.ok || found.value.makers.length < 2) return null
    return html`<h2 class="govuk-heading-m" id="jointly">Who decides together?</h2>
      <ul class="remit-entries">
        ${found.value.makers.map(
          ({ title, signature }) =>
            html`<li class="remit-entry">
              <p class="govuk-body remit-entry__head">
                <strong>${title}</strong>
                ${signature ? statusTag('Signed', 'good') : statusTag('Has not signed', 'waiting')}
              </p>
              ${
                signature
                && html`<p class="govuk-body">
                  ${signature.name}, on ${longDay(signature.signedOn)}. ${signature.conflicts}
                  ${signature.dispensations}
                </p>`
              }
            </li>`,
        )}
      </ul>`
  },
}

/** Who decided together, as the public sees it. */
export const jointlyInPublic: PublicPart = {
  section(_, { decision: { jointly = [] } }) {
    if (jointly.length === 0) return null
    return {
      id: 'jointly',
      heading: 'Who decided it together?',
      body: html`<p class="govuk-body">
          Each signed the same text, within the power of their own post. It was decided on the day of the last
          signature.
        </p>
        ${jointly.map(({ post, title, by, on, act, conflicts, dispensations }) =>
          facts({
            title: by,
            rows: [
              { key: 'Post', value: html`<a class="govuk-link" href="${postPath({ post })}">${title}</a>` },
              { key: 'Signed', value: plainDay(Temporal.PlainDate.from(on)) },
              act !== null && {
                key: 'Power used',
                value: html`<a class="govuk-link" href="${actPath({ ref: act })}">${act}</a>`,
              },
              { key: 'Interests', value: conflicts },
              { key: 'Dispensations', value: dispensations },
            ],
          }),
        )}`,
    }
  },
}
