import { z } from 'zod'
import { everybody } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { dutiesPart } from './duties/matrix.ts'
import { dutiesFor } from './duties/specific-duties.ts'
import { dutiesSeen } from './duties/view-duties.ts'
import { needPart } from './need/statement.ts'
import { needSeen } from './need/view-need.ts'
import { optionsPart } from './options/document.ts'
import { appraisalSeen } from './options/view-appraisal.ts'
import { publishedRecord } from './records.ts'
import { openRisks, risksPart } from './risks/register.ts'
import { shownCommission } from './store.ts'
import { planFrom } from './timeline/document.ts'
import { planSeen } from './timeline/view-plan.ts'
import { titlesOfPosts } from './titles-of-posts.ts'

/** A commission as the public sees it: what may be shown of it, and those of its records that are published. */
export const viewCommission = query({
  name: 'commissions.view',
  title: 'Read a commission',
  may: everybody,
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council, today } = work
    const found = await shownCommission(tx, council, ref)
    if (!found) return missing(`There is no public commission ${ref}.`)
    const links = []
    for (const link of found.links) {
      const node = await publishedRecord(tx, council, link.record)
      if (node) links.push({ ...link, title: node.title, href: node.href, standing: node.says })
    }
    const { timeline, options, risks, duties, need } = found.parts
    const titles = await titlesOfPosts(work)
    return done({
      commission: { ...found, links },
      timeline: timeline
        ? await planSeen(
            tx,
            council,
            planFrom(timeline.document),
            today,
            found.closedOn === null ? null : Temporal.PlainDate.from(found.closedOn),
          )
        : null,
      options: options ? appraisalSeen(optionsPart.from(options.document), today) : null,
      risks: risks
        ? {
            open: openRisks(risksPart.from(risks.document)).map((risk) => ({
              ...risk,
              ownerTitle: titles.get(risk.owner) ?? risk.owner,
            })),
          }
        : null,
      duties: duties
        ? dutiesSeen(dutiesPart.from(duties.document), await dutiesFor(tx, council, found.subject, today), today)
        : null,
      need: need ? needSeen(needPart.from(need.document), today) : null,
      owed: found.owed,
    })
  },
})
