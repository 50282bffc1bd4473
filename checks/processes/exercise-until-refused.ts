/**
 * A process of its own that exercises one mandate as fast as it can until it is refused, and prints how often it was let.
 * Arguments: database URL, council, account, mandate, pence for each act.
 */
import { recordAct } from '#authority'
import { openDatabase } from '#platform/database.ts'
import { perform, type House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'

const [url = '', council = '', account = '', under = '', pence = ''] = process.argv.slice(2)
const database = await openDatabase({ url })
const now = Temporal.Instant.from('2022-08-15T09:00:00Z')
const house: House = { database, councils: councilsIn(database), clock: () => now, stir: () => {} }
const actor = { council, account, name: 'Somebody', roles: ['commissioning officer'] }
let acts = 0
const worker = async () => {
  for (;;) {
    const outcome = await perform(house, recordAct, actor, {
      post: 'director-adults',
      power: 'contract',
      subject: 'adults/care-at-home',
      what: 'One of many',
      pence,
      day: '2022-08-15',
      under,
    })
    if (!outcome.ok) return
    acts++
  }
}
process.stdout.write('ready\n')
await new Promise((go) => process.stdin.once('data', go))
await Promise.all([worker(), worker(), worker(), worker()])
process.stdout.write(`${acts}\n`)
await database.close()
process.stdin.destroy()
