import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { outgoing } from '#platform/values.ts'
import { openPostgres } from '#platform/engine.ts'
import { openWeb } from '#platform/web.ts'
import { openLog } from '#platform/log.ts'
import { councilsIn } from '#platform/tenant.ts'
import { modules } from '#modules'
import { frameAround } from '../site/frame.ts'
import { site } from '../site/index.ts'
import { load, middle, type Load } from './load.ts'
import { recording, type Sent } from './recorded.ts'
import { started } from './processes/started.ts'
import type { Bench } from './report.ts'
import { seedRegister } from './seed.ts'
import { benchCouncil } from './council.ts'

// REMIT_BENCH_SIZES=1000,100000 measures at those sizes only.
const sizes = (process.env['REMIT_BENCH_SIZES'] ?? '1000,10000,100000').split(',').map(Number)
const rounds = 3

/**
 * The register and a decision page against a floor server that sends the page's statements for every request, as the register
 * grows; with pages remembered as they are for visitors, and rendered anew each time. And the server's memory under that load.
 */
export const web: Bench = async function* ({ makeDatabase }) {
  const url = await makeDatabase('web')
  const first = new Map<string, Load>()
  for (const size of sizes) {
    const engine = openPostgres(url)
    const { database, record } = recording(engine)
    await benchCouncil(database)
    await seedRegister(database, size)
    const pages = {
      register: ['/register'],
      'register, searched': ['/register?words=respite'],
      'decision page': spread(size),
    }
    const all = [...modules, site(modules)]
    const house = { database, councils: councilsIn(database), clock: () => Temporal.Now.instant(), stir: () => {} }
    const app = await openWeb({
      house,
      modules: all,
      frame: frameAround(all),
      log: openLog('error'),
      council: 'larkshire',
      remember: false,
    })
    const addresses: Record<string, { sent: Sent[]; bytes: number }> = {}
    for (const path of Object.values(pages).flat()) {
      await warmed(app, path)
      const { value, sent } = await record(() => app.inject(path))
      if (value.statusCode !== 200) throw new Error(`${path} answered ${value.statusCode}: ${value.body.slice(0, 300)}`)
      addresses[path] = {
        sent: sent.map(({ text, values }) => ({ text, values: values?.map(outgoing) ?? null })),
        bytes: Buffer.byteLength(value.body),
      }
    }
    await app.close()
    await database.close()

    const ours = await started('remit-server.ts', [url])
    const anew = await started('remit-server.ts', [url, 'anew'])
    const floor = await started('floor-server.ts', [], { url, addresses })
    for (const [name, paths] of Object.entries(pages)) {
      const runs: { ours: Load; anew: Load; floor: Load }[] = []
      await load(anew.port, paths, { count: 300 })
      await load(ours.port, paths, { count: 200 })
      await load(floor.port, paths, { count: 300 })
      for (let round = 0; round < rounds; round++)
        runs.push({
          ours: await load(ours.port, paths),
          anew: await load(anew.port, paths),
          floor: await load(floor.port, paths),
        })
      const mid = (of: (run: (typeof runs)[number]) => number) => middle(runs.map(of))
      const result: Load = {
        perSecond: mid((r) => r.ours.perSecond),
        median: mid((r) => r.ours.median),
        p99: mid((r) => r.ours.p99),
        bytes: runs[0]?.ours.bytes ?? 0,
      }
      first.set(name, first.get(name) ?? result)
      yield {
        what: `${name}, ${size.toLocaleString('en-GB')} decisions`,
        ours: `${Math.round(result.perSecond)}/s, median ${result.median.toFixed(1)} ms`,
        floor: `${Math.round(mid((r) => r.floor.perSecond))}/s, median ${mid((r) => r.floor.median).toFixed(1)} ms`,
        ratio: mid((r) => r.ours.perSecond / r.floor.perSecond),
        least: 0.5,
        note: `rendered anew each time ${Math.round(mid((r) => r.anew.perSecond))}/s, ${mid((r) => r.anew.perSecond / r.floor.perSecond).toFixed(2)} of the floor; latency ${(result.median / (first.get(name)?.median ?? 1)).toFixed(2)} times that at 1,000; ${Math.round(result.bytes / 1024)} KiB a page`,
      }
    }
    const most = Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${ours.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    yield {
      what: `server memory under that load, ${size.toLocaleString('en-GB')} decisions`,
      ours: `${Math.round(most)} MiB at most`,
      floor: '400 MB allowed',
      ratio: 400 / (most * 1.048576),
      least: 1,
      note: 'peak resident set',
    }
    await ours.stop()
    await anew.stop()
    await floor.stop()
  }
}

// The councils are remembered from here on, as they are under load. A server that has just been opened on a busy machine may ask
// for patience first.
async function warmed(app: Awaited<ReturnType<typeof openWeb>>, path: string): Promise<void> {
  for (let tries = 0; tries < 20 && (await app.inject(path)).statusCode === 503; tries++) await sleep(500)
}

const spread = (size: number) =>
  Array.from(
    { length: 20 },
    (_, n) => `/decisions/D-bench-${String(1 + Math.floor((n * (size - 1)) / 20)).padStart(6, '0')}`,
  )
