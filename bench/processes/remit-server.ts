/** Remit's own web door on a given database until standard input closes; `anew` forgets every page. Prints its port. */
import { openWeb } from '#platform/web.ts'
import { openDatabase } from '#platform/database.ts'
import { openLog } from '#platform/log.ts'
import { councilsIn } from '#platform/tenant.ts'
import { modules } from '#modules'
import { frameAround } from '../../site/frame.ts'
import { site } from '../../site/index.ts'
import type { AddressInfo } from 'node:net'

const database = await openDatabase({ url: process.argv[2] ?? '' })
const house = { database, councils: councilsIn(database), clock: () => Temporal.Now.instant(), stir: () => {} }
const all = [...modules, site(modules)]
const app = await openWeb({
  house,
  modules: all,
  frame: frameAround(all),
  log: openLog('error'),
  council: 'larkshire',
  remember: process.argv[3] !== 'anew',
  limits: { signIn: 1e9, upload: 1e9, search: 1e9, answer: 1e9 },
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`)
process.stdin.on('end', () => process.exit(0)).resume()
