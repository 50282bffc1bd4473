import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, findPost, officer } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { capacities, responses } from './consulted.ts'
import { consultedOf, deleteConsulted, insertConsulted } from './store.ts'

/** Records who was consulted, when, how, and what they said, with what shows it. Until it is signed: afterwards is too late. */
export const recordConsulted = useCase({
  name: 'decisions.record-consulted',
  title: 'Record who was consulted',
  may: [officer, democraticServices],
  input: z.object({
    ref,
    capacity: z.enum(capacities, 'Say in which capacity.'),
    post: optionalText(81).default(null),
    name: text(200),
    on: isoDay,
    how: text(500),
    response: z.enum(responses, 'Say how they responded.'),
    says: optionalText(4000).default(null),
    evidence: text(2000),
    interests: optionalText(2000).default(null),
    dispensation: optionalText(2000).default(null),
  }),
  async run(work, { ref, ...given }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor, now, today } = work
    const { state, decision, decidedOn } = outcome.value
    if (!actor.account) return refused('Somebody must record it.', [], 'Sign in first.')
    if (decidedOn !== null)
      return refused(
        `${ref} was decided on ${longDay(decidedOn)}.`,
        'To consult is to ask before a decision.',
        'Whoever is asked now can only be told.',
      )
    if (state !== 'draft' && state !== 'proposed') return refused(`${ref} is ${state}.`)
    if (Temporal.PlainDate.compare(given.on, today) > 0)
      return invalid({ on: `${longDay(given.on)} is still to come. Record it once it has happened.` })
    if (given.post !== null && !(await findPost(tx, actor.council, given.post)))
      return invalid({ post: 'Choose a post of the council, or none.' })
    if (given.capacity === 'executive-member') {
      if (given.interests === null)
        return invalid({ interests: 'Say which interests were declared, or that none were (SI 2012/2089, reg 13(4)).' })
      if (given.dispensation === null)
        return invalid({
          dispensation: 'Say which dispensation was given, or that none was (SI 2012/2089, reg 13(4)).',
        })
    }
    if (given.response !== 'agrees' && given.response !== 'none' && given.says === null)
      return invalid({ says: 'Write down what was said.' })
    const consulted = randomUUID()
    await insertConsulted(tx, actor.council, {
      ...given,
      consulted,
      decision,
      by: actor.account,
      recordedByName: actor.name,
      recordedAt: now,
    })
    return done({ ref, consulted })
  },
})

/** Takes an entry out of a draft. */
export const removeConsulted = useCase({
  name: 'decisions.remove-consulted',
  title: 'Remove who was consulted',
  may: [officer, democraticServices],
  input: z.object({ ref, consulted: uuid }),
  async run(work, { ref, consulted }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const { state, decision } = outcome.value
    if (state !== 'draft')
      return refused(`${ref} is ${state}: what was read may not go.`, [], 'Take it back to draft first.')
    if (!(await consultedOf(tx, council, decision)).some((one) => one.consulted === consulted))
      return missing(`${ref} has no such entry.`)
    await deleteConsulted(tx, council, decision, consulted)
    return done({ ref })
  },
})
