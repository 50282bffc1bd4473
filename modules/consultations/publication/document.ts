import { plainDay } from '#platform/days.ts'
import {
  fact,
  heading,
  list,
  paragraph,
  prose,
  quietly,
  tableOf,
  type Block,
  type Document,
} from '#platform/document/index.ts'
import { traceWords } from '../analysis/pages/analysis.ts'
import { campaignHeads, campaignRows, campaignsSay, together } from '../analysis/pages/tables.ts'
import type { ShownTable } from '../analysis/count.ts'
import { answerKinds } from '../analysis/store.ts'
import type { PublicReport } from './report.ts'

const day = (iso: string) => plainDay(Temporal.PlainDate.from(iso))
const count = (n: number) => n.toLocaleString('en-GB')

/** A report as a document to be printed, from the public report and nothing else. */
export function reportDocument(r: PublicReport, at: { council: string; address: string }): Document {
  return {
    title: r.title,
    author: at.council,
    subject: `Report on consultation ${r.ref}`,
    day: Temporal.PlainDate.from(r.on),
    footer: `${at.council} · ${r.ref}`,
    blocks: [
      paragraph(`${at.council}: report on a consultation`),
      heading(1, r.title),
      fact('Reference', `${r.ref}, edition ${r.n}`),
      fact('Open', `${day(r.opensOn)} to ${day(r.closesOn)}`),
      fact('Published', `${day(r.on)}, by ${r.by}`),
      ...(r.because === null ? [] : [fact('Why there is a new edition', r.because)]),
      ...prose(r.summary),
      heading(2, 'What came in'),
      paragraph(
        `${count(r.total.received)} received = ${count(r.total.analysed)} analysed + ${count(r.total.excluded)} excluded. ${r.total.late === 0 ? 'None came late.' : `${count(r.total.late)} came late.`}`,
      ),
      tableOf(
        ['How it came', 'Received', 'Analysed', 'Excluded'],
        r.channels.map((one) => [one.title, count(one.received), count(one.analysed), count(one.excluded)]),
      ),
      ...(r.reasons.length
        ? [paragraph('Excluded because:'), list(r.reasons.map(({ because, n }) => `${count(n)}: ${because}`))]
        : []),
      ...campaignBlocks(r.tables),
      heading(2, 'What people said, and what we answer'),
      ...r.themes.flatMap((one): Block[] => [
        heading(3, one.title),
        ...prose(one.says),
        ...(one.raised === null ? [] : [paragraph(`Raised by about ${count(one.raised)}.`)]),
        ...(one.answer === null ? [] : [fact(answerKinds[one.answer], one.answerSays)]),
        ...(one.traces.length ? [fact('Written in', one.traces.map(traceWords).join('; '))] : []),
      ]),
      ...(r.tables
        ? [
            heading(2, 'What people chose'),
            quietly(
              `Rounded; small counts, and those from which they could be worked out, are withheld (${r.tables.source}).`,
            ),
            ...together(r.tables.of.tables).flatMap(tableBlocks),
            ...(r.tables.of.about.tables.length
              ? [heading(2, 'Who answered'), ...r.tables.of.about.tables.flatMap(tableBlocks)]
              : []),
          ]
        : []),
      heading(2, 'How it was read'),
      paragraph(
        `People coded what was written; of a hundred responses, ${r.coding.share} were to be coded by two. ${r.coding.kappa === null ? 'Agreement cannot be told.' : `Cohen’s kappa over ${count(r.coding.judgements)} judgements is ${r.coding.kappa}; 1 is full agreement, 0 what chance would bring.`}`,
      ),
      quietly([
        { text: 'This is a copy. What counts is ' },
        { text: `the report on consultation ${r.ref} on the council’s pages`, href: at.address },
        { text: `, with what is done about it: ${at.address}` },
      ]),
    ],
  }
}

function campaignBlocks(tables: PublicReport['tables']): Block[] {
  const shown = tables?.of.campaigns
  if (!tables || !shown) return []
  return [
    heading(3, 'Organised campaigns'),
    paragraph(campaignsSay(shown, tables.of.people)),
    ...(shown.campaigns.length
      ? [
          tableOf([...campaignHeads], campaignRows(shown)),
          quietly(
            `Rounded; small counts, and those from which they could be worked out, are withheld (${tables.source}).`,
          ),
        ]
      : []),
  ]
}

const tableBlocks = ({ title, cells }: ShownTable): Block[] => [
  heading(3, title),
  tableOf(
    ['Answer', 'People'],
    cells.map(({ label, shown }) => [label, shown === null ? 'withheld' : count(shown)]),
  ),
]
