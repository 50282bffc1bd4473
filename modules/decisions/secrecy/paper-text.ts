import { createHash } from 'node:crypto'
import { fileKindOf } from '#platform/file-kind.ts'
import { openFile } from '#platform/files.ts'
import type { Decision } from '../decision.ts'
import type { Asked } from '../part.ts'
import { papersOf } from '../papers/store.ts'
import { withheldIn } from './rendition.ts'
import { passagesOf } from './restriction.ts'
import type { PaperFacts } from './rules/papers-hold-nothing-withheld.ts'
import { lookedAt, restrictionsOf } from './store.ts'

/** The words of a paper, and the numbers of its pages that are pictures, of which nobody has read anything. */
type PaperText = { text: string; unread: readonly number[] }

// Intake reads documents and stands above this module, and so its reader is handed in from outside.
let textOf: (bytes: Uint8Array) => Promise<PaperText | null> = async () => null

/** Has the papers of a record read for what is withheld. Called once, where the house is put together. */
export const readPapersWith = (reader: typeof textOf): void => {
  textOf = reader
}

// What a file says never changes, so it is read once; the texts of the last few papers are kept, by digest.
const read = new Map<string, PaperText | null>()
const mostKept = 50

/** Whether a paper that the public would be given says what the record withholds. Nothing is read where nothing is withheld. */
export async function paperFacts(
  { tx, council }: Pick<Asked, 'tx' | 'council'>,
  { decision }: Decision,
): Promise<PaperFacts> {
  const restrictions = await restrictionsOf(tx, council, decision)
  const passages = passagesOf(restrictions)
  if (passages.length === 0) return { papers: [] }
  const papers: PaperFacts['papers'] = []
  const looked = await lookedAt(tx, council, decision)
  for (const { paper, title, sha256 } of await papersOf(tx, council, decision)) {
    const restriction = restrictions.find((one) => one.paper === paper)
    const given = restriction ? restriction.publicVersion?.sha256 : sha256
    if (given === undefined) continue
    const found = await textOfKept(given, async () => (await openFile(tx, council, Buffer.from(given, 'hex')))?.bytes)
    papers.push({
      paper,
      title,
      sha256: given,
      looked: looked.find((one) => one.sha256 === given) ?? null,
      holds:
        found === null
          ? null
          : passages.filter((one) => withheldIn(found.text, [one]).length > 0).map(({ passage }) => passage),
      unread: found?.unread ?? [],
    })
  }
  return { papers }
}

// A scan often carries a letter or two that are none: a page number, a stamp. That is no text to search. What is written as text is
// text, however short.
const searchable = (found: PaperText | null, bytes: Uint8Array): PaperText | null =>
  found !== null && (fileKindOf(bytes)?.extension === 'txt' || found.text.replaceAll(/\s/gu, '').length >= 10)
    ? found
    : null

async function textOfKept(sha256: string, bytes: () => Promise<Uint8Array | undefined>): Promise<PaperText | null> {
  const known = read.get(sha256)
  if (known !== undefined) return known
  const found = await bytes()
  // What is kept is what was asked for, whoever asked: the digest is that of the content.
  const text =
    found && createHash('sha256').update(found).digest('hex') === sha256 ? searchable(await textOf(found), found) : null
  read.set(sha256, text)
  const [oldest] = read.keys()
  if (read.size > mostKept && oldest !== undefined) read.delete(oldest)
  return text
}
