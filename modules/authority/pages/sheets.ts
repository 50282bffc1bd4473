import { asking, button, details, insetText, questionPage, sortableTable, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import type { z } from 'zod'
import type { previewProposed } from '../import/view-changes.ts'
import { proposeSheets, putSheets, removeSheet } from '../import/sheets/give-sheets.ts'
import { sheets as known, type SheetName } from '../import/sheets/sheet.ts'
import { exportSheet, listSheets } from '../import/sheets/view-sheets.ts'
import { importPath, previewImportPath, sheetFilePath, sheetsPath, templateFilePath } from '../paths.ts'
import { administrator } from '../roles.ts'
import { asPanel, shownRefusal, type Wrong } from './typed-input.ts'

/** Which tables change, and from when? */
export const sheetsPage: Page = {
  path: sheetsPath.pattern,
  may: [administrator],
  get: (visit) => show(visit, {}, {}, null),
  async post(visit, form) {
    const files = filesIn(form)
    if (!files.length) return show(visit, form.values, { files: 'Choose at least one file.' }, null)
    const outcome = await visit.perform(proposeSheets, { ...headIn(form.values), files }, form)
    return outcome.ok
      ? { redirect: previewImportPath({ proposal: outcome.value.proposal }) }
      : show(visit, form.values, {}, outcome)
  },
}

/** The files of a form as text. What is no text in UTF-8 is kept too: the preview says how to save it. */
const filesIn = ({ files }: Form): { file: string; text: string }[] =>
  files
    .filter(({ field, bytes }) => field === 'files' && bytes.byteLength > 0)
    .map(({ name, bytes }) => ({ file: name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }))

/** What is typed beside the files. It is kept as it was typed: the day may be mended later. */
function headIn(values: Typed): { inForceFrom: string; title: string } {
  const boxes = (['day', 'month', 'year'] as const).map((part) => (values[`from-${part}`] ?? '').trim())
  return { inForceFrom: boxes.join(' ').trim(), title: (values['title'] ?? '').trim() }
}

const questions = (ask: Asking, title: string | null): Html[] => [
  ask.fileUpload({
    name: 'files',
    label: { text: 'CSV files, one for each table', classes: 'govuk-label--m' },
    hint: 'One or several. Each takes the place of its table in the version that stands; the first row says which table it is.',
    multiple: true,
    attributes: { accept: '.csv,text/csv' },
  }),
  ask.dateInput({ name: 'from', legend: 'From which day is the new version in force?' }),
  ask.input({
    name: 'title',
    label: 'What is it called?',
    hint: title === null ? undefined : `Leave this empty to keep “${title}”.`,
  }),
]

async function show(visit: Visit, values: Typed, wrong: Wrong, outcome: Outcome<unknown> | null): Promise<Reply> {
  const found = await visit.ask(listSheets, {})
  if (!found.ok) return { refusal: found.refusal }
  const shown = shownRefusal(outcome, (path) => (path.startsWith('files') ? 'files' : path))
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const { title, version, sheets } = found.value
  const fields = questions(ask, title)
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: 'Give the next version as spreadsheets',
      back: importPath(),
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: html`${questionPage({
          ask,
          heading: 'Give the next version as spreadsheets',
          lead: html`<p class="govuk-body">
            Download a table below, change it, and give it here. Tables that you do not give stay as they
            are${version === null ? '' : ` in version ${version}`}. You see every problem by file, row and column, and
            everything that would change, before anything is adopted; what you gave is kept meanwhile.
          </p>`,
          refusal: asPanel(shown.refusal),
          fields,
          hidden: visit.formFields(),
          hasFiles: true,
          buttonText: 'Look at it',
          cancel: { text: 'Cancel', href: importPath() },
        })}
        <h2 class="govuk-heading-m">The tables</h2>
        ${sortableTable({
          caption: 'The tables of a constitution',
          hideCaption: true,
          columns: [
            { key: 'table', text: 'Table' },
            { key: 'rows', text: 'Rows', numeric: true },
            { key: 'files', text: 'Download' },
          ],
          rows: sheets.map((one) => [
            html`${one.title}<span class="remit-ref">${one.says}</span>`,
            one.rows ?? '',
            html`${
                one.rows !== null
                && html`<a class="govuk-link" href="${sheetFilePath({ sheet: one.sheet })}"
                    >As it stands<span class="govuk-visually-hidden">: ${one.title}</span></a
                  ><br />`
              }<a class="govuk-link" href="${templateFilePath({ sheet: one.sheet })}"
                >Empty<span class="govuk-visually-hidden">: ${one.title}</span></a
              >`,
          ]),
        })}
        ${sheets.map((one) =>
          details({
            summary: `Columns of ${one.title.toLowerCase()}`,
            text: sortableTable({
              caption: `Columns of ${one.title.toLowerCase()}`,
              hideCaption: true,
              columns: [
                { key: 'column', text: 'Column' },
                { key: 'says', text: 'What goes into it' },
                { key: 'example', text: 'For example' },
              ],
              rows: one.columns.map(({ name, says, example, needed }) => [
                html`${name}${needed && html`<span class="remit-ref">needed</span>`}`,
                says,
                example,
              ]),
            }),
          }),
        )}`,
    },
  }
}

