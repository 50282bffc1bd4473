import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ceilingInput, conditionInput, findPost, officer, powerNames, subjects } from '#authority'
import { optionalDay, optionalText, ref, text, uuid, whole } from '#platform/input.ts'
import { invalid, missing, useCase } from '#platform/use-case.ts'
import { verbs } from './decision.ts'
import { changedDraft, theDraft } from './draft.ts'
import { deleteClause, deleteGrant, insertClause, insertGrant, updateClause } from './store.ts'

const version = whole(1, 1_000_000)

/** Writes a clause: a new one at the end, or an old one in other words or another place. */
export const putClause = useCase({
  name: 'decisions.put-clause',
  title: 'Write a clause',
  may: [officer],
  input: z.object({
    ref,
    version,
    clause: uuid.nullable().default(null),
    position: whole(1, 200).optional(),
    label: optionalText(12),
    verb: z.enum(verbs, 'Choose what the clause does.'),
    words: text(10_000),
  }),
  async run(work, { ref, version, clause, position, label, verb, words }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const { clauses, decision } = outcome.value
    if (clauses.length >= 200) return invalid({ words: 'A decision has at most 200 clauses.' })
    const same = clauses.find((one) => one.label !== null && one.label === label && one.clause !== clause)
    if (same) return invalid({ label: `There is already a clause (${label}). Give this one another letter.` })
    const old = clauses.find((one) => one.clause === clause)
    if (clause && !old) return missing(`${ref} has no such clause.`)
    const place = position ?? old?.position ?? (clauses.at(-1)?.position ?? 0) + 1
    if (old) await updateClause(tx, council, { clause: old.clause, position: place, label, verb, words })
    else await insertClause(tx, council, decision, { clause: randomUUID(), position: place, label, verb, words })
    return changedDraft(work, outcome.value)
  },
})

/** Takes a clause, and what it would give, out of a draft. */
export const removeClause = useCase({
  name: 'decisions.remove-clause',
  title: 'Remove a clause',
  may: [officer],
  input: z.object({ ref, version, clause: uuid }),
  async run(work, { ref, version, clause }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    if (!outcome.value.clauses.some((one) => one.clause === clause)) return missing(`${ref} has no such clause.`)
    await deleteClause(work.tx, work.actor.council, clause)
    return changedDraft(work, outcome.value)
  },
})

/** Says what a clause gives: which powers, to which post, for what, how much, how long and on what conditions. */
export const putGrant = useCase({
  name: 'decisions.put-grant',
  title: 'Say what a clause gives',
  may: [officer],
  input: z.object({
    ref,
    version,
    clause: uuid,
    grant: uuid.nullable().default(null),
    holder: text(81),
    powers: z.array(z.enum(powerNames)).min(1, 'Choose at least one power.'),
    scope: z.string().max(200),
    ceiling: ceilingInput.nullable().default(null),
    from: optionalDay.default(null),
    until: optionalDay.default(null),
    mayDelegate: z.boolean().default(false),
    conditions: z.array(conditionInput).max(20).default([]),
  }),
  async run(work, { ref, version, clause, grant, ...given }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const target = outcome.value.clauses.find((one) => one.clause === clause)
    if (!target) return missing(`${ref} has no such clause.`)
    if (!(await findPost(tx, council, given.holder)))
      return invalid({ holder: 'Choose a post of the council. Power cannot be given to nobody in particular.' })
    for (const condition of given.conditions) {
      if (condition.kind === 'consult' && !(await findPost(tx, council, condition.post)))
        return invalid({ conditions: `The council has no post ${condition.post} to consult.` })
    }
    if (!(await subjects(tx, council)).some(({ subject }) => subject === given.scope))
      return invalid({ scope: 'Choose a subject from the council’s list.' })
    if (given.powers.some((power) => power === 'decide' || power === 'decide-key') && given.powers.length > 1)
      return invalid({ powers: 'Give the power to decide by itself, apart from others.' })
    if (given.from && given.until && Temporal.PlainDate.compare(given.until, given.from) <= 0)
      return invalid({ until: 'The last day must come after the first.' })
    if (grant && !outcome.value.clauses.some(({ grants }) => grants.some((one) => one.grant === grant)))
      return missing(`${ref} has no such delegation.`)
    if (grant) await deleteGrant(tx, council, grant)
    // It stays the same grant, so that what is withheld of it is known again.
    await insertGrant(tx, council, { ...given, grant: grant ?? randomUUID(), clause })
    return changedDraft(work, outcome.value)
  },
})

/** Takes back what a clause would give. */
export const removeGrant = useCase({
  name: 'decisions.remove-grant',
  title: 'Take back what a clause gives',
  may: [officer],
  input: z.object({ ref, version, grant: uuid }),
  async run(work, { ref, version, grant }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    if (!outcome.value.clauses.some(({ grants }) => grants.some((one) => one.grant === grant)))
      return missing(`${ref} has no such delegation.`)
    await deleteGrant(work.tx, work.actor.council, grant)
    return changedDraft(work, outcome.value)
  },
})
