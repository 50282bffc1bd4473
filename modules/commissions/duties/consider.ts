import { z } from 'zod'
import { officer } from '#authority'
import { ref, text, whole } from '#platform/input.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { revise } from '../revise.ts'
import { dutiesPart, dutyInput, impactInput } from './matrix.ts'
import { dutiesFor } from './specific-duties.ts'

const revision = z.object({ ref, edition: whole(0, 1_000_000), why: text(500) })

/** Writes down what was considered of one duty, and where it is written. */
export const considerDuty = useCase({
  name: 'commissions.consider-duty',
  title: 'Write down what was considered of a duty',
  may: [officer],
  input: revision.extend({ entry: dutyInput }),
  run: (work, { entry, ...revision }) =>
    revise(work, dutiesPart, revision, async (before, { subject }) => {
      const asked = await dutiesFor(work.tx, work.actor.council, subject, work.today)
      if (!asked.some(({ duty }) => duty === entry.duty))
        return invalid({ duty: 'Choose a duty from the council’s list.' })
      return done({
        impacts: before?.impacts ?? [],
        duties: [...(before?.duties.filter(({ duty }) => duty !== entry.duty) ?? []), entry],
      })
    }),
})

/** Writes down what would change for people with one characteristic, on what evidence, and what is done about it. */
export const assessImpact = useCase({
  name: 'commissions.assess-impact',
  title: 'Write down the impact on people with a characteristic',
  may: [officer],
  input: revision.extend({ entry: impactInput }),
  run: (work, { entry, ...revision }) =>
    revise(work, dutiesPart, revision, (before) => {
      const worse = entry.effect === 'worse' || entry.effect === 'both'
      if (worse && entry.mitigation === '')
        return invalid({ mitigation: 'Say what is done about it, or that nothing can be and why.' })
      return done({
        duties: before?.duties ?? [],
        impacts: [
          ...(before?.impacts.filter(({ characteristic }) => characteristic !== entry.characteristic) ?? []),
          entry,
        ],
      })
    }),
})
