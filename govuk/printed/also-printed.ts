import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import { heading, paragraph, quietly, type Block, type Document, type Form } from '#platform/document/index.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, View, Visit } from '#platform/page.ts'
import { asPublic } from '#platform/web/as-public.ts'
import { printedBlocks } from './blocks.ts'

export type PrintedAs = {
  /** What sort of document it is, in a word or two: "Notice". */
  sort: string
  /** What stands at the foot of each page and names the file: the reference, or what the page is called. */
  name(visit: Visit): string
  /** All of it, where the page shows a part at a time. */
  whole?(visit: Visit): Promise<Reply>
}

/**
 * A page that is open to everybody, followed by the same as a PDF and as a Word document at its own address with ".pdf" and ".docx" behind
 * it. They are made from what the page shows to somebody unknown, whoever asks: so they say what the page says, and what is withheld there
 * is withheld here.
 */
export function alsoPrinted(page: Page, as: PrintedAs): Page[] {
  const shown: Page = {
    ...page,
    get: async (visit) => {
      const reply = await page.get(visit)
      return 'view' in reply && (reply.status ?? 200) === 200
        ? { ...reply, view: { ...reply.view, body: html`${reply.view.body}${ways(visit)}` } }
        : reply
    },
  }
  return [shown, printedPage(page, as, 'pdf'), printedPage(page, as, 'docx')]
}

// A place in a list and what was just done say nothing of the record itself.
const chosenIn = ({ query: { after: _, before: __, done: ___, ...rest } }: Visit) => rest

const ways = (visit: Visit): Html =>
  html`<p class="govuk-body govuk-!-display-none-print">
    To keep or to print:
    <a class="govuk-link" href="${withQuery(`${visit.path}.pdf`, chosenIn(visit))}">this as a PDF</a> or
    <a class="govuk-link" href="${withQuery(`${visit.path}.docx`, chosenIn(visit))}">as a Word document</a>
  </p>`

const printedPage = (page: Page, { sort, name, whole }: PrintedAs, form: Form): Page => ({
  path: `${page.path}.${form}`,
  may: page.may,
  ...(page.counts?.get ? { counts: { get: page.counts.get } } : {}),
  ...(page.remembered ? { remembered: true } : {}),
  get: async (visit) => {
    const unknown = asPublic({ ...visit, query: chosenIn(visit), path: visit.path.replace(/\.(?:pdf|docx)$/u, '') })
    const reply = await (whole ?? page.get.bind(page))(unknown)
    if (!('view' in reply) || (reply.status ?? 200) !== 200) return reply
    const called = name(unknown)
    return { document: documentOf(reply.view, unknown, sort, called), as: form, download: fileName(called) }
  },
})

const fileName = (called: string): string => called.replaceAll(' ', '-')

function documentOf({ title, body }: View, visit: Visit, sort: string, called: string): Document {
  const address = `${visit.origin}${withQuery(visit.path, visit.query)}`
  const blocks = printedBlocks(body, visit.origin)
  return {
    title,
    author: visit.council.name,
    subject: sort === called ? sort : `${sort} ${called}`,
    day: visit.today,
    footer: `${visit.council.name} · ${called}`,
    blocks: [
      paragraph(`${visit.council.name} · ${captionOf(blocks) ?? sort}`),
      ...(blocks.some(isFirstHeading) ? [] : [heading(1, title)]),
      ...(captionOf(blocks) === null ? blocks : blocks.slice(1)),
      quietly([
        { text: `This is a copy, as it stood on ${plainDay(visit.today)}. What counts is ` },
        { text: `${called} on the council’s pages`, href: address },
        { text: `: ${address}` },
      ]),
    ],
  }
}

/** What the page says above its heading: "Notice of a key decision · N-2026-0001". */
function captionOf([first, second]: readonly Block[]): string | null {
  if (first?.kind !== 'paragraph' || second === undefined || !isFirstHeading(second)) return null
  return first.runs.map(({ text }) => text).join('')
}

const isFirstHeading = (block: Block): boolean => block.kind === 'heading' && block.level === 1
