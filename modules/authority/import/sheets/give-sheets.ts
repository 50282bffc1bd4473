import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { text, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Work } from '#platform/use-case.ts'
import { administrator } from '../../roles.ts'
import { waiting } from '../import-constitution.ts'
import { deleteSheet, insertProposed, insertSheet, sheetsOf, updateHead } from '../store.ts'
import { readTable } from './table.ts'

const typed = (max: number) => z.string().max(max).default('')
const files = z
  .array(
    z.object({
      file: text(200).meta({ description: 'What the file is called; problems are named by it' }),
      text: z.string().max(2_000_000, 'Give no more than two million characters in one file.'),
    }),
  )
  .max(20)

/** Files of the largest size twenty times over would be more than anybody reads again. */
const most = 20

/**
 * Begins the next version of the constitution from spreadsheets: each takes the place of its table in the version that stands. What
 * is typed and given is kept as it is, right or wrong; the preview says what is to be mended.
 */
export const proposeSheets = useCase({
  name: 'authority.propose-sheets',
  title: 'Give spreadsheets for the next version of the constitution',
  may: [administrator],
  input: z.object({
    inForceFrom: typed(60).meta({ description: 'A day; it may be given later' }),
    title: typed(200).meta({ description: 'Empty keeps the title of the version that stands' }),
    files: files.min(1, 'Choose at least one file.'),
  }),
  // Files hold people's addresses: the journal needs to know which came, and by what digest, and not all they said.
  remembers: ({ files: given, ...head }) => ({
    ...head,
    files: given.map(({ file, text: all }) => ({ file, length: all.length })),
  }),
  async run(work, { inForceFrom: day, title, files: given }) {
    const proposal = randomUUID()
    work.about(`constitution proposal ${proposal}`)
    const name = given
      .map(({ file }) => file)
      .join(', ')
      .slice(0, 200)
    await insertProposed(
      work.tx,
      work.council,
      { proposal, name, document: '', by: work.actor.name, sheets: { day, title } },
      work.now,
    )
    await keep(work, proposal, given)
    return done({ proposal })
  },
})

/** Adds files to spreadsheets that wait, each in place of the one before it, and changes what is typed beside them. */
export const putSheets = useCase({
  name: 'authority.put-sheets',
  title: 'Add or replace spreadsheets that wait',
  may: [administrator],
  input: z.object({
    proposal: uuid,
    inForceFrom: z.string().max(60).optional(),
    title: z.string().max(200).optional(),
    files: files.default([]),
  }),
  remembers: ({ files: given, ...head }) => ({
    ...head,
    files: given.map(({ file, text: all }) => ({ file, length: all.length })),
  }),
  async run(work, { proposal, inForceFrom, title, files: given }) {
    const found = await bySheets(work, proposal)
    if (!found.ok) return found
    await updateHead(work.tx, work.council, proposal, {
      day: inForceFrom ?? found.value.typedDay,
      title: title ?? found.value.typedTitle,
    })
    await keep(work, proposal, given)
    const kept = await sheetsOf(work.tx, work.council, proposal)
    return kept.length > most
      ? invalid({ files: `Keep no more than ${most} files.` })
      : done({ proposal, files: kept.length })
  },
})

/** Takes a spreadsheet away again: its table is then that of the version that stands. */
export const removeSheet = useCase({
  name: 'authority.remove-sheet',
  title: 'Take away a spreadsheet that waits',
  may: [administrator],
  input: z.object({ proposal: uuid, file: text(200) }),
  async run(work, { proposal, file }) {
    const found = await bySheets(work, proposal)
    if (!found.ok) return found
    const kept = await sheetsOf(work.tx, work.council, proposal)
    if (!kept.some((one) => one.file === file)) return missing(`There is no file ${file} here.`)
    await deleteSheet(work.tx, work.council, proposal, { file, sheet: null })
    return done({ proposal })
  },
})

async function bySheets(work: Work, proposal: string) {
  const found = await waiting(work, proposal)
  if (!found.ok || found.value.bySheets) return found
  return refused('This was given as one document.', [], 'Discard it, and give spreadsheets instead.')
}

async function keep(
  { tx, council, now }: Work,
  proposal: string,
  given: { file: string; text: string }[],
): Promise<void> {
  for (const { file, text: all } of given) {
    const { sheet } = readTable(file, all)
    await deleteSheet(tx, council, proposal, { file, sheet })
    await insertSheet(tx, council, proposal, { file, sheet, text: all.replaceAll('\u0000', '') }, now)
  }
}
