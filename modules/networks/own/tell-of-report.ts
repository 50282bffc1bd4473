import type { Work } from '#platform/use-case.ts'
import type { Network } from '../network.ts'
import { membersOf } from '../people-store.ts'
import { yearReportPath } from '../pages/paths.ts'
import { tell } from './tell.ts'

const atOnce = 200

/** Tells every member who agreed to such news that a year's report is out. To whoever did not, nothing is owed. */
export async function tellOfReport(work: Work, network: Network, year: number): Promise<void> {
  const name = `${year}/${String(year + 1).slice(2)}`
  for (let after: string | null = null; ;) {
    const found = await membersOf(work.tx, work.council, network.network, {
      words: null,
      left: false,
      askAgainOn: null,
      after,
      size: atOnce,
    })
    for (const { member, consents } of found)
      if (consents.includes('news'))
        await tell(work, network, member, {
          kind: 'report',
          about: network.ref,
          subject: `The year ${name}: ${network.title}`,
          body: `The report on the year ${name} is out: what was raised, what came of it, and what it cost. Read it at ${yearReportPath({ ref: network.ref, year: String(year) })}`,
        })
    after = found.at(-1)?.member ?? null
    if (found.length < atOnce) return
  }
}
