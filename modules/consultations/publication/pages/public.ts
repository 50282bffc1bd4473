import { barChart, facts, scrollRegion, statusTag, table } from '#govuk'
import { csvRecord, type CsvCell } from '#platform/csv.ts'
import { longDay } from '#platform/days.ts'
import type { Form } from '#platform/document/index.ts'
import { html, type Html } from '#platform/html.ts'
import { toJson } from '#platform/json.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { threadPath } from '#platform/thread.ts'
import { anyone } from '#platform/use-case.ts'
import { aloneWords, campaignHeads, releasedCampaigns, releasedTables } from '../../analysis/pages/tables.ts'
import { answerKinds, type AnswerKind } from '../../analysis/store.ts'
import { consultationPath } from '../../pages/paths.ts'
import { prose } from '../../pages/words.ts'
import { wordsPath } from '../../words/paths.ts'
import { reportDocument } from '../document.ts'
import { answersCsvPath, answersJsonPath, reportDocxPath, reportPath, reportPdfPath, youSaidPath } from '../paths.ts'
import { viewReport } from '../publish-report.ts'
import type { PublicReport } from '../report.ts'

const count = (n: number) => n.toLocaleString('en-GB')
const long = (iso: string) => longDay(Temporal.PlainDate.from(iso))

const withReport = (
  path: { pattern: string },
  show: (report: PublicReport, visit: Visit) => Reply | Promise<Reply>,
): Page => ({
  path: path.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await visit.ask(viewReport, { ref: visit.params['ref'] })
    return outcome.ok ? show(outcome.value.report, visit) : { refusal: outcome.refusal }
  },
})

/** Where an answer is written: a decision leads to its thread. */
const written = ({ traces }: PublicReport['themes'][number]): Html | false =>
  traces.length > 0
  && html`<p class="govuk-body-s remit-quiet">
    Written in
    ${traces.map(
      ({ kind, ref, label }, at) =>
        html`${at > 0 && '; '}${kind === 'decision' ? html`<a class="govuk-link" href="${threadPath({ ref })}">${ref}</a>, clause (${label})` : `${ref}, clause ${label}`}`,
    )}
  </p>`

const answered = (one: PublicReport['themes'][number]): Html | false =>
  one.answer !== null
  && html`<p class="govuk-body">
      <strong>${answerKinds[one.answer]}${one.answer === 'we-will-not' ? ', because' : ''}:</strong>
    </p>
    ${prose(one.answerSays)}${written(one)}`

/** What came in, what did people say, and what does the council answer? */
export const reportPage: Page = {
  ...withReport(reportPath, (r) => ({
    view: {
      title: `Report: ${r.title}`,
      back: consultationPath(r),
      body: html`<span class="govuk-caption-l">${r.ref} · Report, edition ${r.n}</span>
        <h1 class="govuk-heading-l">${r.title}</h1>
        <p class="govuk-body">
          Open from ${long(r.opensOn)} to ${long(r.closesOn)}. Published on ${long(r.on)} by
          ${r.by}.${r.because !== null && ` This edition was made because: ${r.because}`}
        </p>
        ${otherForms(r)}${prose(r.summary)}
        <h2 class="govuk-heading-m" id="received">What came in</h2>
        <p class="govuk-body">
          <strong
            >${count(r.total.received)} received = ${count(r.total.analysed)} analysed + ${count(r.total.excluded)}
            excluded.</strong
          >
          ${r.total.late === 0 ? 'None came late.' : `${count(r.total.late)} came late and ${r.total.late === 1 ? 'is' : 'are'} counted with the rest unless excluded.`}
        </p>
        ${r.channels.length > 0 && barChart({ id: 'channels', title: 'How people answered', of: 'Channel', amount: 'Responses', bars: r.channels.map((one) => ({ label: one.title, value: one.received, shown: count(one.received) })) })}
        ${
          r.reasons.length > 0
          && scrollRegion(
            'Excluded, and why',
            table({
              caption: 'Excluded, and why',
              captionClasses: 'govuk-table__caption--s',
              head: [{ text: 'Reason' }, { text: 'Responses', format: 'numeric' }],
              rows: r.reasons.map(({ because, n }) => [{ text: because }, { text: count(n), format: 'numeric' }]),
            }),
            'narrow',
          )
        }
        ${
          r.tables?.of.campaigns
          && html`<h3 class="govuk-heading-s" id="campaigns">Organised campaigns</h3>
            ${releasedCampaigns(r.tables.of.campaigns, r.tables.of.people)}
            ${r.tables.of.campaigns.campaigns.length > 0 && html`<p class="govuk-body-s remit-quiet">Rounded; small counts, and those from which they could be worked out, are withheld (${r.tables.source}).</p>`}`
        }
        <h2 class="govuk-heading-m" id="themes">What people said, and what we answer</h2>
        ${r.themes.length === 0 && html`<p class="govuk-body">Nobody wrote anything that made a theme.</p>`}${r.themes.map(
          (one) =>
            html`<h3 class="govuk-heading-s">${one.title}</h3>
              ${prose(one.says)}${one.raised !== null && html`<p class="govuk-body-s remit-quiet">Raised by about ${count(one.raised)}</p>`}${answered(one)}`,
        )}
        ${
          r.tables
          && html`<h2 class="govuk-heading-m" id="tables">What people chose</h2>
            ${releasedTables(r.tables.of, r.tables.source)}`
        }
        <h2 class="govuk-heading-m" id="reading">How it was read</h2>
        ${facts({
          rows: [
            { key: 'To be coded by two people', value: `${r.coding.share} of a hundred responses` },
            {
              key: 'Agreement (Cohen’s kappa)',
              value:
                r.coding.kappa === null
                  ? 'Cannot be told: too little was coded by two people'
                  : `${r.coding.kappa} over ${count(r.coding.judgements)} judgements; 1 is full agreement, 0 what chance would bring`,
            },
          ],
        })} `,
    },
  })),
  remembered: true,
}

