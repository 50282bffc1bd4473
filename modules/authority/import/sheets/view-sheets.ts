import { z } from 'zod'
import { done, missing, query } from '#platform/use-case.ts'
import { administrator } from '../../roles.ts'
import { adoptedVersion } from '../store.ts'
import { sheetNames, sheets } from './sheet.ts'
import { rowCount, writeSheet } from './write-sheet.ts'

/** The spreadsheets that a constitution is made of, what goes into each column, and how many rows the version that stands has. */
export const listSheets = query({
  name: 'authority.list-sheets',
  title: 'List the spreadsheets of a constitution',
  may: [administrator],
  input: z.object({}),
  output: z.object({
    version: z.int().nullable(),
    title: z.string().nullable(),
    sheets: z.array(
      z.object({
        sheet: z.enum(sheetNames),
        title: z.string(),
        says: z.string(),
        rows: z.int().nullable().meta({ description: 'In the version that stands; null where there is none' }),
        columns: z.array(z.object({ name: z.string(), says: z.string(), example: z.string(), needed: z.boolean() })),
      }),
    ),
  }),
  async run({ tx, council }) {
    const last = await adoptedVersion(tx, council, null)
    return done({
      version: last?.version ?? null,
      title: last?.document.title ?? null,
      sheets: sheetNames.map((sheet) => ({
        sheet,
        title: sheets[sheet].title,
        says: sheets[sheet].says,
        rows: last && rowCount(sheet, last.document),
        columns: sheets[sheet].columns.map(({ name, says, example, needed = false }) => ({
          name,
          says,
          example,
          needed,
        })),
      })),
    })
  },
})

/** One table as a CSV file: as the version that stands has it, or with its first row alone. */
export const exportSheet = query({
  name: 'authority.export-sheet',
  title: 'Export a table of the constitution as a spreadsheet',
  may: [administrator],
  input: z.object({ sheet: z.enum(sheetNames), empty: z.enum(['yes', 'no']).default('no') }),
  output: z.object({ file: z.string(), csv: z.string() }),
  async run({ tx, council }, { sheet, empty }) {
    if (empty === 'yes') return done({ file: `${sheet}-template.csv`, csv: writeSheet(sheet, null) })
    const last = await adoptedVersion(tx, council, null)
    return last
      ? done({ file: `${sheet}-version-${last.version}.csv`, csv: writeSheet(sheet, last.document) })
      : missing('No constitution has been adopted yet. Begin with the empty template.')
  },
})
