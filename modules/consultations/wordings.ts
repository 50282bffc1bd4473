import { z } from 'zod'
import { officer } from '#authority'
import { ref } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { theConsultation } from './draft.ts'
import { writePublished } from './published.ts'
import { missingIn, original, wordingInput } from './questions/wording.ts'
import { keepWording, publishWording } from './store.ts'

/** Keeps the questions in other words: in Easy Read, or in another language. May be half done until it is published. */
export const putWording = useCase({
  name: 'consultations.put-wording',
  title: 'Put the questions into other words',
  may: [officer],
  input: wordingInput.extend({ ref }),
  async run(work, { ref, ...wording }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { state, consultation } = outcome.value
    if (state !== 'draft' && state !== 'open') return refused(`${ref} is ${state}: nobody answers it any more.`)
    if (wording.wording === original.wording)
      return refused(
        'The council’s own words are the questions themselves.',
        [],
        'Give this wording another short name.',
      )
    await keepWording(work.tx, work.actor.council, consultation, wording)
    return done({ ref, wording: wording.wording })
  },
})

/** Publishes a wording that says everything: with the consultation when it is a draft, at once when it is open. Frozen then. */
export const publishWordingOf = useCase({
  name: 'consultations.publish-wording',
  title: 'Publish the questions in other words',
  may: [officer],
  input: z.object({ ref, wording: z.string().max(30) }),
  async run(work, { ref, wording }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { state, consultation, wordings, questionnaire } = outcome.value
    if (state !== 'open')
      return refused(
        `${ref} is ${state}.`,
        [],
        state === 'draft' ? 'It is published with the consultation, if it says everything by then.' : null,
      )
    const draft = wordings.find((one) => one.wording === wording && one.publishedAt === null)
    if (!draft) return refused(`There is no draft of ${wording} to publish.`)
    const missing = missingIn(questionnaire, draft.content)
    if (missing.length)
      return refused(
        `${draft.name} does not say everything yet.`,
        missing.slice(0, 20).map((what) => `It lacks ${what}.`),
        'Put the rest into it first.',
      )
    await publishWording(work.tx, work.actor.council, consultation, wording, work.now)
    await writePublished(work, ref)
    return done({ ref, wording })
  },
})
