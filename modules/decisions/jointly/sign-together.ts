import type { Post } from '#authority'
import { longDay } from '#platform/days.ts'
import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { nil, type Decision } from '../decision.ts'
import { insertSignature, signatureExercised, signaturesOf, type Signature } from './store.ts'

/** Somebody who signed for a post, and on which day. */
export type Signer = { post: Post; by: string; on: Temporal.PlainDate }

type Together = {
  signers: Signer[]
  /** The day of the last signature. */
  on: Temporal.PlainDate
  stated: { conflicts: string; dispensations: string }
}

/**
 * Keeps one signature of several under this version of the text. Once the last has signed, says who all of them are, the day on
 * which it is decided, and what each stated of interests and dispensations; until then, for whom it waits.
 */
export async function signTogether(
  work: Work,
  { ref, decision, version }: Decision,
  makers: readonly Post[],
  post: Post,
  given: { on: Temporal.PlainDate; conflicts: string; dispensations: string },
): Promise<Outcome<{ waits: string[]; together: Together | null }>> {
  const {
    tx,
    actor: { council, account, name },
    now,
  } = work
  if (!account) return refused('Somebody must sign.', [], 'Sign in first.')
  const before = await signaturesOf(tx, council, decision, version)
  const twice = before.find((one) => one.post === post.post)
  if (twice)
    return refused(
      `${twice.name} has signed ${ref} for the ${post.title} already.`,
      `That was on ${longDay(twice.signedOn)}.`,
    )
  await insertSignature(tx, council, decision, version, {
    post: post.post,
    postTitle: post.title,
    account,
    name,
    signedOn: given.on,
    signedAt: now,
    conflicts: given.conflicts,
    dispensations: given.dispensations,
  })
  const all = await signaturesOf(tx, council, decision, version)
  const of = (maker: Post) => all.find((one) => one.post === maker.post)
  const waits = makers.filter((maker) => !of(maker))
  if (waits.length > 0) {
    work.announce('decisions.part-signed', { ref, by: `${name}, ${post.title}`, posts: waits.map((one) => one.post) })
    return done({ waits: waits.map(({ title }) => title), together: null })
  }
  const signers = makers.flatMap((maker) => {
    const one = of(maker)
    return one ? [{ post: maker, by: one.name, on: one.signedOn }] : []
  })
  const on = signers.map((one) => one.on).reduce((a, b) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b), given.on)
  return done({
    waits: [],
    together: {
      signers,
      on,
      stated: { conflicts: stated(all, 'conflicts'), dispensations: stated(all, 'dispensations') },
    },
  })
}

/** What each stated, under their names; the plain nil where none had anything to state. */
function stated(all: readonly Signature[], field: 'conflicts' | 'dispensations'): string {
  if (all.every((one) => one[field] === nil[field])) return nil[field]
  return all.map((one) => `${one.name}, ${one.postTitle}: ${one[field]}`).join('\n\n')
}

/** Notes with each signature the act by which its post’s own power was exercised. */
export async function keepActs(
  { tx, council }: Work,
  { decision, version }: Decision,
  acts: readonly { post: string; act: string }[],
): Promise<void> {
  for (const { post, act } of acts) await signatureExercised(tx, council, decision, version, post, act)
}
