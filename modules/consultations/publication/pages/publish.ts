import { insetText } from '#govuk'
import { html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import { viewAnalysis } from '../../analysis/queries.ts'
import { analysisPath } from '../../analysis/paths.ts'
import { deskForm } from '../../pages/desk-form.ts'
import { deskConsultationPath } from '../../pages/paths.ts'
import type { Answer } from '#platform/use-case.ts'
import { publishReportPath } from '../paths.ts'
import { publishReport } from '../publish-report.ts'

type Seen = Answer<typeof viewAnalysis>

/** What does the report say first? */
export const publishReportPage = deskForm<Seen>({
  path: publishReportPath,
  see: (visit: Visit) => visit.ask(viewAnalysis, { ref: visit.params['ref'] }),
  back: ({ ref }) => deskConsultationPath({ ref }),
  caption: ({ ref, title }) => `${ref} · ${title}`,
  heading: ({ state }) => (state === 'reported' ? 'Publish a new edition of the report' : 'Publish the report'),
  lead: ({ ref, release, themes, stops }) =>
    html`<p class="govuk-body">
        It is written from the records: what came in, ${themes.length} ${themes.length === 1 ? 'theme' : 'themes'} with
        their answers, and the tables that were released.
      </p>
      ${
        release === null
        && insetText({
          text: html`No tables are released yet.
            <a class="govuk-link" href="${`${analysisPath({ ref })}#tables`}">Release them first</a>, or publish
            without.`,
        })
      }${
        stops.reported.length > 0
        && html`<ul class="govuk-list govuk-list--bullet">
          ${stops.reported.map((says) => html`<li>${says}</li>`)}
        </ul>`
      }`,
  fields: (ask, { state }) => [
    ask.textarea({
      name: 'summary',
      label: { text: 'What stands first', classes: 'govuk-label--s' },
      hint: 'What was asked, what people said on the whole, and what comes next. Name nobody.',
      rows: 8,
    }),
    ...(state === 'reported' ? [ask.input({ name: 'because', label: 'Why is there a new edition?' })] : []),
  ],
  button: 'Publish it',
  send: (visit, form, { ref }) =>
    visit.perform(publishReport, { ref, summary: form.values['summary'], because: form.values['because'] }, form),
  done: (_, { ref }) => `${deskConsultationPath({ ref })}?done=published`,
})
