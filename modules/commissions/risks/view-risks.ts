import { z } from 'zod'
import { staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { ofPart, partSeen } from '../one-part.ts'
import { editionLines, editionNumbered, findCommission } from '../store.ts'
import { titlesOfPosts } from '../titles-of-posts.ts'
import { openRisks, risksPart } from './register.ts'

/** The risks of a commission, open and closed. */
export const viewRisks = query({
  name: 'commissions.view-risks',
  title: 'Read the risks of a commission',
  may: staff,
  input: ofPart,
  async run(work, { ref, edition: n }) {
    const base = await partSeen(work, ref, 'risks', n)
    if (!base.ok) return base
    const register = base.value.edition ? risksPart.from(base.value.edition.document) : { risks: [] }
    const titles = await titlesOfPosts(work)
    const named = (risk: (typeof register.risks)[number]) => ({
      ...risk,
      ownerTitle: titles.get(risk.owner) ?? risk.owner,
      reviewOverdue: risk.closed === null && Temporal.PlainDate.compare(risk.reviewOn, work.today) < 0,
    })
    return done({
      ...base.value,
      open: openRisks(register).map(named),
      closed: register.risks.filter(({ closed }) => closed !== null).map(named),
    })
  },
})

/** What a risk was in each edition in which it changed, the newest first. */
export const viewRiskHistory = query({
  name: 'commissions.view-risk-history',
  title: 'Read how a risk changed',
  may: staff,
  input: z.object({ ref, risk: z.string().max(40) }),
  async run({ tx, council }, { ref, risk: id }) {
    const found = await findCommission(tx, council, ref)
    if (!found) return missing(`There is no commission ${ref}.`)
    const states: {
      n: number
      madeOn: Temporal.PlainDate
      madeBy: string
      why: string
      risk: ReturnType<typeof risksPart.from>['risks'][number]
    }[] = []
    for (const { n, madeOn, madeBy, why } of (
      await editionLines(tx, council, found.commission, 'risks', { before: null, size: 100 })
    ).toReversed()) {
      const edition = await editionNumbered(tx, council, found.commission, 'risks', n)
      const risk = edition && risksPart.from(edition.document).risks.find((one) => one.id === id)
      if (risk && JSON.stringify(risk) !== JSON.stringify(states.at(-1)?.risk))
        states.push({ n, madeOn, madeBy, why, risk })
    }
    return states.length ? done({ ref, states: states.reverse() }) : missing(`${ref} has no risk “${id}”.`)
  },
})
