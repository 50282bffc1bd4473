import type { Work } from '#platform/use-case.ts'
import type { Decision } from '../decision.ts'
import { noticesAround, recordsOfNotice, showNotice } from '../notices/store.ts'
import { publicRendition } from './rendition.ts'
import { passagesOf } from './restriction.ts'
import { restrictionsOf } from './store.ts'

/**
 * Shows the notices of a record without what is withheld now of it, or of another record on the same agenda. A notice stays sealed in
 * the words in which it was given; whoever copied it while it was public has them.
 */
export async function showNotices({ tx, council }: Work, { decision }: Pick<Decision, 'decision'>): Promise<void> {
  for (const notice of await noticesAround(tx, council, decision)) {
    const passages = []
    for (const record of await recordsOfNotice(tx, council, notice))
      passages.push(...passagesOf(await restrictionsOf(tx, council, record)))
    const shown = publicRendition(notice.content, passages)
    const differs = JSON.stringify(shown) !== JSON.stringify(notice.content)
    if (differs || notice.shown !== null) await showNotice(tx, council, notice.notice, differs ? shown : null)
  }
}
