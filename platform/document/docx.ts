import {
  AlignmentType,
  BorderStyle,
  Document as WordDocument,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { columnWidths, type Measured } from './columns.ts'
import { isFromRight, sidesOf } from './direction.ts'
import { languageOf, tidy } from './letters.ts'
import { levelled, type Block, type Document, type Run } from './tree.ts'

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const font = 'Arial'
const bullets = 'bullets'

/**
 * A document as DOCX: headings are headings, lists are lists, the language is British English, and the first row of a table is
 * repeated and read out as its head. What is written from the right is marked so, and stands on the right. The labels of lists are
 * text, as they stand in the record: "(iv)" is never counted anew by Word.
 */
export async function docxOf(document: Document): Promise<Uint8Array> {
  const lang = { value: document.lang ?? 'en-GB' }
  const bytes = await Packer.toBuffer(
    new WordDocument({
      title: document.title,
      creator: document.author,
      subject: document.subject,
      lastModifiedBy: document.author,
      styles: {
        default: {
          document: {
            run: { font, size: 22, language: lang },
            paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
          },
          heading1: {
            run: { font, size: 36, bold: true, color: '0B0C0C' },
            paragraph: { spacing: { before: 120, after: 160 }, keepNext: true },
          },
          heading2: {
            run: { font, size: 27, bold: true, color: '0B0C0C' },
            paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
          },
          heading3: {
            run: { font, size: 23, bold: true, color: '0B0C0C' },
            paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
          },
        },
      },
      numbering: {
        config: [
          {
            reference: bullets,
            levels: [
              {
                level: 0,
                format: LevelFormat.BULLET,
                text: '•',
                alignment: AlignmentType.START,
                style: { paragraph: { indent: { left: 480, hanging: 480 } } },
              },
            ],
          },
        ],
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11_906, height: 16_838 },
              margin: { top: 1240, right: 1240, bottom: 1240, left: 1240 },
            },
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.START,
                  children: [
                    new TextRun({
                      size: 17,
                      color: '505A5F',
                      children: [`${document.footer} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                    }),
                  ],
                }),
              ],
            }),
          },
          children: levelled(document.blocks).flatMap((block, at, all) =>
            blockOf(block, all[at - 1], at === all.length - 1),
          ),
        },
      ],
    }),
  )
  return new Uint8Array(bytes)
}

function blockOf(block: Block, before: Block | undefined, isLast: boolean): (Paragraph | Table)[] {
  // After a table room is needed, which an empty paragraph would give too, and would be read out.
  const spacing = before?.kind === 'table' ? { spacing: { before: 200, after: 120 } } : {}
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level],
          ...sideOf([{ text: block.text }]),
          children: runsOf({ text: block.text }),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          ...spacing,
          ...sideOf(block.runs),
          // "Excluded because:" stays with what it announces.
          keepNext: !isLast && (block.runs.at(-1)?.text.trimEnd().endsWith(':') ?? false),
          children: block.runs.flatMap((run) => childOf(run, block.quiet)),
        }),
      ]
    case 'list': {
      // Room for the longest label, so that all begin under one another.
      const indent = Math.max(480, ...block.items.map(({ label }) => (label?.length ?? 0) * 115 + 160))
      return block.items.map(({ label, runs }, at) => {
        const children = runs.flatMap((run) => childOf(run))
        const common = { ...(at === 0 ? spacing : {}), ...sideOf(runs) }
        return label === null
          ? new Paragraph({ ...common, numbering: { reference: bullets, level: 0 }, children })
          : new Paragraph({
              ...common,
              style: 'ListParagraph',
              indent: { left: indent, hanging: indent },
              tabStops: [{ type: TabStopType.LEFT, position: indent }],
              children: [new TextRun({ children: [label, new Tab()] }), ...children],
            })
      })
    }
    case 'table': {
      const widths = columnWidths(
        [block.head, ...block.rows].map((row) => block.head.map((_, at) => measured(row[at] ?? ''))),
        wide,
        12,
      ).map((points) => Math.round(points * 20))
      return [
        // Word wants a paragraph between two tables, and after the last.
        ...(before?.kind === 'table' ? [new Paragraph({ children: [] })] : []),
        new Table({
          width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
          columnWidths: widths,
          tableLook: { firstRow: true, firstColumn: block.names === true, noHBand: true, noVBand: true },
          rows: [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: block.head.map((text, column) => cellOf(text, true, widths[column])),
            }),
            // A row that a page can hold stays whole.
            ...block.rows.map(
              (row) =>
                new TableRow({
                  cantSplit: row.every((text) => text.length < 1200),
                  children: block.head.map((_, column) => cellOf(row[column] ?? '', false, widths[column])),
                }),
            ),
          ],
        }),
        ...(isLast ? [new Paragraph({ children: [] })] : []),
      ]
    }
  }
}

// A page less its margins, in points; letters as broad as they are in the middle.
const wide = (11_906 - 2 * 1240) / 20
const letter = 6
function measured(text: string): Measured {
  const lengths = tidy(text)
    .split('\n')
    .map((line) => line.length * letter)
  const widest = Math.max(0, ...text.split(/\s+/u).map((word) => word.length * letter * 1.1))
  return { widest, natural: Math.max(...lengths), lengths }
}

const edge = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const cellOf = (text: string, isHead: boolean, width = 0): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { top: edge, bottom: edge, left: none, right: none },
    margins: { top: 60, bottom: 60, right: 100 },
    children: [
      new Paragraph({
        spacing: { after: 0 },
        ...sideOf([{ text }]),
        children: runsOf(isHead ? { text, manner: 'strong' } : { text }),
      }),
    ],
  })

const sideOf = (runs: readonly Run[]): { bidirectional?: true } =>
  isFromRight(runs.map(({ text }) => text).join('')) ? { bidirectional: true } : {}

const childOf = (run: Run, quiet = false): (TextRun | ExternalHyperlink)[] =>
  run.href === undefined
    ? runsOf(run, quiet)
    : [new ExternalHyperlink({ link: run.href, children: runsOf(run, quiet) })]

/** A run, parted where its direction changes. */
const runsOf = ({ text, manner, href, lang }: Run, quiet = false): TextRun[] =>
  [...sidesOf(tidy(text))].flatMap(({ text: part, right }) => {
    const language = lang ?? languageOf(part, text)
    return part.split('\n').map(
      (one, at) =>
        new TextRun({
          text: one,
          // A new line within a text is one here too.
          ...(at === 0 ? {} : { break: 1 }),
          // Said where it is so: "not bold" would undo what the style of a heading says.
          ...(manner === 'strong' ? { bold: true } : {}),
          ...(manner === 'struck' ? { strike: true } : {}),
          ...(right ? { rightToLeft: true } : {}),
          ...(language === null ? {} : { language: languageFor(language, right) }),
          ...(quiet ? { size: 19, color: '505A5F' } : {}),
          ...(manner === 'put-in' ? { underline: {} } : {}),
          ...(href === undefined ? {} : { style: 'Hyperlink' }),
        }),
    )
  })

// Word keeps a language for each of three sorts of letters.
const languageFor = (language: string, right: boolean) =>
  right
    ? { bidirectional: language }
    : { [/^(?:zh|ja)/u.test(language) ? 'eastAsia' : 'value']: wordLanguage(language) }

const wordLanguage = (language: string): string =>
  ({ 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', zh: 'zh-CN', ja: 'ja-JP' })[language] ?? language
