import { csvPounds, csvRecord, type CsvCell } from '#platform/csv.ts'
import { toJson } from '#platform/json.ts'
import type { Constitution } from '../../constitution.ts'
import { settings } from '../../constitution.ts'
import { between, betweenChoices, ownSheets, sheets, type SheetName } from './sheet.ts'
import { cellsOf } from './setting-rows.ts'

/** One table of a constitution as a file; without a constitution its first row alone, to be filled in. */
export const writeSheet = (sheet: SheetName, of: Constitution | null): string =>
  `\uFEFF${csvRecord(sheets[sheet].columns.map(({ name }) => name))}${(of ? rowsOf[sheet](of) : []).map(csvRecord).join('')}`

const iso = (day: Temporal.PlainDate | null | undefined): string => day?.toString() ?? ''
const yes = (given: boolean | undefined): string => (given ? 'yes' : 'no')
const spaced = (words: string): string => words.replaceAll('-', ' ')

/** How many rows a table of a constitution has, beside the first. */
export const rowCount = (sheet: SheetName, of: Constitution): number => rowsOf[sheet](of).length

const rowsOf: Record<SheetName, (of: Constitution) => CsvCell[][]> = {
  posts: ({ posts }) =>
    posts.map(({ post, title, kind, from, until, agreementOf }) => [
      post,
      title,
      kind,
      iso(from),
      iso(until),
      agreementOf ?? '',
    ]),
  holders: ({ holders }) =>
    holders.map(({ post, email, from, until, acting }) => [post, email, iso(from), iso(until), yes(acting)]),
  scheme: ({ scheme }) =>
    scheme.map(({ entry, post, powers, scope, words, ceiling, mayDelegate }) => [
      entry,
      post,
      powers.join(between),
      scope,
      words,
      ceiling ? spaced(ceiling.basis) : '',
      ceiling && ceiling.pence !== null ? csvPounds(ceiling.pence) : '',
      yes(mayDelegate),
    ]),
  conditions: ({ scheme }) =>
    scheme.flatMap(({ entry, conditions }) =>
      conditions.map((one) => [
        entry,
        spaced(one.kind),
        one.key,
        one.kind === 'consult' ? one.post : '',
        one.words,
        one.kind === 'report-back' ? one.withinDays : '',
      ]),
    ),
  subjects: ({ subjects }) => subjects.map(({ subject, title }) => [subject, title]),
  settings: (of) =>
    of.settings
      .filter(({ key }) => !(ownSheets as readonly string[]).includes(key))
      .flatMap(({ key, from, source, value }) =>
        cellsOf(JSON.parse(toJson(value))).map(({ what, value: cell }) => [key, iso(from), source, what, cell]),
      ),
  forms: (of) =>
    of.settings
      .filter(({ key }) => key === 'forms')
      .flatMap(({ from, source, value }) =>
        settings.forms
          .parse(value)
          .flatMap((form) =>
            form.sections.flatMap((section) =>
              section.items.map((item) => [
                iso(from),
                source,
                form.key,
                form.title,
                form.makers.join(between),
                section.title,
                ...('field' in item
                  ? [item.field, '', item.label ?? '', item.hint ?? '', '', '', '']
                  : [
                      '',
                      item.key,
                      item.label,
                      item.hint ?? '',
                      item.kind,
                      item.choices.join(betweenChoices),
                      yes(item.required),
                    ]),
              ]),
            ),
          ),
      ),
  calendar: (of) =>
    of.settings
      .filter(({ key }) => key === 'calendar')
      .flatMap(({ from, source, value }) => {
        const { days, wholeYears } = settings.calendar.parse(value)
        return [
          ...days.map((one) => [iso(one.day), one.name, spaced(one.kind), iso(from), one.source]),
          ...wholeYears.map((year) => [String(year), 'Every bank holiday is listed', 'whole year', iso(from), source]),
        ]
      }),
}
