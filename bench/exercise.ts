import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import { grantFromClause, recordAct } from '#authority'
import { day } from '#platform/days.ts'
import { openPostgres } from '#platform/engine.ts'
import { perform } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import { useCase } from '#platform/use-case.ts'
import { outgoing } from '#platform/values.ts'
import { benchCouncil } from './council.ts'
import { middle } from './load.ts'
import { recording, type Sent } from './recorded.ts'
import type { Bench } from './report.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/**
 * Exercising a mandate, all of it (rules, act, ledger, journal, outbox, commit), against a plain client that sends the same
 * statements with fresh identifiers and looks at nothing; and how the cost grows with the acts already under the mandate.
 */
export const exercise: Bench = async function* ({ makeDatabase }) {
  const url = await makeDatabase('exercise')
  const engine = openPostgres(url)
  const { database, record } = recording(engine)
  const priya = (await benchCouncil(database)).find(({ name }) => name.startsWith('Priya'))
  const house = { database, councils: councilsIn(database), clock: () => Temporal.Now.instant(), stir: () => {} }
  const actor = {
    council: 'larkshire',
    account: priya?.account ?? null,
    name: 'Priya Larkin',
    roles: ['commissioning officer'],
  }
  const grantIt = useCase({
    name: 'bench.grant',
    title: 'Grant',
    may: ['commissioning officer'],
    input: z.null(),
    run: (work) =>
      grantFromClause(work, {
        clause: randomUUID(),
        decisionRef: 'D-2022-0001',
        clauseLabel: 'c',
        holder: 'director-adults',
        powers: ['contract'],
        scope: 'adults',
        words: 'Contracts',
        ceiling: { basis: 'whole-life', pence: 10n ** 14n },
        from: day('2022-08-01'),
        until: null,
        mayDelegate: false,
        conditions: [],
      }),
  })
  const granted = await perform(house, grantIt, actor, null)
  if (!granted.ok) throw new Error(granted.refusal.what)
  const act = {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/care-at-home',
    what: 'One of many',
    pence: 100,
    day: '2026-11-02',
    under: granted.value.ref,
  }
  const ours = async () => {
    const outcome = await perform(house, recordAct, actor, act)
    if (!outcome.ok) throw new Error(outcome.refusal.because.join(' '))
  }
  for (let n = 0; n < 50; n++) await ours()
  const [{ sent: one }, { sent: two }] = [await record(ours), await record(ours)]
  const floor = plainClient(url, one, two)

  let base = 0
  for (const acts of [100, 1_000, 10_000]) {
    const { rows } = await database.asOwner((connection) =>
      connection.query('select count(*) as n from authority.act', []),
    )
    const have = Number((rows[0] as { n: bigint }).n)
    if (have < acts) await moreActs(database, acts - have)
    const runs: { ours: number; floor: number }[] = []
    for (let round = 0; round < 5; round++)
      runs.push({ ours: await perSecond(ours, 200), floor: await perSecond(floor.send, 200) })
    const speed = middle(runs.map((run) => run.ours))
    base ||= speed
    yield {
      what: `exercise, ${acts.toLocaleString('en-GB')} acts under the mandate`,
      ours: `${Math.round(speed)}/s`,
      floor: `${Math.round(middle(runs.map((run) => run.floor)))}/s`,
      ratio: middle(runs.map((run) => run.ours / run.floor)),
      least: 0.5,
      note: `cost ${(base / speed).toFixed(2)} times that at 100`,
    }
  }
  await floor.end()
  await database.close()
}

async function perSecond(body: () => Promise<void>, count: number): Promise<number> {
  const began = performance.now()
  for (let n = 0; n < count; n++) await body()
  return count / ((performance.now() - began) / 1000)
}

/** Sends what was recorded, with a fresh UUID wherever two recordings differ in one (the act's and the announcement's). */
function plainClient(url: string, one: Sent[], two: Sent[]) {
  const client = new pg.Client({ connectionString: url })
  const connected = client.connect()
  const fresh = new Set(
    one.flatMap(
      ({ values }, s) =>
        (values?.filter(
          (value, v) => typeof value === 'string' && uuid.test(value) && two[s]?.values?.[v] !== value,
        ) as string[]) ?? [],
    ),
  )
  const names = new Map(one.map(({ text }, n) => [text, `f${n}`]))
  return {
    send: async () => {
      await connected
      const now = new Map([...fresh].map((old) => [old, randomUUID() as string]))
      for (const { text, values } of one) {
        if (values === null) await client.query(text)
        else
          await client.query({
            name: names.get(text),
            text,
            values: values.map((value) => outgoing(typeof value === 'string' ? (now.get(value) ?? value) : value)),
          } as pg.QueryConfig)
      }
    },
    end: () => client.end(),
  }
}

async function moreActs(database: ReturnType<typeof recording>['database'], count: number) {
  await database.asOwner(async (connection) => {
    await connection.query(
      `insert into authority.act (council, act, ref, mandate, post, done_by, power, subject, what, value_pence, day, recorded_at)
      select 'larkshire', gen_random_uuid(), 'A-bench-' || gen_random_uuid(), m.mandate, 'director-adults', 'Ada Quill', 'contract', 'adults', 'One of many', 0, date '2026-11-02', now()
      from generate_series(1, $1::int) cross join (select mandate from authority.mandate where words = 'Contracts' limit 1) m`,
      [count],
    )
    await connection.script('vacuum analyze authority.act')
  })
}
