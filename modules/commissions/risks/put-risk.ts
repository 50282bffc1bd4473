import { z } from 'zod'
import { findPost, officer } from '#authority'
import { ref, text, whole } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { revise } from '../revise.ts'
import { riskInput, risksPart } from './register.ts'

/** Adds a risk, changes it or closes it; every earlier state of it stays in the editions. */
export const putRisk = useCase({
  name: 'commissions.put-risk',
  title: 'Add or change a risk',
  may: [officer],
  input: z.object({ ref, edition: whole(0, 1_000_000), why: text(500), risk: riskInput }),
  run: (work, { risk, ...revision }) =>
    revise(work, risksPart, revision, async (before) => {
      if (!(await findPost(work.tx, work.actor.council, risk.owner)))
        return invalid({ owner: 'Choose a post of the council.' })
      const risks = before?.risks ?? []
      const known = risks.some(({ id }) => id === risk.id)
      if (!known && risks.length >= 100)
        return refused('A register holds a hundred risks.', [], 'Put risks that are alike together.')
      if (risk.closed === null && Temporal.PlainDate.compare(risk.reviewOn, work.today) < 0)
        return invalid({ reviewOn: 'The day of the next review is still to come. Give a day from today on.' })
      return done({ risks: known ? risks.map((one) => (one.id === risk.id ? risk : one)) : [...risks, risk] })
    }),
})
