/**
 * A process of its own that starts drafts one after another and says the reference of each once it was acknowledged, until it
 * is killed. Arguments: a database URL or a folder, and the account.
 */
import { startDraft } from '#decisions'
import { openDatabase } from '#platform/database.ts'
import { perform, type House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'

const [where = '', account = ''] = process.argv.slice(2)
const database = await openDatabase(where.startsWith('postgres') ? { url: where } : { folder: where })
const house: House = {
  database,
  councils: councilsIn(database),
  clock: () => Temporal.Instant.from('2022-08-15T09:00:00Z'),
  stir: () => {},
}
for (let n = 0; n < 200; n++) {
  const outcome = await perform(
    house,
    startDraft,
    { council: 'larkshire', account, name: 'Priya', roles: ['commissioning officer'] },
    { title: `Draft ${n}` },
  )
  process.stdout.write(`${outcome.ok ? outcome.value.ref : `refused ${outcome.refusal.what}`}\n`)
}