/** One table as it stands, as a file. */
export const sheetFile: Page = {
  path: sheetFilePath.pattern,
  may: [administrator],
  get: (visit) => fileOf(visit, 'no'),
}

/** One table with its first row alone, as a file. */
export const templateFile: Page = {
  path: templateFilePath.pattern,
  may: [administrator],
  get: (visit) => fileOf(visit, 'yes'),
}

async function fileOf(visit: Visit, empty: 'yes' | 'no'): Promise<Reply> {
  const outcome = await visit.ask(exportSheet, { sheet: visit.params['sheet'], empty })
  if (!outcome.ok)
    return { refusal: outcome.refusal.kind === 'invalid' ? { ...outcome.refusal, kind: 'missing' } : outcome.refusal }
  const { file, csv } = outcome.value
  return { file: csv, type: 'text/csv; charset=utf-8', download: `${visit.council.council}-${file}` }
}

type Given = NonNullable<z.output<NonNullable<typeof previewProposed.output>>['sheets']>

/** What a form on the preview does to the spreadsheets that wait; null where it is about something else. */
export async function moveSheets(visit: Visit, form: Form, proposal: string): Promise<Outcome<unknown> | null> {
  const { move, file } = form.values
  if (move === 'remove') return visit.perform(removeSheet, { proposal, file }, form)
  return move === 'put'
    ? visit.perform(putSheets, { proposal, ...headIn(form.values), files: filesIn(form) }, form)
    : null
}

/** The spreadsheets that wait, with a form for each to take it away, and one to add to them. */
export function sheetsThatWait(visit: Visit, { onto, day, title, files }: Given): Html {
  const [dayBox = '', monthBox = '', yearBox = ''] = day.split(' ')
  const ask = asking({ values: { 'from-day': dayBox, 'from-month': monthBox, 'from-year': yearBox, title } })
  const fields = questions(ask, onto === 0 ? null : `the title of version ${onto}`)
  return html`<h2 class="govuk-heading-m">The spreadsheets</h2>
    ${onto > 0 && insetText({ text: `Tables that are not given are those of version ${onto}.` })}
    ${sortableTable({
      caption: 'Spreadsheets that wait',
      hideCaption: true,
      columns: [
        { key: 'file', text: 'File' },
        { key: 'table', text: 'Table' },
        { key: 'rows', text: 'Rows', numeric: true },
        { key: 'away', text: 'Take it away' },
      ],
      rows: files.map((one) => [
        one.file,
        one.sheet === null ? 'Not known' : known[one.sheet satisfies SheetName].title,
        one.rows,
        html`<form method="post" novalidate>
          ${visit.formFields()}<input
            type="hidden"
            name="file"
            value="${one.file}"
          />${button({ text: html`Take away<span class="govuk-visually-hidden"> ${one.file}</span>`, name: 'move', value: 'remove', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
        </form>`,
      ]),
    })}
    ${details({
      summary: 'Add or replace files, change the day or the title',
      text: html`<form method="post" enctype="multipart/form-data" novalidate>
        ${visit.formFields()}${fields}${button({ text: 'Look at it again', name: 'move', value: 'put' })}
      </form>`,
    })}`
}
