import { openDatabase } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'
import { dropDatabase, makeDatabase, serverBinaries, startCluster } from '../testing/cluster.ts'
import { allMigrations } from '../testing/world.ts'
import { analyse } from './analyse.ts'
import { authority } from './authority.ts'
import { documents } from './documents.ts'
import { exercise } from './exercise.ts'
import { read } from './read.ts'
import { respond } from './respond.ts'
import { start } from './start.ts'
import { table, type Bench, type Line } from './report.ts'
import { web } from './web.ts'

const benches: Record<string, Bench> = { exercise, respond, analyse, authority, web, read, documents, start }

/** Runs the named measurements, or all, each on a database of its own, and prints a table. The exit code is 1 when one falls short. */
export async function main(words: string[]): Promise<number> {
  const binaries = serverBinaries()
  if (!binaries) {
    process.stderr.write(
      'The measurements need a PostgreSQL server on this machine: install one, or name its folder in PG_BINDIR.\n',
    )
    return 1
  }
  const cluster = await startCluster(binaries)
  try {
    let short = 0
    for (const [name, bench] of Object.entries(benches).filter(([name]) => !words.length || words.includes(name))) {
      const made: string[] = []
      const lines: Line[] = []
      for await (const line of bench({
        makeDatabase: async (of) => {
          const own = `bench_${of}`
          made.push(own)
          const url = await makeDatabase(cluster.url, own)
          const database = await openDatabase({ url })
          await migrate(database, await allMigrations())
          await database.close()
          return url
        },
      })) {
        lines.push(line)
        process.stderr.write(
          `${line.ratio >= line.least ? '✔' : '✖'} ${line.what}: ${line.ours}; floor ${line.floor}; ratio ${line.ratio.toFixed(2)}\n`,
        )
      }
      short += lines.filter(({ ratio, least }) => ratio < least).length
      process.stdout.write(`\n## ${name}\n\n${table(lines)}\n`)
      for (const one of made) await dropDatabase(cluster.url, one)
    }
    return short ? 1 : 0
  } finally {
    await cluster.stop()
  }
}
