import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { grantFromClause, type ClauseGrant } from '#authority'
import { day } from '#platform/days.ts'
import { useCase } from '#platform/use-case.ts'
import { must, type World } from './world.ts'

const grant = useCase({
  name: 'test.grant',
  title: 'Grant',
  may: ['commissioning officer'],
  input: z.custom<ClauseGrant>(),
  run: grantFromClause,
})

/**
 * Grants authority as a clause of a published decision does, and answers the mandate's reference. Unless `usual` or `but` says
 * otherwise: contracts for care at home by the Director of Adult Social Care from 13 August 2022, up to £500,000 in all.
 */
export const granting =
  (world: World, usual: Partial<ClauseGrant> = {}) =>
  async (but: Partial<ClauseGrant> = {}): Promise<string> =>
    must(
      await world.does(world.as('Priya'), grant, {
        clause: randomUUID(),
        decisionRef: `D-${randomUUID().slice(0, 8)}`,
        clauseLabel: 'c',
        holder: 'director-adults',
        powers: ['contract'],
        scope: 'adults/care-at-home',
        words: 'Enter into contracts',
        ceiling: { basis: 'whole-life', pence: 500_000_00n },
        from: day('2022-08-13'),
        until: null,
        mayDelegate: true,
        conditions: [],
        ...usual,
        ...but,
      }),
    ).ref
