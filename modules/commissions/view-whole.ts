import { z } from 'zod'
import { staff } from '#authority'
import { ref } from '#platform/input.ts'
import { explain } from '#platform/law.ts'
import { done, missing, query, type Work } from '#platform/use-case.ts'
import { type Commission, partNames } from './commission.ts'
import { dutiesPart } from './duties/matrix.ts'
import { dutiesFor } from './duties/specific-duties.ts'
import { dutiesSeen } from './duties/view-duties.ts'
import { needPart } from './need/statement.ts'
import { needSeen } from './need/view-need.ts'
import { optionsPart } from './options/document.ts'
import { appraisalSeen } from './options/view-appraisal.ts'
import { knownRecord } from './records.ts'
import { openRisks, risksPart } from './risks/register.ts'
import { owedIsDoneInTime } from './rules/owed-in-time.ts'
import { editionLines, findCommission, latestEditions, linksOf, owedUnder } from './store.ts'
import { planFrom } from './timeline/document.ts'
import { findingsOfPlan } from './timeline/findings.ts'
import { outlookOn } from './timeline/lateness.ts'
import { schedule } from './timeline/schedule.ts'
import { titlesOfPosts } from './titles-of-posts.ts'

/** A commission on the desk, whole: what is settled, how far each part is, its records, what is owed, what happened. */
export const viewWhole = query({
  name: 'commissions.view-whole',
  title: 'Read a commission on the desk',
  may: staff,
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council, today } = work
    const found = await findCommission(tx, council, ref)
    if (!found) return missing(`There is no commission ${ref}.`)
    const links = []
    for (const link of await linksOf(tx, council, found.commission))
      links.push({ ...link, known: await knownRecord(tx, council, link.record) })
    const titles = await titlesOfPosts(work)
    return done({
      commission: { ...found, leadTitle: titles.get(found.lead) ?? found.lead },
      parts: (await latestEditions(tx, council, found.commission)).map(({ document: _, ...one }) => one),
      summaries: await summariesOf(work, found),
      links,
      owed: (await owedUnder(tx, council, found.commission)).map((one) => ({
        ...one,
        ownerTitle: titles.get(one.owner) ?? one.owner,
        findings: explain([owedIsDoneInTime], { ...one, today }, today),
      })),
      history: await editionLines(tx, council, found.commission, null, { before: null, size: 50 }),
    })
  },
})

// How far each part is, in a line: what the overview says beside its name.
async function summariesOf(
  { tx, council, today }: Work,
  found: Commission,
): Promise<Partial<Record<(typeof partNames)[number], { says: string; open: number }>>> {
  const summaries: Partial<Record<(typeof partNames)[number], { says: string; open: number }>> = {}
  const count = (findings: { outcome: string }[]) => findings.filter(({ outcome }) => outcome === 'not-met').length
  for (const { part, document } of await latestEditions(tx, council, found.commission)) {
    switch (part) {
      case 'timeline': {
        const plan = planFrom(document)
        const scheduled = schedule(plan)
        const { late } = outlookOn(plan, found.closedOn ?? today)
        summaries[part] = {
          says: `${plan.steps.length} steps${late.length ? `, ${late.length} late` : ''}`,
          open: count(findingsOfPlan(plan, scheduled)),
        }
        break
      }
      case 'options': {
        const seen = appraisalSeen(optionsPart.from(document), today)
        summaries[part] = { says: `${seen.ranked.length} options`, open: count(seen.findings) }
        break
      }
      case 'risks': {
        const open = openRisks(risksPart.from(document))
        summaries[part] = {
          says: `${open.length} open`,
          open: open.filter(({ reviewOn }) => Temporal.PlainDate.compare(reviewOn, today) < 0).length,
        }
        break
      }
      case 'duties': {
        const seen = dutiesSeen(dutiesPart.from(document), await dutiesFor(tx, council, found.subject, today), today)
        summaries[part] = {
          says: `${seen.matrix.duties.length} of ${seen.asked.length} duties`,
          open: count(seen.findings),
        }
        break
      }
      case 'need': {
        const seen = needSeen(needPart.from(document), today)
        summaries[part] = { says: `${seen.statement.figures.length} figures`, open: count(seen.findings) }
        break
      }
    }
  }
  return summaries
}
