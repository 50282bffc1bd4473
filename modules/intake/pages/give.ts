import { createHash } from 'node:crypto'
import { asking, button, details, errorSummary, findingsList } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { isUuid } from '#platform/input.ts'
import type { Form, GivenFile, Page, Reply, Visit } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { keepDocument } from '../keep-document.ts'
import { viewDocument } from '../queries.ts'
import { readInRoom } from '../reading-room/room.ts'
import { readPath, readingPath } from './paths.ts'

/** Which record should be read? */
export const givePage: Page = {
  path: readPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const kept = (visit.query['kept'] ?? '').split('~').filter(isUuid).slice(0, mostKept)
    return kept.length > 0 ? severalKept(visit, kept) : show(visit, null, {})
  },
  post: async (visit, form) => {
    const files = givenFiles(form)
    if (files.length === 0) return show(visit, form, { file: 'Choose a file, or paste the text of a record below.' })
    const kept: string[] = []
    let only: { readings: { reading: string }[] } | null = null
    for (const [at, file] of files.entries()) {
      // Read before the transaction begins; see readInRoom.
      await readInRoom(file.bytes, file.name)
      const outcome = await visit.perform(
        keepDocument,
        { name: file.name, mediaType: file.mediaType, bytes: file.bytes },
        { ...form, once: onceFor(form, at) },
      )
      if (!outcome.ok)
        return outcome.refusal.kind === 'invalid'
          ? show(visit, form, { file: outcome.refusal.because.join(' ') })
          : { refusal: outcome.refusal }
      kept.push(outcome.value.document)
      only = outcome.value
    }
    const [first = ''] = kept
    if (kept.length > 1) return { redirect: `${readPath()}?kept=${kept.join('~')}` }
    const [reading, second] = only?.readings ?? []
    return { redirect: readingPath({ id: reading && !second ? reading.reading : first }) }
  },
}

const mostKept = 21

/** The files, and the pasted text as one more. */
function givenFiles({ files, values }: Form): GivenFile[] {
  const pasted = (values['text'] ?? '').trim()
  const typed: GivenFile[] =
    pasted === ''
      ? []
      : [
          {
            field: 'text',
            name: 'Pasted text',
            mediaType: 'text/plain',
            bytes: new TextEncoder().encode(values['text']),
          },
        ]
  return [...files.filter(({ field }) => field === 'file'), ...typed]
}

/** One form brings several documents, and each is kept once: the form's key, made the document's own. */
function onceFor({ once }: Form, at: number): string | undefined {
  if (once === undefined) return undefined
  const digest = createHash('sha256').update(`${once}:${at}`).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

function show(visit: Visit, form: Form | null, errors: Record<string, string>): Reply {
  const ask = asking({ values: form?.values ?? {}, errors })
  const file = ask.fileUpload({
    name: 'file',
    multiple: true,
    label: { text: 'Choose one or more files', classes: 'govuk-label--m' },
    javascript: true,
    hint: 'PDF, Word (DOCX), a web page or plain text; up to 20 files of up to 64 MB each',
    attributes: { accept: '.pdf,.docx,.html,.htm,.txt,.md,application/pdf,text/html,text/plain' },
  })
  const pasted = ask.textarea({
    name: 'text',
    label: { text: 'Or paste the text of a record', classes: 'govuk-label--m' },
    rows: 8,
    spellcheck: false,
  })
  const wrong = ask.errorList()
  return {
    status: wrong.length > 0 ? 422 : 200,
    view: {
      title: 'Read a decision record',
      hasErrors: wrong.length > 0,
      body: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          ${wrong.length > 0 && errorSummary({ errorList: wrong })}
          <h1 class="govuk-heading-l">Read a decision record</h1>
          <p class="govuk-body-l">
            Give a record of any English council’s decision. You will see who decided what, when it takes effect, what
            it gives to whom, and what in it does not add up.
          </p>
          <form method="post" action="${readPath()}" enctype="multipart/form-data" novalidate>
            ${visit.formFields()}${file}${pasted}${button({ text: 'Read it', preventDoubleClick: true })}
          </form>
          ${details({
            summary: 'What happens to what you give',
            text: html`<ul class="govuk-list govuk-list--bullet">
              <li>
                The file is kept exactly as you gave it, with its digest (SHA-256), so that what was read can be checked
                against it.
              </li>
              <li>
                What was read gets an address of its own, which nobody can guess.
                ${
                  visit.actor.account === null
                    ? 'Whoever has the address can see it and correct it; officers of the council see it in their list.'
                    : 'It is for people who have signed in.'
                }
              </li>
              <li>
                Every value is shown beside the words it came from. What the text does not say stays empty; nothing is
                made up.
              </li>
            </ul>`,
          })}
        </div>
      </div>`,
    },
  }
}

async function severalKept(visit: Visit, ids: readonly string[]): Promise<Reply> {
  const lines: Html[] = []
  for (const id of ids) {
    const outcome = await visit.ask(viewDocument, { document: id })
    if (outcome.ok) lines.push(keptLine(outcome.value))
  }
  if (lines.length === 0) return { redirect: readPath() }
  return {
    view: {
      title: `${lines.length} documents were read`,
      back: readPath(),
      body: html`<h1 class="govuk-heading-l">
          ${lines.length} ${lines.length === 1 ? 'document was' : 'documents were'} read
        </h1>
        <ul class="govuk-list govuk-list--spaced">
          ${lines}
        </ul>
        <p class="govuk-body"><a class="govuk-link" href="${readPath()}">Read another</a></p>`,
    },
  }
}

function keptLine({
  document: { document, name, refused },
  readings,
  count,
}: {
  document: { document: string; name: string; refused: string | null }
  readings: readonly { reading: string; title: string | null }[]
  count: number
}): Html {
  if (refused !== null)
    return html`<li>
      <a class="govuk-link" href="${readingPath({ id: document })}">${name}</a
      >${findingsList([{ weight: 'error', says: refused }])}
    </li>`
  const [first] = readings
  const id = count === 1 && first ? first.reading : document
  return html`<li>
    <a class="govuk-link" href="${readingPath({ id })}">${name}</a
    ><br />${count === 1 ? (first?.title ?? 'No title was found') : `${count} records`}
  </li>`
}
