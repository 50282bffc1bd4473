import { z } from 'zod'
import { democraticServices } from '#authority'
import { ref, text } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { stands } from './notice.ts'
import { endNotice, findNotice } from './store.ts'
import { nothingWithheldIn } from '../secrecy/said-beside.ts'

/** Withdraws a notice, with the reason. It stays to be read, and counts for nothing from now on. */
export const withdrawNotice = useCase({
  name: 'decisions.withdraw-notice',
  title: 'Withdraw a notice',
  may: [democraticServices],
  input: z.object({ ref, because: text(2000) }),
  async run(work, { ref, because }) {
    work.about(ref)
    const { tx, council, today } = work
    const found = await findNotice(tx, council, ref, 'lock')
    if (!found) return missing(`There is no notice ${ref}.`)
    if (!stands(found))
      return refused(
        `${ref} stands no more.`,
        found.replacedBy ? `${found.replacedBy} took its place.` : 'It was withdrawn before.',
      )
    const clean = await nothingWithheldIn(work, [found.decision], 'The notice', [
      { where: 'why it is withdrawn', text: because },
    ])
    if (!clean.ok) return clean
    await endNotice(tx, council, found.notice, { on: today, because, replacedBy: null })
    return done({ ref })
  },
})
