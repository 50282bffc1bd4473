import { staff } from '#authority'
import { explain } from '#platform/law.ts'
import { done, query } from '#platform/use-case.ts'
import { ofPart, partSeen } from '../one-part.ts'
import { figuresAreFresh, lotsHaveSeveralBidders, providersStay } from '../rules/market-holds.ts'
import { needPart, type NeedStatement } from './statement.ts'

/** What is known of need and market. */
export const viewNeed = query({
  name: 'commissions.view-need',
  title: 'Read what a commission knows of need and market',
  may: staff,
  input: ofPart,
  async run(work, { ref, edition: n }) {
    const base = await partSeen(work, ref, 'need', n)
    if (!base.ok) return base
    const statement = base.value.edition
      ? needPart.from(base.value.edition.document)
      : { figures: [], lots: [], exits: [] }
    return done({ ...base.value, seen: needSeen(statement, work.today) })
  },
})

export const needSeen = (statement: NeedStatement, today: Temporal.PlainDate) => ({
  statement,
  findings: [
    ...explain([lotsHaveSeveralBidders], statement, today),
    ...explain(
      [providersStay],
      { exits: statement.exits, today, known: statement.exits.length + statement.lots.length > 0 },
      today,
    ),
    ...explain([figuresAreFresh], { figures: statement.figures, today }, today),
  ],
})

export type NeedSeen = ReturnType<typeof needSeen>
