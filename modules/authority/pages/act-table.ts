import { sortableTable, statusTag, type Direction } from '#govuk'
import { shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import { amountWithheld } from '../amounts.ts'
import { actPath, mandatePath } from '../paths.ts'
import { powers } from '../powers.ts'
import type { ActLine } from '../shapes.ts'

/** What an act was worth; a power that commits no money has no value rather than £0. */
export const valueWords = ({ power, value }: Pick<ActLine, 'power' | 'value'>): string =>
  powers[power].valued ? (value === null ? amountWithheld : pounds(value)) : 'No money'

/** Who acted: a person in a post, or a body, whose name is its post's. */
export const byWords = ({ doneBy, postTitle }: Pick<ActLine, 'doneBy' | 'postTitle'>): string =>
  doneBy === postTitle ? doneBy : `${doneBy}, ${postTitle}`

/** Undone, or undoing another. */
export const undoneTag = ({ undoneBy, undoes }: Pick<ActLine, 'undoneBy' | 'undoes'>): Html | false =>
  undoneBy !== null ? statusTag('Undone', 'ended') : undoes !== null && statusTag('Undoes another', 'information')

/** The record that it decided waits to be published; the public does not see the act before it is. */
export const unpublishedTag = ({ unpublished }: Pick<ActLine, 'unpublished'>): Html | false =>
  unpublished && statusTag('Not published yet', 'waiting')

/** Done before there was authority, for ever. */
export const lateTag = ({ retrospective }: Pick<ActLine, 'retrospective'>): Html | false =>
  retrospective !== null
  && statusTag(`Retrospective: ${retrospective.daysLate} ${retrospective.daysLate === 1 ? 'day' : 'days'} early`, 'bad')

const orders: Record<string, { key: string; direction: Direction }> = {
  newest: { key: 'day', direction: 'descending' },
  oldest: { key: 'day', direction: 'ascending' },
  value: { key: 'value', direction: 'descending' },
}

type Options = {
  caption: string
  order?: string | undefined
  sortHref?: ((order: string) => string) | undefined
  withoutMandate?: boolean | undefined
}

/** Acts in a table. */
export const actTable = (
  lines: readonly ActLine[],
  { caption, order = 'newest', sortHref, withoutMandate }: Options,
): Html =>
  html`<div class="remit-lines">
    ${sortableTable({
      caption,
      hideCaption: true,
      columns: [
        { key: 'ref', text: 'Act' },
        { key: 'day', text: 'Day', sorts: true },
        { key: 'what', text: 'What was done' },
        ...(withoutMandate ? [] : [{ key: 'mandate', text: 'Under' }]),
        { key: 'value', text: 'Value', sorts: true, numeric: true },
      ],
      sortedBy: orders[order],
      sortHref:
        sortHref
        && ((key, direction) => sortHref(key === 'value' ? 'value' : direction === 'ascending' ? 'oldest' : 'newest')),
      rows: lines.map((line) => [
        html`<a class="govuk-link remit-day" href="${actPath({ ref: line.ref })}">${line.ref}</a>`,
        html`<span class="remit-day">${shortDay(line.day)}</span>`,
        html`${line.what} ${undoneTag(line)} ${lateTag(line)} ${unpublishedTag(line)}<span class="remit-ref"
            >${powers[line.power].title}; ${line.subjectTitle}; ${byWords(line)}</span
          >`,
        ...(withoutMandate
          ? []
          : [html`<a class="govuk-link remit-day" href="${mandatePath({ ref: line.mandate })}">${line.mandate}</a>`]),
        valueWords(line),
      ]),
    })}
  </div>`
