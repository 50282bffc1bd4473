import { z } from 'zod'
import { administrator, democraticServices, monitoringOfficer } from '#authority'
import { longDay } from '#platform/days.ts'
import { done, useCase, type Work } from '#platform/use-case.ts'
import { holders, withRole, write } from '../letters.ts'
import { noteReminder } from './store.ts'
import { lateWords, turnWords, whoseTurn, type Waiting } from './whose-turn.ts'

/**
 * Reminds whoever is late: once a day of each lateness, however often this is run. The letters are written here, within the
 * transaction that notes them, because there is nothing else to announce.
 */
export const remind = useCase({
  name: 'decisions.remind',
  title: 'Remind whoever is late',
  may: [administrator, democraticServices],
  input: z.object({}),
  async run(work) {
    const { tx, council, today } = work
    let letters = 0
    for (const late of (await whoseTurn(tx, council, today)).filter(({ lateBy }) => lateBy > 0)) {
      for (const account of await reminded(work, late)) {
        if (!(await noteReminder(tx, council, { kind: late.kind, item: late.item, account, day: today }))) continue
        await write(
          work,
          [account],
          `Late: ${late.title}`,
          `${turnWords(late)}: ${late.title} (${late.ref}). It is ${lateWords(late) ?? 'late'}; it has waited since ${longDay(late.since)}.\n\n${addressOf(late)}`,
        )
        letters++
      }
    }
    return done({ letters })
  },
})

/** Whoever's turn it is; for a body's decision and for publication, democratic services, and for a call-in the monitoring officer too. */
async function reminded(work: Work, { kind, post }: Waiting): Promise<string[]> {
  if (post !== null) return holders(work, post)
  const clerks = await withRole(work, democraticServices)
  return kind === 'judge' ? [...new Set([...clerks, ...(await withRole(work, monitoringOfficer))])] : clerks
}

function addressOf({ kind, ref, item }: Waiting): string {
  switch (kind) {
    case 'clear':
      return `Read it and answer at /desk/decisions/${ref}/clearances/${item}.`
    case 'decide':
      return `Read it, then sign or refuse it at /desk/decisions/${ref}/sign.`
    case 'publish':
      return `Publish it at /desk/decisions/${ref}/publish.`
    case 'judge':
      return `Judge it at /desk/decisions/${ref}/call-in/${item}/judge. Until then what hangs on the clauses is suspended.`
  }
}
