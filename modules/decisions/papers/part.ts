import { restrictionWords } from '../secrecy/restriction.ts'
import { restrictionsOf } from '../secrecy/store.ts'
import type { Part } from '../part.ts'
import { sealedPaper, type PublicPaper } from './paper.ts'
import { papersOf } from './store.ts'

/** Papers are sealed with the record that rests on them, and shown with it unless they are withheld. */
export const papersPart: Part = {
  name: 'papers',
  moved: async (work, { decision, ref }, to) => {
    if (to !== 'decided') return
    const papers = await papersOf(work.tx, work.actor.council, decision)
    if (papers.length > 0) work.seal('papers', ref, papers.map(sealedPaper))
  },
  shows: async (tx, council, { decision }) => {
    const withheld = new Map(
      (await restrictionsOf(tx, council, decision)).flatMap((one) =>
        one.paper === null ? [] : [[one.paper, one] as const],
      ),
    )
    return {
      papers: (await papersOf(tx, council, decision)).map(
        ({ paper, kind, title, author, dated, sha256, name, mediaType, size }): PublicPaper => {
          const restriction = withheld.get(paper)
          const file = restriction ? restriction.publicVersion : { sha256, name, mediaType, size: size.toString() }
          return {
            paper,
            kind,
            title,
            author,
            dated: dated?.toString() ?? null,
            file,
            withheld: restriction ? restrictionWords(restriction) : null,
          }
        },
      ),
    }
  },
}
