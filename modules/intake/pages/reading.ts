import { officer, staff } from '#authority'
import { button, findingsList, insetText, notificationBanner, panes, warningText } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { viewDocument, viewReading } from '../queries.ts'
import { correctionsShown } from './corrections-shown.ts'
import { documentFacts, documentView } from './document.ts'
import { markedText } from './marked-text.ts'
import { draftFromPath, readingJsonPath, readingPath, readingsPath, readPath } from './paths.ts'
import { shownReading } from './shown-reading.ts'

/** What does this record say? The source on one side, what was read on the other, each value beside its words. */
export const readingPage: Page = {
  path: readingPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const id = visit.params['id']
    const outcome = await visit.ask(viewReading, { reading: id })
    if (outcome.ok)
      return {
        view: {
          title: outcome.value.reading.title?.value ?? outcome.value.document.name,
          wide: true,
          back: backOf(visit),
          body: body(visit, outcome.value),
        },
      }
    const document = await visit.ask(viewDocument, { document: id, from: visit.query['from'] })
    return document.ok ? documentReply(visit, document.value) : { refusal: document.refusal }
  },
}

type Seen = Extract<Awaited<ReturnType<typeof viewReading.run>>, { ok: true }>['value']
type SeenDocument = Extract<Awaited<ReturnType<typeof viewDocument.run>>, { ok: true }>['value']

const backOf = ({ actor }: Visit): string =>
  actor.roles.some((role) => (staff as readonly string[]).includes(role)) ? readingsPath() : readPath()

function documentReply(visit: Visit, seen: SeenDocument): Reply {
  const [only] = seen.readings
  if (seen.count === 1 && only) return { redirect: readingPath({ id: only.reading }) }
  return { view: { ...documentView(seen), back: backOf(visit) } }
}

function body(visit: Visit, { id, reading, standing, document, corrections, records, place }: Seen): Html {
  const { marks, what, found } = shownReading({ id, standing, corrections })
  const count = reading.findings.length
  return html`${bannerOf(visit.query['done'])}
    <span class="govuk-caption-l"
      >${document.name}${records > 1 && html`, record ${place + 1} of <a class="govuk-link" href="${readingPath({ id: document.document })}">${records}</a>`}</span
    >
    <h1 class="govuk-heading-l">${reading.title?.value ?? 'No title was found'}</h1>
    <p class="govuk-body">
      ${count === 0 ? 'Nothing in it calls for a second look.' : html`<a class="govuk-link" href="#found">${count} ${count === 1 ? 'finding' : 'findings'}</a>`}
      · <a class="govuk-link" href="#read">What was read</a> ·
      <a class="govuk-link" href="#corrections">Corrections</a> ·
      <a class="govuk-link" href="${readingJsonPath({ id })}">Download JSON</a>
    </p>
    ${visit.actor.roles.includes(officer) && button({ text: 'Draft a decision from this', href: draftFromPath({ id }) })}
    ${document.notes.map((note) => insetText({ text: note }))}
    ${panes({
      left: html`<h2 class="govuk-heading-m">The document</h2>
        <div class="remit-source">${markedText(reading.text, marks)}</div>`,
      leftLabel: 'The document',
      right: html`<h2 class="govuk-heading-m" id="read">What was read</h2>
        ${what}
        <h2 class="govuk-heading-m" id="found">What was found</h2>
        ${findingsList(found, 'The rules have nothing to say about this record.')}`,
      rightLabel: 'What was read',
    })}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${correctionsShown(id, corrections)}${documentFacts(document, id)}
        ${document.givenBy !== null && warningText({ text: 'This reading is for people who have signed in.' })}
      </div>
    </div>`
}

function bannerOf(done: string | undefined): Html | null {
  const words =
    done === 'corrected'
      ? 'The correction was kept. What was found was worked out again.'
      : done === 'undone'
        ? 'The correction was undone. It stays in the list.'
        : null
  return words === null ? null : notificationBanner({ type: 'success', text: words })
}
