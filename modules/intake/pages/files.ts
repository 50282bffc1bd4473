import { openFile } from '#platform/files.ts'
import type { Page, Visit } from '#platform/page.ts'
import { anyone, missing, type Outcome } from '#platform/use-case.ts'
import { viewDocument, viewReading } from '../queries.ts'
import type { Document } from '../store.ts'
import { givenFilePath, readingJsonPath } from './paths.ts'

/** The reading as JSON, in the shape that `remit read --json` prints; `?as=first` for what was read before it was corrected. */
export const readingJsonPage: Page = {
  path: readingJsonPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await visit.ask(viewReading, { reading: visit.params['id'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { reading, first, document, place, records } = outcome.value
    const name = `${document.name.replace(/\.[a-z0-9]{1,5}$/iu, '')}${records > 1 ? `-${place + 1}` : ''}.json`
    return {
      file: `${JSON.stringify(visit.query['as'] === 'first' ? first : reading, null, 2)}\n`,
      type: 'application/json; charset=utf-8',
      download: name,
    }
  },
}

/** The file exactly as it was given: to be kept, never shown as a page of ours. */
export const givenFilePage: Page = {
  path: givenFilePath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await documentOf(visit, visit.params['id'] ?? '')
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { sha256, name } = outcome.value
    // Files are not for the public to read; this one is, to whoever may see its document.
    const file = await visit.house.database.within({ council: visit.council.council, role: 'remit_app' }, (tx) =>
      openFile(tx, visit.council.council, sha256),
    )
    return file
      ? { file: file.bytes, type: 'application/octet-stream', download: name }
      : { refusal: missing('The file is no longer here.').refusal }
  },
}

/** A document by its own identifier or by that of a reading of it. */
export async function documentOf(visit: Visit, id: string): Promise<Outcome<Omit<Document, 'text'>>> {
  const document = await visit.ask(viewDocument, { document: id })
  if (document.ok) return { ok: true, value: document.value.document }
  const reading = await visit.ask(viewReading, { reading: id })
  return reading.ok ? { ok: true, value: reading.value.document } : reading
}