const otherForms = (r: PublicReport): Html =>
  html`<p class="govuk-body">
    <a class="govuk-link" href="${youSaidPath(r)}">You said, we did</a> ·
    <a class="govuk-link" href="${wordsPath(r)}">What people wrote</a> ·
    <a class="govuk-link" href="${reportPdfPath(r)}">This report as a PDF</a> ·
    <a class="govuk-link" href="${reportDocxPath(r)}">This report as a Word document</a
    >${r.tables && html` · Open data: <a class="govuk-link" href="${answersCsvPath(r)}">CSV</a>, <a class="govuk-link" href="${answersJsonPath(r)}">JSON</a>`}
  </p>`

const kinds: { answer: AnswerKind; title: string }[] = [
  { answer: 'we-will', title: 'You said, and we will' },
  { answer: 'already-so', title: 'You said, and it is so already' },
  { answer: 'we-will-not', title: 'You said, and we will not, because' },
]

/** What changed because of what people said, and what did not? */
export const youSaidPage: Page = {
  ...withReport(youSaidPath, (r) => ({
    view: {
      title: `You said, we did, we did not because: ${r.title}`,
      back: reportPath(r),
      body: html`<span class="govuk-caption-l">${r.ref} · ${r.title}</span>
        <h1 class="govuk-heading-l">You said, we did, we did not because</h1>
        <p class="govuk-body">
          ${count(r.total.analysed)} responses raised ${r.themes.length} ${r.themes.length === 1 ? 'theme' : 'themes'}.
          To each the council answers.
        </p>
        ${kinds.map(({ answer, title }) => {
          const of = r.themes.filter((one) => one.answer === answer)
          return (
            of.length > 0
            && html`<h2 class="govuk-heading-m">
                ${title} ${statusTag(String(of.length), answer === 'we-will-not' ? 'waiting' : 'good')}
              </h2>
              ${of.map((one) =>
                facts({
                  title: one.title,
                  rows: [
                    { key: 'You said', value: one.says },
                    { key: answerKinds[answer], value: html`${prose(one.answerSays)}${written(one)}` },
                  ],
                }),
              )}`
          )
        })}`,
    },
  })),
  remembered: true,
}

const printedAt = (path: { pattern: string }, as: Form): Page => ({
  ...withReport(path, (r, visit) => ({
    document: reportDocument(r, { council: visit.council.name, address: `${visit.origin}${reportPath(r)}` }),
    as,
    download: `${r.ref}-report`,
  })),
  remembered: true,
})

/** The report as a PDF, and as a Word document. */
export const reportPdfPage = printedAt(reportPdfPath, 'pdf')
export const reportDocxPage = printedAt(reportDocxPath, 'docx')

const tablesOf = ({ tables }: PublicReport) => (tables ? [...tables.of.tables, ...tables.of.about.tables] : [])

/** With which campaigns people wrote, as lines of the same spreadsheet. */
function campaignLines({ ref, tables }: PublicReport): CsvCell[][] {
  const shown = tables?.of.campaigns
  if (!shown || shown.campaigns.length === 0) return []
  const line = (key: string, asked: string, answer: string, n: number | null): CsvCell[] => [
    ref,
    'campaigns',
    key,
    asked,
    answer,
    n,
    n === null ? 'withheld' : 'rounded',
  ]
  const [asked, , same, own] = campaignHeads
  return [
    line('campaigns', asked, aloneWords, shown.alone),
    ...shown.campaigns.flatMap((one) => [
      line('campaigns', asked, one.name, one.shown),
      ...(one.told ? [line(one.key, one.name, same, one.same), line(one.key, one.name, own, one.own)] : []),
    ]),
  ]
}

/** The tables as they were released, for a spreadsheet: a withheld count is empty and said to be withheld. */
export const answersCsvPage = withReport(answersCsvPath, (r) => {
  const lines: CsvCell[][] = tablesOf(r).flatMap(({ of, key, title, cells }) =>
    cells.map(({ label, shown }) => [
      r.ref,
      of === 'people' ? 'who answered' : 'answers',
      key,
      title,
      label,
      shown,
      shown === null ? 'withheld' : 'rounded',
    ]),
  )
  return {
    file: `\uFEFF${[['consultation', 'part', 'question', 'asked', 'answer', 'people', 'note'], ...lines, ...campaignLines(r)].map((cells) => csvRecord(cells)).join('')}`,
    type: 'text/csv; charset=utf-8',
    download: `${r.ref}.csv`,
  }
})

/** The report as data. It holds what the page holds, and nothing about anybody. */
export const answersJsonPage = withReport(answersJsonPath, (r) => ({
  file: toJson(r),
  type: 'application/json; charset=utf-8',
  download: `${r.ref}.json`,
}))
