import { z } from 'zod'
import { staff } from '#authority'
import { openFile } from '#platform/files.ts'
import { ref, uuid } from '#platform/input.ts'
import { done, missing, query, refused } from '#platform/use-case.ts'
import { passagesOf } from '../secrecy/restriction.ts'
import { publicRendition } from '../secrecy/rendition.ts'
import { renditionFor } from '../secrecy/rendition-for.ts'
import { findDecision } from '../store.ts'
import { papersOf } from './store.ts'

/** The papers of a record on the desk, in their order; `open` says whether whoever asks may have the file without asking further. */
export const viewPapers = query({
  name: 'decisions.view-papers',
  title: 'See the papers of a record',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council } = work
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const { hidden } = await renditionFor(work, decision)
    const shut = new Set(hidden.map(({ paper }) => paper))
    const papers = publicRendition(await papersOf(tx, council, decision.decision), passagesOf(hidden))
    return done({ state: decision.state, papers: papers.map((one) => ({ ...one, open: !shut.has(one.paper) })) })
  },
})

/** The bytes of a paper, for staff who may have it. */
export const readPaper = query({
  name: 'decisions.read-paper',
  title: 'Read a paper of a record',
  may: [...staff],
  input: z.object({ ref, paper: uuid }),
  async run(work, { ref, paper }) {
    const { tx, council } = work
    const decision = await findDecision(tx, council, ref)
    const found = decision && (await papersOf(tx, council, decision.decision)).find((one) => one.paper === paper)
    if (!decision || !found) return missing(`${ref} has no such paper.`)
    const { hidden } = await renditionFor(work, decision)
    if (hidden.some((one) => one.paper === paper))
      return refused(
        'This paper is withheld.',
        [],
        'Where you may read it, open it from the page of what is withheld: that you read it is kept.',
      )
    const file = await openFile(tx, council, Buffer.from(found.sha256, 'hex'))
    return file
      ? done({ name: found.name, mediaType: found.mediaType, bytes: file.bytes })
      : missing('The file is no longer here.')
  },
})
