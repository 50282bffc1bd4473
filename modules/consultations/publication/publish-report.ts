import { z } from 'zod'
import { everybody, officer } from '#authority'
import { optionalText, ref, text } from '#platform/input.ts'
import { done, invalid, missing, query, refused, useCase } from '#platform/use-case.ts'
import { notYetAnalysed, notYetAnswered } from '../analysis/stops.ts'
import { theConsultation } from '../draft.ts'
import { moved } from '../finish.ts'
import { writePublished } from '../published.ts'
import { findReport, insertReport, reportOf } from './report.ts'

/**
 * Publishes the report on a consultation: what came in, what people said, what the council answers and where it is written. It is
 * sealed. A later edition says why it is made; the earlier ones stay.
 */
export const publishReport = useCase({
  name: 'consultations.publish-report',
  title: 'Publish the report on a consultation',
  may: [officer],
  input: z.object({ ref, summary: text(10_000), because: optionalText(1000) }),
  async run(work, { ref, summary, because }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name },
      today,
    } = work
    const { state, consultation } = outcome.value
    if (state !== 'analysed' && state !== 'reported')
      return refused(
        `${ref} cannot be reported yet.`,
        `It is ${state}.`,
        'Close it, deal with what waits, and say that it is analysed.',
      )
    const stops = [...(await notYetAnalysed(work, consultation)), ...(await notYetAnswered(work, consultation))]
    if (stops.length) return refused(`${ref} cannot be reported yet.`, stops, 'See the analysis page.')
    const before = await findReport(tx, council, ref)
    if (before && because === null)
      return invalid({ because: 'There is a report already. Say why there is a new edition.' })
    const report = await reportOf(work, outcome.value, {
      n: (before?.n ?? 0) + 1,
      on: today.toString(),
      by: name,
      because: before ? because : null,
      summary,
    })
    await insertReport(tx, council, consultation, report)
    work.seal('consultation-report', `${ref}/${report.n}`, report)
    if (state === 'analysed') await moved(work, outcome.value, 'reported', 'Its report is on its page.')
    else await writePublished(work, ref)
    return done({ ref, n: report.n })
  },
})

/** The report on a consultation, as everybody may read it. */
export const viewReport = query({
  name: 'consultations.view-report',
  title: 'Read the report on a consultation',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const report = await findReport(tx, council, ref)
    return report ? done({ report }) : missing(`There is no report on ${ref} yet.`)
  },
})
