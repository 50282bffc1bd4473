import type { Tx } from '#platform/database.ts'
import type { Constitution } from '../constitution.ts'
import { readConstitutionText, type Read } from './problems.ts'
import { assemble, type Assembled } from './sheets/assemble.ts'
import { sheetsOf, type Proposed } from './store.ts'

/** What was given, read: a document as it stands, or spreadsheets put on the version that is the last now. */
export async function readProposal(
  tx: Tx,
  council: string,
  found: Proposed,
  last: { document: Constitution } | null,
): Promise<Read & { tables: Assembled['tables'] | null }> {
  if (!found.bySheets) return { ...readConstitutionText(found.document), tables: null }
  const files = await sheetsOf(tx, council, found.proposal)
  return assemble(last?.document ?? null, files, { day: found.typedDay, title: found.typedTitle })
}
