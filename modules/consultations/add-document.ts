import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { keepFile } from '#platform/files.ts'
import { ref, text, yesNo } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { packKindNames, packKinds } from './consultation.ts'
import { theConsultation } from './draft.ts'
import { givenFile, typeOf } from './given-file.ts'
import { writePublished } from './published.ts'
import { insertDocument } from './store.ts'

/**
 * Adds a document to the supporting pack, or the next version of one that has the same kind and title. What was shown before
 * stays to be read. After opening it needs a reason; a document that people need, added late, proposes an extension.
 */
export const addDocument = useCase({
  name: 'consultations.add-document',
  title: 'Add a document to a consultation',
  may: [officer],
  input: z.object({
    ref,
    kind: z.enum(packKindNames, 'Choose what it is.'),
    title: text(200),
    isKey: yesNo.optional(),
    words: text(100_000).nullable().default(null),
    file: givenFile.nullable().default(null),
    because: text(1000).nullable().default(null),
  }),
  remembers: ({ words, file, ...rest }) => ({ ...rest, words: words?.length ?? null, file: file && file.name }),
  async run(work, { ref, kind, title, isKey, words, file, because }) {
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { state, consultation } = outcome.value
    if (state !== 'draft' && state !== 'open') return refused(`${ref} is ${state}: its pack no longer changes.`)
    if ((words === null) === (file === null))
      return invalid({ words: 'Write the text here, or choose a file: one of them.' })
    if (state === 'open' && because === null)
      return invalid({ because: 'People are answering already. Say why this is added now.' })
    const type = file ? typeOf(file.bytes) : null
    if (file && type === null)
      return invalid({
        file: 'Choose a PDF, a Word document, a picture (PNG or JPEG), a sound or video file, or plain text.',
      })
    const kept =
      file && type !== null
        ? {
            name: file.name,
            mediaType: type,
            size: file.bytes.byteLength,
            sha256: Buffer.from(await keepFile(tx, council, { ...file, mediaType: type }, now)).toString('hex'),
          }
        : null
    const document = randomUUID()
    const version = await insertDocument(tx, council, consultation, {
      document,
      kind,
      title,
      isKey: isKey ?? packKinds[kind].needed,
      words,
      file: kept,
      because,
      addedAt: now,
      addedBy: name,
    })
    work.seal('pack-document', document, { kind, title, version, words, file: kept?.sha256 ?? null })
    await writePublished(work, ref)
    return done({ ref, document, version })
  },
})
