import { staff } from '#authority'
import { openFile } from '#platform/files.ts'
import type { Page } from '#platform/page.ts'
import { anyone, missing } from '#platform/use-case.ts'
import { viewDecision } from '../../queries.ts'
import { paperFilePath, paperPath } from '../paths.ts'
import { readPaper } from '../queries.ts'

/** A paper as everybody may have it: found by what the register says of it, and only ever to be kept, never shown as a page of ours. */
export const publicPaperPage: Page = {
  path: paperPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { ref = '', paper = '' } = visit.params
    const gone = { refusal: missing(`There is no such paper of ${ref} for the public.`).refusal }
    const outcome = await visit.ask(viewDecision, { ref })
    const listed = outcome.ok ? outcome.value.decision.papers?.find((one) => one.paper === paper)?.file : null
    if (!listed) return gone
    // Files are not for the public to read; this one is, for the register names its digest.
    const { council } = visit.council
    const file = await visit.house.database.within({ council, role: 'remit_app' }, (tx) =>
      openFile(tx, council, Buffer.from(listed.sha256, 'hex')),
    )
    return file ? { file: file.bytes, type: listed.mediaType, download: listed.name } : gone
  },
}

/** A paper of a record on the desk, for those who may have it. */
export const deskPaperFilePage: Page = {
  path: paperFilePath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await visit.ask(readPaper, { ref: visit.params['ref'], paper: visit.params['paper'] })
    return outcome.ok
      ? { file: outcome.value.bytes, type: outcome.value.mediaType, download: outcome.value.name }
      : { refusal: outcome.refusal }
  },
}
