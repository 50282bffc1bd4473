import { barChart, scrollRegion, stacking, table } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { ShownCampaigns } from '../../campaigns/counted.ts'
import type { ReleasedTables, ShownTable } from '../count.ts'

const withheld = 'withheld'
const number = (n: number | null): string => (n === null ? withheld : n.toLocaleString('en-GB'))

/** A table that was released: drawn where more than one count is shown, else as figures only. */
export function releasedTable(one: ShownTable, id: string): Html {
  const known = one.cells.filter(({ shown }) => shown !== null)
  if (known.length < 2)
    return scrollRegion(
      one.title,
      table({
        caption: one.title,
        captionClasses: 'govuk-table__caption--s',
        head: [{ text: 'Answer' }, { text: 'People', format: 'numeric' }],
        rows: one.cells.map(({ label, shown }) => [{ text: label }, { text: number(shown), format: 'numeric' }]),
      }),
      'narrow',
    )
  return barChart({
    id,
    title: one.title,
    of: 'Answer',
    amount: 'People',
    bars: one.cells.map(({ label, shown }) => ({ label, value: shown ?? 0, shown: number(shown) })),
  })
}

const cannotTell = 'cannot be told'

/** How a campaign's parts are shown: withheld, or nothing to hold them against. */
export const partWords = (told: boolean, n: number | null): string => (told ? number(n) : cannotTell)

/** What a table of campaigns counts, in the order of its columns. */
export const campaignHeads = [
  'How people wrote',
  'Responses',
  'As the campaign wrote it',
  'With words of their own',
] as const
export const aloneWords = 'For themselves'

/** The rows of a table of campaigns, in words. */
export const campaignRows = ({ alone, campaigns }: ShownCampaigns): [string, string, string, string][] => [
  [aloneWords, number(alone), '', ''],
  ...campaigns.map(({ name, shown, told, same, own }): [string, string, string, string] => [
    name,
    number(shown),
    partWords(told, same),
    partWords(told, own),
  ]),
]

/** In a sentence: how many came with campaigns, which nobody can tell where those who wrote for themselves are withheld. */
export function campaignsSay({ alone, campaigns, least }: ShownCampaigns, people: number | null): string {
  if (campaigns.length === 0)
    return `We looked for letters that many people sent. None was sent by ${least} people or more.`
  const of = campaigns.length === 1 ? 'a campaign' : `${campaigns.length} campaigns`
  const amount =
    people === null || alone === null ? 'Some' : `About ${number(people - alone)} of about ${number(people)}`
  return `${amount} of the responses that were analysed came with ${of}. Each is counted as one response, like every other. What somebody added in their own words was read and coded by itself. Whoever sent a letter that fewer than ${least} people sent, or that was found after tables were first released, is counted with those who wrote for themselves.`
}

/** With which organised campaigns people wrote, beside those who wrote for themselves. */
export function releasedCampaigns(shown: ShownCampaigns, people: number | null): Html {
  return html`<p class="govuk-body">${campaignsSay(shown, people)}</p>
    ${
      shown.campaigns.length > 0
      && scrollRegion(
        'Organised campaigns',
        table(
          stacking({
            caption: 'With a campaign, and for themselves',
            captionClasses: 'govuk-table__caption--s',
            firstCellIsHeader: true,
            head: campaignHeads.map((text, at) => (at === 0 ? { text } : { text, format: 'numeric' as const })),
            rows: campaignRows(shown).map((cells) =>
              cells.map((text, at) => (at === 0 ? { text } : { text, format: 'numeric' as const })),
            ),
          }),
        ),
      )
    }`
}

/** All tables of a release, with what people have to know to read them. */
export function releasedTables({ people, tables, about, not }: ReleasedTables, source: string): Html {
  const of = (kind: ShownTable['of'], from: readonly ShownTable[]) => from.filter((one) => one.of === kind)
  const drawn = (from: readonly ShownTable[], name: string) =>
    together(from).map((one, at) => releasedTable(one, `${name}-${at}`))
  return html`<p class="govuk-body">
      ${people === null ? '' : `About ${people.toLocaleString('en-GB')} responses are counted. `}Counts are rounded;
      small ones, and those from which they could be worked out, are withheld (${source}).
    </p>
    ${not.map((says) => html`<p class="govuk-body">${says}</p>`)}${drawn(of('answers', tables), 'answers')}
    ${
      (about.tables.length > 0 || about.not.length > 0)
      && html`<h3 class="govuk-heading-m">Who answered</h3>
        <p class="govuk-body">Asked apart and kept apart from what people said.</p>
        ${about.not.map((says) => html`<p class="govuk-body">${says}</p>`)}${drawn(about.tables, 'people')}`
    }`
}

/** The choices of one question as one table: how many chose each. Each stays a table of its own in what is released. */
export function together(tables: readonly ShownTable[]): ShownTable[] {
  const questionOf = ({ key, choice }: ShownTable) => (choice ? key.split('/')[0] : undefined)
  return tables.flatMap((one, at): ShownTable[] => {
    const question = questionOf(one)
    if (!one.choice || question === undefined) return [one]
    const before = tables[at - 1]
    if (before && questionOf(before) === question) return []
    const all = tables.filter((each) => questionOf(each) === question)
    return [
      {
        key: question,
        of: one.of,
        title: `${one.choice.of} As many as fit could be chosen.`,
        cells: all.map(({ choice, cells }) => ({ label: choice?.words ?? '', shown: cells[0]?.shown ?? null })),
      },
    ]
  })
}
