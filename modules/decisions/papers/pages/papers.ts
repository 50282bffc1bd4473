import { officer } from '#authority'
import { asking, button, questionPage, refusalPanel, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { keptKinds } from '#platform/file-kind.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { missing, type Outcome, type Refusal } from '#platform/use-case.ts'
import { doneBanner } from '../../pages/done-banner.ts'
import { fieldErrors, onDesk, shownRefusal, versionField, type OnDesk } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { kindWords, paperKinds, type Paper } from '../paper.ts'
import { deskPaperPath, paperFilePath, papersPath, removePaperPath } from '../paths.ts'
import { addPaper, changePaper, orderPapers, removePaper } from '../put-papers.ts'
import { viewPapers } from '../queries.ts'
import { sizeWords, typeWords } from './shown.ts'

type Seen = OnDesk & { papers: Paper[] }

async function withPapers(visit: Visit): Promise<Outcome<Seen>> {
  const record = await onDesk(visit)
  if (!record.ok) return record
  const outcome = await visit.ask(viewPapers, { ref: record.value.decision.ref })
  return outcome.ok ? { ok: true, value: { ...record.value, papers: outcome.value.papers } } : outcome
}

/** What does it rest on? */
export const papersPage: Page = {
  path: papersPath.pattern,
  may: [officer],
  get: (visit) => list(visit, null, null),
  post: async (visit, form) => {
    const seen = await withPapers(visit)
    if (!seen.ok) return { refusal: seen.refusal }
    const { ref } = seen.value.decision
    const outcome = await visit.perform(
      orderPapers,
      {
        ref,
        version: form.values['version'],
        papers: moved(
          seen.value.papers.map(({ paper }) => paper),
          form.values,
        ),
      },
      form,
    )
    return outcome.ok ? { redirect: papersPath({ ref }) } : list(visit, form, outcome.refusal)
  },
}

function moved(order: string[], { up, down }: Record<string, string | undefined>): string[] {
  const paper = up ?? down ?? ''
  const at = order.indexOf(paper)
  const to = up === undefined ? at + 1 : at - 1
  return at < 0 || to < 0 || to >= order.length ? order : order.toSpliced(at, 1).toSpliced(to, 0, paper)
}

async function list(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await withPapers(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, papers } = outcome.value
  const { ref } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: 'What does it rest on?',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${doneBanner(visit)}${refusal && refusalPanel(refusal)}<span class="govuk-caption-l"
          >${ref} · ${decision.title}</span
        >
        <h1 class="govuk-heading-l">What does it rest on?</h1>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <p class="govuk-body">
              Attach the report, its appendices, the equality analysis, and each background paper: an unpublished
              document on which the report relies to a material extent (SI 2012/2089, regs 2 and 15). They are published
              with the record, unless they are withheld, and change no more once it is proposed.
            </p>
            ${
              papers.length === 0
                ? html`<p class="govuk-body">There are none yet.</p>`
                : html`<form method="post" novalidate>
                    ${visit.formFields()}${versionField(decision, form, refusal)}
                    <ol class="govuk-list">
                      ${papers.map((one, at) => card(ref, one, at, papers.length))}
                    </ol>
                  </form>`
            }
            <div class="govuk-button-group">
              ${button({ text: 'Attach a paper', href: deskPaperPath({ ref, paper: 'new' }) })}<a
                class="govuk-link"
                href="${recordPath({ ref })}"
                >Back to the draft</a
              >
            </div>
          </div>
        </div>`,
    },
  }
}

function card(ref: string, { paper, kind, title, mediaType, size }: Paper, at: number, count: number): Html {
  const place = { ref, paper }
  const hidden = html`<span class="govuk-visually-hidden"> ${title}</span>`
  return html`<li class="remit-entry">
    <p class="govuk-body govuk-!-margin-bottom-1">
      <a class="govuk-link" href="${paperFilePath(place)}">${title}</a>
      <span class="remit-quiet">(${typeWords(mediaType)}, ${sizeWords(size)})</span>
    </p>
    <p class="govuk-body-s">
      ${kindWords[kind]} · <a class="govuk-link" href="${deskPaperPath(place)}">Change${hidden}</a> ·
      <a class="govuk-link" href="${removePaperPath(place)}">Remove${hidden}</a>
    </p>
    <div class="govuk-button-group govuk-!-margin-bottom-0">
      ${at > 0 && button({ text: html`Move up${hidden}`, name: 'up', value: paper, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}${at < count - 1 && button({ text: html`Move down${hidden}`, name: 'down', value: paper, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
    </div>
  </li>`
}

/** Which paper is it? */
export const paperPage: Page = {
  path: deskPaperPath.pattern,
  may: [officer],
  get: (visit) => one(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', paper = '' } = visit.params
    const { values } = form
    const about = {
      kind: values['kind'],
      title: values['title'],
      author: values['author'],
      dated: dayTyped(values),
      version: values['version'],
      ref,
    }
    const file = form.files.find(({ field }) => field === 'file')
    const outcome =
      paper === 'new'
        ? await visit.perform(
            addPaper,
            { ...about, name: file?.name ?? 'file', bytes: file?.bytes ?? new Uint8Array() },
            form,
          )
        : await visit.perform(changePaper, { ...about, paper }, form)
    return outcome.ok ? { redirect: `${papersPath({ ref })}?done=saved` } : one(visit, form, outcome.refusal)
  },
}

/** The day in three boxes as ISO text; empty when none was filled in. */
export const dayTyped = (values: Record<string, string>, name = 'dated'): string => {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map(
    (part) => values[`${name}-${part}`]?.trim() ?? '',
  )
  return year + month + day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A day in the three boxes of its question. */
export const inBoxes = (day: Temporal.PlainDate | null, name = 'dated'): Record<string, string> =>
  day === null
    ? {}
    : { [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) }

async function one(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await withPapers(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, papers } = outcome.value
  const { ref } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  const isNew = visit.params['paper'] === 'new'
  const paper = papers.find((each) => each.paper === visit.params['paper'])
  if (!isNew && !paper) return { refusal: missing(`${ref} has no such paper.`).refusal }
  const errors = refusal ? fieldErrors(refusal) : {}
  const ask = asking({
    values:
      form?.values
      ?? (paper ? { kind: paper.kind, title: paper.title, author: paper.author ?? '', ...inBoxes(paper.dated) } : {}),
    errors: { ...errors, ...(errors['bytes'] === undefined ? {} : { file: errors['bytes'] }) },
  })
  const heading = isNew ? 'Which paper do you attach?' : 'What is this paper?'
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: papersPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${decision.title}`,
        heading,
        refusal: shownRefusal(refusal),
        hasFiles: isNew,
        fields: fields(ask, isNew),
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: isNew ? 'Attach it' : 'Save',
        cancel: { text: 'Cancel', href: papersPath({ ref }) },
      }),
    },
  }
}

const fields = (ask: Asking, isNew: boolean) => [
  ...(isNew
    ? [
        ask.fileUpload({
          name: 'file',
          label: 'The file',
          hint: `${keptKinds}, up to 64 MB. It is kept as it is and offered for download.`,
        }),
      ]
    : []),
  ask.radios({
    name: 'kind',
    legend: 'What is it to the decision?',
    items: paperKinds.map((value) => ({ value, text: kindWords[value] })),
  }),
  ask.input({ name: 'title', label: 'Title', hint: 'As the public will read it. A title is not withheld by itself.' }),
  ask.input({ name: 'author', label: 'Author (optional)' }),
  ask.dateInput({ name: 'dated', legend: 'Date of the paper (optional)' }),
]

/** Should it come off? */
export const removePaperPage: Page = {
  path: removePaperPath.pattern,
  may: [officer],
  get: (visit) => sure(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', paper } = visit.params
    const outcome = await visit.perform(removePaper, { ref, paper, version: form.values['version'] }, form)
    return outcome.ok ? { redirect: `${papersPath({ ref })}?done=removed` } : sure(visit, form, outcome.refusal)
  },
}

async function sure(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await withPapers(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, papers } = outcome.value
  const paper = papers.find((each) => each.paper === visit.params['paper'])
  if (decision.state !== 'draft' || !paper) return { redirect: papersPath({ ref: decision.ref }) }
  return {
    status: refusal ? 409 : 200,
    view: {
      title: 'Take this paper off?',
      back: papersPath({ ref: decision.ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask: asking(),
        caption: `${decision.ref} · ${decision.title}`,
        heading: 'Take this paper off?',
        refusal: shownRefusal(refusal),
        fields: html`<p class="govuk-body">${kindWords[paper.kind]}: ${paper.title}</p>`,
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Take it off',
        warning: true,
        cancel: { text: 'Keep it', href: papersPath({ ref: decision.ref }) },
      }),
    },
  }
}
