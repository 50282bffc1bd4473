import { adoptConstitution } from '#authority'
import { addCouncil, type Account } from '#platform/add-council.ts'
import type { Database } from '#platform/database.ts'
import { perform } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import { larkshire, people } from '../site/demo/larkshire.ts'

/** Larkshire on a migrated database, once. */
export async function benchCouncil(database: Database): Promise<Account[]> {
  const house = { database, councils: councilsIn(database), clock: () => Temporal.Now.instant(), stir: () => {} }
  const there = (await house.councils.all()).length > 0
  const accounts = await addCouncil(database, { council: 'larkshire', name: 'Larkshire Council', demo: true, people })
  house.councils.refresh()
  if (!there)
    await perform(
      house,
      adoptConstitution,
      { council: 'larkshire', account: null, name: 'Set-up', roles: ['administrator'] },
      larkshire,
    )
  return accounts
}
