import { html, isPresent, type Content, type Html } from '#platform/html.ts'
import { summaryList, type SummaryCard } from '../components/summary-list.ts'
import { kept, type Perhaps } from '../components/words.ts'

export type Fact = {
  key: string
  /** Several become paragraphs; none becomes "Not given". */
  value: Content | number | readonly Content[] | null | undefined
  change?: { href: string; text?: string | undefined } | undefined
}

export type FactsOptions = {
  rows: readonly Perhaps<Fact>[]
  /** Puts them in a card under this name. */
  title?: Content | undefined
  card?: Omit<SummaryCard, 'title'> | undefined
  /** No lines between the rows. */
  plain?: boolean | undefined
}

/** Facts about one thing, each with a link that changes it. */
export const facts = (options: FactsOptions): Html =>
  summaryList({
    classes: options.plain ? 'govuk-summary-list--no-border' : undefined,
    card: isPresent(options.title) ? { ...options.card, title: { text: options.title } } : undefined,
    rows: kept(options.rows).map(({ key, value, change }) => ({
      key,
      value: written(value),
      ...(change && {
        actions: {
          items: [{ href: change.href, text: change.text ?? 'Change', visuallyHiddenText: key.toLowerCase() }],
        },
      }),
    })),
  })

function written(value: Fact['value']): Content {
  if (typeof value === 'number') return String(value)
  if (value === null || value === undefined || value === '') return 'Not given'
  if (!Array.isArray(value)) return value as Content
  return html`${(value as readonly Content[]).map((each) => html`<p class="govuk-body">${each}</p>`)}`
}
