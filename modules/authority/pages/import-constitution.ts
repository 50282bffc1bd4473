import { asking, button, errorSummary, facts, findingsList, insetText, questionPage, refusalPanel } from '#govuk'
import { plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import type { Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import type { z } from 'zod'
import { adoptProposed, discardProposed, proposeConstitution } from '../import/import-constitution.ts'
import { listProposed, previewProposed } from '../import/view-changes.ts'
import { constitutionChangesPath, constitutionPath, importPath, previewImportPath, sheetsPath } from '../paths.ts'
import { administrator } from '../roles.ts'
import { changesShown } from './changes-shown.ts'
import { moveSheets, sheetsThatWait } from './sheets.ts'
import { asPanel, shownRefusal, type Wrong } from './typed-input.ts'

/** Which version comes next? */
export const importPage: Page = {
  path: importPath.pattern,
  may: [administrator],
  get: (visit) => show(visit, {}, {}, null),
  async post(visit, form) {
    const file = form.files.find(({ field, bytes }) => field === 'file' && bytes.byteLength > 0)
    const pasted = (form.values['document'] ?? '').trim()
    if (!file && !pasted) return show(visit, form.values, { file: 'Choose a file, or paste its text.' }, null)
    const document = file ? decoded(file.bytes) : pasted
    if (document === null)
      return show(visit, form.values, { file: 'This file is not text in UTF-8. Export it as JSON.' }, null)
    const outcome = await visit.perform(proposeConstitution, { name: file?.name || 'Pasted text', document }, form)
    return outcome.ok
      ? { redirect: previewImportPath({ proposal: outcome.value.proposal }) }
      : show(visit, form.values, {}, outcome)
  },
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

async function show(visit: Visit, values: Typed, wrong: Wrong, outcome: Outcome<unknown> | null): Promise<Reply> {
  const waiting = await visit.ask(listProposed, {})
  if (!waiting.ok) return { refusal: waiting.refusal }
  const shown = shownRefusal(outcome, (path) => path)
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const fields = [
    ask.fileUpload({ name: 'file', label: 'A file', hint: 'JSON, as the constitution’s own format says' }),
    ask.textarea({ name: 'document', label: 'Or paste its text', rows: 8, spellcheck: false }),
  ]
  const { proposals } = waiting.value
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: 'Give the next version of the constitution',
      back: constitutionPath(),
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: html`${questionPage({
        ask,
        heading: 'Give the next version of the constitution',
        lead: html`<p class="govuk-body">
          Posts, who holds them, the scheme of delegation and what the council settles for itself, in one document; or
          <a class="govuk-link" href="${sheetsPath()}">as spreadsheets</a>, table by table. You see every problem and
          everything that would change before it is adopted.
        </p>`,
        refusal: asPanel(shown.refusal),
        fields,
        hidden: visit.formFields(),
        hasFiles: true,
        buttonText: 'Look at it',
        cancel: { text: 'Cancel', href: constitutionPath() },
      })}${
        proposals.length > 0
        && html`<h2 class="govuk-heading-m">Waits to be adopted or discarded</h2>
          <ul class="govuk-list">
            ${proposals.map(
              ({ proposal, name, givenBy, givenOn }) =>
                html`<li>
                  <a class="govuk-link" href="${previewImportPath({ proposal })}">${name}</a>, given by ${givenBy} on
                  ${shortDay(givenOn)}
                </li>`,
            )}
          </ul>`
      }`,
    },
  }
}

type Preview = z.output<NonNullable<typeof previewProposed.output>>

/** What is wrong with it, and what would it change? */
export const previewImportPage: Page = {
  path: previewImportPath.pattern,
  may: [administrator],
  get: (visit) => preview(visit, null),
  async post(visit, form) {
    const proposal = visit.params['proposal'] ?? ''
    const moved = await moveSheets(visit, form, proposal)
    if (moved) return moved.ok ? { redirect: previewImportPath({ proposal }) } : preview(visit, moved)
    if (form.values['move'] === 'discard') {
      const outcome = await visit.perform(discardProposed, { proposal }, form)
      return outcome.ok ? { redirect: importPath() } : preview(visit, outcome)
    }
    const outcome = await visit.perform(adoptProposed, { proposal, onto: form.values['onto'] }, form)
    return outcome.ok
      ? { redirect: `${constitutionChangesPath()}?to=${outcome.value.version}` }
      : preview(visit, outcome)
  },
}

async function preview(visit: Visit, outcome: Outcome<unknown> | null): Promise<Reply> {
  const proposal = visit.params['proposal'] ?? ''
  const found = await visit.ask(previewProposed, { proposal })
  if (!found.ok) return { refusal: found.refusal }
  const answer = found.value
  const refusal = outcome && !outcome.ok ? outcome.refusal : null
  return {
    status: outcome ? 422 : 200,
    view: {
      title: `Before it is adopted: ${answer.name}`,
      back: importPath(),
      hasErrors: refusal !== null,
      body: html`${refusal && refusalPanel(refusal)}
        <span class="govuk-caption-l">${answer.name}, given by ${answer.givenBy}</span>
        <h1 class="govuk-heading-l">Before it is adopted</h1>
        ${body(visit, answer)}`,
    },
  }
}

function body(visit: Visit, { state, version, stops, looks, read, sheets }: Preview): Html {
  if (state !== 'waiting')
    return insetText({ text: state === 'adopted' ? `It was adopted as version ${version}.` : 'It was discarded.' })
  return html`${stops.length > 0 && errorSummary({ title: stops.length === 1 ? 'One thing has to be mended' : `${stops.length} things have to be mended`, errorList: stops.map(({ place, says }) => ({ text: `${place}: ${says}` })) })}
    ${sheets && sheetsThatWait(visit, sheets)}
    ${
      read
      && html`${facts({
          rows: [
            { key: 'Title', value: read.title },
            { key: 'In force from', value: plainDay(read.inForceFrom) },
            {
              key: 'Comes after',
              value: read.replaces === null ? 'No version: it is the first' : `Version ${read.replaces}`,
            },
            {
              key: 'It holds',
              value: `${read.posts} posts, ${read.holders} holders, ${read.entries} entries of the scheme, ${read.settings} settings`,
            },
          ],
        })}
        <h2 class="govuk-heading-m">What it would change</h2>
        ${changesShown(read.changes)}`
    }
    ${
      looks.length > 0
      && html`<h2 class="govuk-heading-m">Worth a second look</h2>
        ${findingsList(looks.map(({ place, says }) => ({ weight: 'warning' as const, says: `${place}: ${says}` })))}`
    }
    <form method="post" novalidate>
      ${visit.formFields()}${sheets && html`<input type="hidden" name="onto" value="${String(sheets.onto)}" />`}
      <div class="govuk-button-group">
        ${read && stops.length === 0 && button({ text: 'Adopt it', name: 'move', value: 'adopt', preventDoubleClick: true })}${button(
          { text: 'Discard it', name: 'move', value: 'discard', classes: 'govuk-button--secondary' },
        )}
      </div>
    </form>`
}
