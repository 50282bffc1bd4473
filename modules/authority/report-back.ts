import { z } from 'zod'
import { ref as refInput, text } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { officer } from './roles.ts'
import { findAct, giveReport, reportsOn } from './store.ts'

/** Gives the report that a condition of the grant asks for after an act. Until it is given, the mandate cannot be used again once it is due. */
export const reportBack = useCase({
  name: 'authority.report-back',
  title: 'Report back on an act',
  may: [officer],
  input: z.object({ act: refInput, condition: text(80), says: text(2000) }),
  async run(work, { act: ref, condition, says }) {
    work.about(ref)
    const { tx, council, today } = work
    const act = await findAct(tx, council, ref)
    if (!act) return missing(`There is no act ${ref}.`)
    const report = (await reportsOn(tx, council, act.act)).find((one) => one.condition === condition)
    if (!report) return refused(`${ref} asks for no report called ${condition}.`)
    if (report.givenOn) return refused(`That report was given on ${report.givenOn.toString()}.`)
    await giveReport(tx, council, act.act, condition, today, says)
    work.announce('authority.reported', { act: ref, condition })
    return done({ ref })
  },
})
