import { staff } from '#authority'
import { explain } from '#platform/law.ts'
import { done, query } from '#platform/use-case.ts'
import { ofPart, partSeen } from '../one-part.ts'
import { everyCharacteristicIsAssessed, everyDutyIsConsidered } from '../rules/duties-before-decision.ts'
import { type DutiesMatrix, dutiesPart } from './matrix.ts'
import { type AskedDuty, characteristicNames, characteristics, dutiesFor } from './specific-duties.ts'

/** What is written of equality and duties. */
export const viewDuties = query({
  name: 'commissions.view-duties',
  title: 'Read what a commission says of equality and duties',
  may: staff,
  input: ofPart,
  async run(work, { ref, edition: n }) {
    const base = await partSeen(work, ref, 'duties', n)
    if (!base.ok) return base
    const matrix = base.value.edition ? dutiesPart.from(base.value.edition.document) : { duties: [], impacts: [] }
    return done({
      ...base.value,
      seen: dutiesSeen(
        matrix,
        await dutiesFor(work.tx, work.actor.council, base.value.commission.subject, work.today),
        work.today,
      ),
    })
  },
})

export function dutiesSeen(matrix: DutiesMatrix, asked: readonly AskedDuty[], today: Temporal.PlainDate) {
  const title = (duty: string) => asked.find((one) => one.duty === duty)?.title ?? duty
  return {
    matrix,
    asked,
    findings: [
      ...explain(
        [everyDutyIsConsidered],
        { asked: asked.map((one) => one.title), considered: matrix.duties.map(({ duty }) => title(duty)) },
        today,
      ),
      ...explain(
        [everyCharacteristicIsAssessed],
        {
          asked: characteristicNames.map((name) => characteristics[name]),
          assessed: matrix.impacts.map(({ characteristic, effect }) => ({
            name: characteristics[characteristic],
            known: effect !== 'not-known',
          })),
        },
        today,
      ),
    ],
  }
}

export type DutiesSeen = ReturnType<typeof dutiesSeen>
