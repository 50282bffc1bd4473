import { attrs, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { details } from '../components/details.ts'
import { table, type TableCell } from '../components/table.ts'
import { scrollRegion } from '../patterns/scroll-region.ts'

export type ChartTable = { head: readonly TableCell[]; rows: readonly (readonly TableCell[])[] }

export type FigureOptions = {
  /** What the drawing is called, above it and for a screen reader. */
  title: string
  /** Keeps the title from sight, where a heading says the same. */
  hideTitle?: boolean | undefined
  drawing: Content
  /** The same as a table, for whoever would rather read it. */
  table?: ChartTable | undefined
}

/** A drawing with its title and its table. */
export const figure = (options: FigureOptions): Html =>
  html`<figure class="remit-chart">${
    options.hideTitle !== true
    && html`<figcaption class="govuk-heading-s remit-chart__title">${options.title}</figcaption>`
  }${options.drawing}${
    options.table
    && details({
      summary: html`Show as a table<span class="govuk-visually-hidden">: ${options.title}</span>`,
      text: scrollRegion(
        `${options.title}, as a table`,
        table({
          caption: options.title,
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: options.table.head,
          rows: options.table.rows,
        }),
        'narrow',
      ),
    })
  }</figure>`

/**
 * An image drawn on the server. It has no `viewBox`: lengths across are percentages, so that it fills its place while
 * words and heights keep their size on a phone.
 */
export const drawing = (
  { id, title, says, height }: { id: string; title: string; says: string; height: number },
  content: Content,
): Html =>
  html`<svg${attrs({
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    width: '100%',
    height,
    focusable: 'false',
    xmlns: 'http://www.w3.org/2000/svg',
  })}><title id="${id}-title">${title}</title><desc id="${id}-desc">${says}</desc>${content}</svg>`

/** A share of a whole as a percentage with two decimals, for amounts of any size. */
export const percent = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 10_000n) / whole) / 100

/** Text broken into lines of at most so many characters, between words where it can be. */
export function lines(text: string, most: number): string[] {
  const broken: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = broken.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) broken[broken.length - 1] = `${last} ${word}`
    else broken.push(word)
  }
  return broken
}

/** A bar under its words: what is drawn has lengths only, so that the words wrap, grow and are read as the page’s own. */
export const bar = ({
  title,
  says,
  below,
  height,
  strip,
}: {
  title: string
  says?: Content | undefined
  /** Words under the bar. */
  below?: Content | undefined
  height: number
  strip: Content
}): Html =>
  html`<li class="remit-bars__row"><span class="remit-bars__title">${title}</span>${
    isPresent(says) && html` <span class="remit-bars__says remit-figure">${says}</span>`
  }<svg width="100%" height="${height}" aria-hidden="true" focusable="false">${strip}</svg>${
    isPresent(below) && html`<span class="remit-bars__says">${below}</span>`
  }</li>`

export const bars = (rows: readonly Html[]): Html => html`<ul class="remit-bars">${rows}</ul>`
