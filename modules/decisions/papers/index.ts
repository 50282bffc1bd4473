/** Papers: what a decision rests on, attached to its draft and published with it. */
import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { sealedPaper } from './paper.ts'
import { addPaper, changePaper, orderPapers, removePaper } from './put-papers.ts'
import { readPaper, viewPapers } from './queries.ts'
import { papersByRef } from './store.ts'

export { addPaper, changePaper, orderPapers, readPaper, removePaper, viewPapers }
export { kindWords, paperKinds, type Paper, type PaperKind, type PublicPaper } from './paper.ts'

export const paperUseCases = [addPaper, changePaper, removePaper, orderPapers]
export const paperQueries = [viewPapers, readPaper]
export const paperOffers: Offer[] = [
  { method: 'GET', path: '/desk/:ref/papers', does: viewPapers },
  { method: 'POST', path: '/decisions/:ref/papers', does: addPaper },
  { method: 'POST', path: '/decisions/:ref/papers/change', does: changePaper },
  { method: 'POST', path: '/decisions/:ref/papers/order', does: orderPapers },
  { method: 'POST', path: '/decisions/:ref/papers/remove', does: removePaper },
]

/** What the journal sealed of each record's papers when it was signed. */
export const sealedPapers: Sealed = {
  kind: 'papers',
  content: async (tx, council, refs) => {
    const found = Map.groupBy(await papersByRef(tx, council, refs), ({ ref }) => ref)
    return new Map([...found].map(([ref, papers]) => [ref, papers.map(sealedPaper)]))
  },
}
