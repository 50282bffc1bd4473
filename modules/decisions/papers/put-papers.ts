import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { fileKindOf, keptKinds } from '#platform/file-kind.ts'
import { keepFile, sha256Of } from '#platform/files.ts'
import { optionalDay, optionalText, ref, text, uuid, whole } from '#platform/input.ts'
import { invalid, missing, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from '../draft.ts'
import { paperKinds } from './paper.ts'
import { deletePaper, insertPaper, papersOf, placePaper, updatePaper } from './store.ts'

const version = whole(1, 1_000_000)

/** The most that one record is given: enough for the thickest report pack, and bounded. */
const mostPapers = 60
const largestPaper = 64 * 2 ** 20

/** A file's bytes, in base64 from programs. */
export const fileBytes = z
  .preprocess(
    (given) => (typeof given === 'string' ? Buffer.from(given, 'base64') : given),
    z.instanceof(Uint8Array, { error: 'Choose a file.' }),
  )
  .meta({ type: 'string', format: 'byte', description: 'The file as it is, in base64' })

const described = {
  kind: z.enum(paperKinds, 'Choose what kind of paper it is.'),
  title: text(300),
  author: optionalText(300),
  dated: optionalDay,
}

/** What is wrong with a file as a paper, or null. Types are told by content; nothing that could be run is kept. */
export function notAPaper(bytes: Uint8Array): string | null {
  if (bytes.byteLength === 0) return 'The file is empty. Check that it was saved, and choose it again.'
  if (bytes.byteLength > largestPaper)
    return `The file has ${Math.ceil(bytes.byteLength / 2 ** 20)} MB; a paper has at most 64 MB. Compress its pictures.`
  return fileKindOf(bytes)
    ? null
    : `The file is not one that people can safely be given. Save it as ${keptKinds}, without macros.`
}

/** Attaches a paper to a draft: its bytes are kept as they are, under their digest. */
export const addPaper = useCase({
  name: 'decisions.add-paper',
  title: 'Attach a paper to a draft',
  may: [officer],
  input: z.object({ ref, version, ...described, name: text(200), bytes: fileBytes }),
  async run(work, { ref, version, name, bytes, ...about }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name: addedBy },
      now,
    } = work
    const wrong = notAPaper(bytes)
    if (wrong !== null) return invalid({ file: wrong })
    const there = await papersOf(tx, council, outcome.value.decision)
    if (there.length >= mostPapers) return invalid({ file: `A decision has at most ${mostPapers} papers.` })
    const digest = Buffer.from(sha256Of(bytes)).toString('hex')
    const same = there.find(({ sha256 }) => sha256 === digest)
    if (same) return invalid({ file: `This very file is already attached: “${same.title}”.` })
    const mediaType = fileKindOf(bytes)?.mediaType ?? 'application/octet-stream'
    const sha256 = await keepFile(tx, council, { name, mediaType, bytes }, now)
    await insertPaper(tx, council, {
      paper: randomUUID(),
      decision: outcome.value.decision,
      ...about,
      sha256,
      name,
      mediaType,
      size: BigInt(bytes.byteLength),
      addedBy,
      at: now,
    })
    return changedDraft(work, outcome.value)
  },
})

/** Says better what a paper of a draft is. */
export const changePaper = useCase({
  name: 'decisions.change-paper',
  title: 'Say what a paper is',
  may: [officer],
  input: z.object({ ref, version, paper: uuid, ...described }),
  async run(work, { ref, version, paper, ...about }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    if (!(await papersOf(tx, council, outcome.value.decision)).some((one) => one.paper === paper))
      return missing(`${ref} has no such paper.`)
    await updatePaper(tx, council, { paper, ...about })
    return changedDraft(work, outcome.value)
  },
})

/** Takes a paper off a draft. The file itself stays kept. */
export const removePaper = useCase({
  name: 'decisions.remove-paper',
  title: 'Take a paper off a draft',
  may: [officer],
  input: z.object({ ref, version, paper: uuid }),
  async run(work, { ref, version, paper }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    if (!(await papersOf(tx, council, outcome.value.decision)).some((one) => one.paper === paper))
      return missing(`${ref} has no such paper.`)
    await deletePaper(tx, council, paper)
    return changedDraft(work, outcome.value)
  },
})

/** Puts the papers of a draft into another order; all are named, so that none is lost on the way. */
export const orderPapers = useCase({
  name: 'decisions.order-papers',
  title: 'Put the papers in order',
  may: [officer],
  input: z.object({ ref, version, papers: z.array(uuid).min(1).max(mostPapers) }),
  async run(work, { ref, version, papers }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const known = new Set((await papersOf(tx, council, outcome.value.decision)).map(({ paper }) => paper))
    if (papers.length !== known.size || new Set(papers).size !== known.size || papers.some((one) => !known.has(one))) {
      return invalid({ papers: 'Name each paper of the draft once.' })
    }
    for (const [at, paper] of papers.entries()) await placePaper(tx, council, paper, at + 1)
    return changedDraft(work, outcome.value)
  },
})
