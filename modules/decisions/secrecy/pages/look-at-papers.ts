import { democraticServices, monitoringOfficer, officer } from '#authority'
import { asking, button, insetText, refusalPanel } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { fieldErrors } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { paperFilePath } from '../../papers/paths.ts'
import { lookAtPaper, viewUnreadPapers } from '../look-at-paper.ts'
import { lookAtPapersPath } from '../paths.ts'
import { picturesIn } from '../rules/papers-hold-nothing-withheld.ts'

/** Do the papers that no program can read give away what is withheld? */
export const lookAtPapersPage: Page = {
  path: lookAtPapersPath.pattern,
  may: [officer, democraticServices, monitoringOfficer],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const { paper } = form.values
    const outcome = await visit.perform(lookAtPaper, { ref, paper, says: form.values[`says-${paper ?? ''}`] }, form)
    return outcome.ok ? { redirect: lookAtPapersPath({ ref }) } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(viewUnreadPapers, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { title, papers } = found.value
  const wrong = refusal ? fieldErrors(refusal) : {}
  const errors = wrong['says'] === undefined ? {} : { [`says-${form?.values['paper'] ?? ''}`]: wrong['says'] }
  const ask = asking({ values: form?.values ?? {}, errors })
  const card = ({ paper, title: called, looked, holds, unread = [] }: (typeof papers)[number]): Html =>
    html`<h2 class="govuk-heading-m">${called}</h2>
      <p class="govuk-body">
        ${holds === null ? 'This file has no text that can be searched.' : `Of this file ${picturesIn({ unread })} ${unread.length === 1 ? 'has' : 'have'} no text that can be searched. The rest was.`}
        <a class="govuk-link" href="${paperFilePath({ ref, paper })}"
          >Look at it yourself<span class="govuk-visually-hidden">: ${called}</span></a
        >.
      </p>
      ${
        looked
          ? insetText({ text: html`${looked.by} has looked at it: ${looked.says}` })
          : html`<form method="post" novalidate>
              ${visit.formFields()}<input
                type="hidden"
                name="paper"
                value="${paper}"
              />${ask.textarea({ name: `says-${paper}`, label: `What you saw in “${called}”, and that it says nothing of what is withheld`, hint: 'It is kept with your name.', rows: 3 })}${button({ text: 'Record that I looked at it', preventDoubleClick: true })}
            </form>`
      }`
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Papers that cannot be searched',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${refusal && refusalPanel(refusal)}<span class="govuk-caption-l">${ref} · ${title}</span>
        <h1 class="govuk-heading-l">Papers that cannot be searched</h1>
        <p class="govuk-body">
          Passages of this record are withheld. Remit looks for them in every paper that the public would be given, but
          not in pictures and scans: somebody has to look at those before the record is published. If one says what is
          withheld, withhold it, and attach a version for the public.
        </p>
        ${papers.length === 0 ? html`<p class="govuk-body">There are none.</p>` : papers.map(card)}`,
    },
  }
}
