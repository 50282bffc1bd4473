import { actPath, amountWithheld, grantedBy, mandatePath, publicEyes } from '#authority'
import type { Tx } from '#platform/database.ts'
import { plainDay } from '#platform/days.ts'
import { pounds } from '#platform/money.ts'
import { figureWords } from './need/words.ts'
import { comparable, type NeedStatement } from './need/statement.ts'
import { knownRecord, publishedRecord } from './records.ts'

/** A record of a commission's thread, in its layer. `act` says how it came about, and leads to what brought it about. */
export type ThreadBox = {
  ref: string | null
  kind: string
  title: string
  href: string | null
  day: Temporal.PlainDate | null
  says: string
  value: string | null
  act: { text: string; ref: string | null } | null
  /** Whether the public may see it. */
  isPublic: boolean
}

export type ThreadLayer = {
  layer: 'need' | 'commission' | 'shaped' | 'decision' | 'authority' | 'pounds'
  title: string
  boxes: ThreadBox[]
}

type Given = {
  ref: string
  title: string
  openedOn: Temporal.PlainDate
  openedAct: string
  links: readonly { record: string; kind: string; says: string }[]
  need: NeedStatement | null
  /** Decisions that gates of the timeline name. */
  gates: readonly string[]
}

/**
 * The whole way from need to pounds: what was known, the commission and the act that opened it, who shaped it, what was decided,
 * what that authorised, and what was done and spent under it. `whole` for people at the desk; else only what is published.
 */
export async function threadOf(
  tx: Tx,
  council: string,
  given: Given,
  today: Temporal.PlainDate,
  whole: boolean,
): Promise<ThreadLayer[]> {
  const linked: ThreadBox[] = []
  const decisions: ThreadBox[] = []
  const records = [
    ...given.links,
    ...given.gates
      .filter((ref) => !given.links.some(({ record }) => record === ref))
      .map((record) => ({ record, kind: 'Decision', says: 'Opens a gate of the timeline' })),
  ]
  for (const { record, kind, says } of records) {
    const published = await publishedRecord(tx, council, record)
    const known = published ?? (whole ? await knownRecord(tx, council, record) : null)
    if (!known && !whole) continue
    const box: ThreadBox = {
      ref: record,
      kind: known?.kind ?? kind,
      title: known ? `${record}: ${known.title}` : record,
      href: known?.href ?? null,
      day: known?.day ?? null,
      says: known?.says ?? 'A record of another system.',
      value: null,
      act: { text: says, ref: null },
      isPublic: published !== null,
    }
    const isDecision = box.kind === 'Decision'
    ;(isDecision ? decisions : linked).push(box)
  }
  const authority: ThreadBox[] = []
  const spent: ThreadBox[] = []
  for (const { ref } of decisions) {
    for (const mandate of ref === null ? [] : await grantedBy(tx, council, ref, today, publicEyes)) {
      authority.push({
        ref: mandate.ref,
        kind: 'Mandate',
        title: `${mandate.ref}: ${mandate.holderTitle}`,
        href: mandatePath({ ref: mandate.ref }),
        day: mandate.from,
        says: mandate.words,
        value:
          mandate.withheld === 'ceiling and use'
            ? amountWithheld
            : mandate.ceiling?.pence === undefined || mandate.ceiling.pence === null
              ? null
              : `Up to ${pounds(mandate.ceiling.pence)}`,
        act:
          mandate.parentRef === null
            ? { text: `Granted by clause (${mandate.clauseLabel ?? '–'}) of ${ref}`, ref }
            : { text: `Passed on from ${mandate.parentRef}`, ref: mandate.parentRef },
        isPublic: true,
      })
      for (const act of mandate.acts.filter(({ undoneBy }) => undoneBy === null).slice(0, 20)) {
        spent.push({
          ref: act.ref,
          kind: 'Act',
          title: `${act.ref}: ${act.what}`,
          href: actPath({ ref: act.ref }),
          day: act.day,
          says: plainDay(act.day),
          value: act.value === null ? amountWithheld : act.value === 0n ? null : pounds(act.value),
          act: { text: `Done under ${mandate.ref}`, ref: mandate.ref },
          isPublic: true,
        })
      }
    }
  }
  const need = given.need
    ? comparable(given.need).map(({ topic: _, measure, figures }): ThreadBox => ({
        ref: null,
        kind: 'Need',
        title: measure,
        href: null,
        day: figures[0]?.on ?? null,
        says: figures
          .slice(0, 4)
          .map((one) => `${one.cohort}: ${figureWords(one)}`)
          .join('; '),
        value: null,
        act: null,
        isPublic: true,
      }))
    : []
  return [
    { layer: 'need', title: 'What was known of need', boxes: need },
    {
      layer: 'commission',
      title: 'The commission',
      boxes: [
        {
          ref: given.ref,
          kind: 'Commission',
          title: `${given.ref}: ${given.title}`,
          href: null,
          day: given.openedOn,
          says: `Opened on ${plainDay(given.openedOn)}.`,
          value: null,
          act: { text: `Opened by act ${given.openedAct}`, ref: given.openedAct },
          isPublic: true,
        },
      ],
    },
    { layer: 'shaped', title: 'What belongs to it and shaped it', boxes: linked },
    { layer: 'decision', title: 'What was decided', boxes: decisions },
    { layer: 'authority', title: 'What that authorised', boxes: authority },
    { layer: 'pounds', title: 'What was done and spent under it', boxes: spent },
  ]
}
