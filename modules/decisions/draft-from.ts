import type { z } from 'zod'
import { done, invalid, type Outcome, type UseCase, type Work } from '#platform/use-case.ts'
import type { Verb } from './decision.ts'
import { editDraft, type fieldsInput } from './edit-draft.ts'
import { putClause, putGrant } from './edit-clauses.ts'
import { startDraft } from './start-draft.ts'
import { findDecision } from './store.ts'

/** A draft as another room proposes it. Its fields and grants are held to the same rules as those that somebody types. */
export type DraftContent = {
  /** The reading that it is drafted from. */
  reading: string | null
  title: string
  fields: Omit<z.input<typeof fieldsInput>, 'title'>
  clauses: {
    label: string | null
    verb: Verb
    words: string
    grants: Omit<z.input<typeof putGrant.input>, 'ref' | 'version' | 'clause' | 'grant'>[]
  }[]
}

/**
 * Writes a whole draft within the use case of another room: started, filled in, its clauses in order and what they give. All of
 * it stands or none does. For a clause that cannot stand the refusal names it, `clauses.2.holder`.
 */
export async function draftFrom(
  work: Work,
  { reading, title, fields, clauses }: DraftContent,
): Promise<Outcome<{ ref: string; version: number }>> {
  const started = await step(work, startDraft, { title, reading })
  if (!started.ok) return started
  const { ref } = started.value
  const edited = await step(work, editDraft, { ref, version: started.value.version, changes: fields })
  if (!edited.ok) return edited
  let { version } = edited.value
  for (const [at, { grants, ...clause }] of clauses.entries()) {
    const put = await step(work, putClause, { ref, version, ...clause }, `clauses.${at}.`)
    if (!put.ok) return put
    version = put.value.version
    if (grants.length === 0) continue
    const written = (await findDecision(work.tx, work.actor.council, ref))?.clauses.at(-1)?.clause
    for (const grant of grants) {
      const given = await step(work, putGrant, { ref, version, clause: written, ...grant }, `clauses.${at}.`)
      if (!given.ok) return given
      version = given.value.version
    }
  }
  return done({ ref, version })
}

async function step<In extends z.ZodType, Out>(
  work: Work,
  useCase: UseCase<In, Out>,
  given: unknown,
  at = '',
): Promise<Outcome<Out>> {
  const parsed = useCase.input.safeParse(given)
  const outcome = parsed.success
    ? await useCase.run(work, parsed.data)
    : invalid(
        Object.fromEntries(
          parsed.error.issues.map(({ path, message }) => [path.filter((one) => one !== 'changes').join('.'), message]),
        ),
      )
  if (outcome.ok || outcome.refusal.kind !== 'invalid') return outcome
  return invalid(
    Object.fromEntries(Object.entries(outcome.refusal.fields).map(([name, says]) => [`${at}${name}`, says])),
  )
}

/** The decisions that were drafted from a reading, in the order of their references. */
export { draftsFrom } from './store.ts'
