import type { Part } from '../part.ts'
import { signaturesOf } from './store.ts'

/** One of several who decided together, as the public sees it. */
export type PublicSignature = {
  post: string
  title: string
  by: string
  on: string
  act: string | null
  conflicts: string
  dispensations: string
}

export const jointlyPart: Part = {
  name: 'jointly',
  async shows(tx, council, { decision, version }) {
    const signed = await signaturesOf(tx, council, decision, version)
    if (signed.length < 2) return {}
    return {
      jointly: signed.map(({ post, postTitle, name, signedOn, act, conflicts, dispensations }): PublicSignature => ({
        post,
        title: postTitle,
        by: name,
        on: signedOn.toString(),
        act,
        conflicts,
        dispensations,
      })),
    }
  },
}
