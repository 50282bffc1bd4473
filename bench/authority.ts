import { recordAct, why } from '#authority'
import { openDatabase, type Database } from '#platform/database.ts'
import { ask, perform, type House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import type { Actor } from '#platform/use-case.ts'
import { benchCouncil } from './council.ts'
import { middle } from './load.ts'
import type { Bench } from './report.ts'

const day = '2026-11-02'
const rounds = 9
const each = 60

/** How big a council is: every post has five mandates, and one of them `busy` more. */
type Size = { posts: number; mandates: number; acts: number; busy: number }
const big: Size = { posts: 2_000, mandates: 10_500, acts: 1_000_000, busy: 500 }
const small: Size = { posts: 2, mandates: 10, acts: 1_000, busy: 0 }

/**
 * "Why may I?" and an act without a named mandate, which is weighed first, in a council with 2,000 posts, 10,000 mandates and a
 * million acts, against one of a thousandth of that size. Both databases are asked in turns, so that what else the machine does hits both.
 */
export const authority: Bench = async function* ({ makeDatabase }) {
  const [large, little] = [
    await councilOf(await makeDatabase('authority_large'), big),
    await councilOf(await makeDatabase('authority_small'), small),
  ]
  for (const [what, deed] of Object.entries(deeds)) {
    for (const one of [large, little]) await perSecond(() => deed(one), 40)
    const runs: { large: number; little: number }[] = []
    for (let round = 0; round < rounds; round++)
      runs.push({ little: await perSecond(() => deed(little), each), large: await perSecond(() => deed(large), each) })
    const cost = middle(runs.map((run) => run.little / run.large))
    yield {
      what,
      ours: `${Math.round(middle(runs.map((run) => run.large)))}/s at ${big.posts.toLocaleString('en-GB')} posts, ${big.mandates.toLocaleString('en-GB')} mandates, ${big.acts.toLocaleString('en-GB')} acts`,
      floor: `${Math.round(middle(runs.map((run) => run.little)))}/s at ${small.posts}, ${small.mandates}, ${small.acts.toLocaleString('en-GB')}`,
      ratio: 1 / cost,
      least: 0.667,
      note: `${cost.toFixed(2)} times the cost`,
    }
  }
  await large.database.close()
  await little.database.close()
}

type Place = { database: Database; house: House; visitor: Actor; officer: Actor; size: Size; asked: number }

const deeds: Record<string, (place: Place) => Promise<void>> = {
  'why may I: an ordinary post, it may': (place) => asks(place, ordinary(place), 'adults/care-at-home'),
  'why may I: an ordinary post, it may not': (place) => asks(place, ordinary(place), 'everyday-life'),
  'why may I: the post with the most mandates': (place) => asks(place, 'bench-0', 'adults/care-at-home'),
  'an act without a named mandate: found, weighed, written': async (place) => {
    const outcome = await perform(place.house, recordAct, place.officer, {
      post: ordinary(place),
      power: 'contract',
      subject: 'adults/care-at-home',
      what: 'One of many',
      pence: 1,
      day,
    })
    if (!outcome.ok) throw new Error(outcome.refusal.because.join(' '))
  },
}

// A prime step visits all the posts, so that it is not the same few pages of the database each time.
const ordinary = (place: Place): string => `bench-${1 + ((place.asked++ * 7919) % (place.size.posts - 1))}`

async function asks({ house, visitor }: Place, post: string, subject: string): Promise<void> {
  const outcome = await ask(house, why, visitor, { post, power: 'contract', subject, pence: 100, day })
  if (!outcome.ok) throw new Error(outcome.refusal.what)
}

async function perSecond(body: () => Promise<void>, count: number): Promise<number> {
  const began = performance.now()
  for (let n = 0; n < count; n++) await body()
  return count / ((performance.now() - began) / 1000)
}

async function councilOf(url: string, size: Size): Promise<Place> {
  const database = await openDatabase({ url })
  const priya = (await benchCouncil(database)).find(({ name }) => name.startsWith('Priya'))
  if (!priya) throw new Error('Priya is missing.')
  await fill(database, priya.account, size)
  const house: House = {
    database,
    councils: councilsIn(database),
    clock: () => Temporal.Instant.from('2026-11-20T09:00:00Z'),
    stir: () => {},
  }
  return {
    database,
    house,
    size,
    asked: 0,
    visitor: { council: 'larkshire', account: null, name: 'A visitor', roles: [] },
    officer: { council: 'larkshire', account: priya.account, name: 'Priya Larkin', roles: ['commissioning officer'] },
  }
}

/** Writes a council of a size as SQL over series: a million use cases would take a day. */
async function fill(database: Database, account: string, { posts, mandates, acts, busy }: Size): Promise<void> {
  await database.asOwner(async (connection) => {
    await connection.query(
      `insert into authority.post (council, post, title, kind, from_day)
      select 'larkshire', 'bench-' || n, 'Post ' || n, 'officer', date '2013-01-01' from generate_series(0, $1::int - 1) n`,
      [posts],
    )
    await connection.query(
      `insert into authority.holding (council, post, account, name, from_day)
      select 'larkshire', 'bench-' || n, $2::uuid, 'Priya Larkin', date '2013-01-01' from generate_series(0, $1::int - 1) n`,
      [posts, account],
    )
    // Mandates go round the posts, five times; what is over is the busy one’s.
    await connection.query(
      `insert into authority.mandate (council, mandate, ref, source, holder, powers, scope, words, clause, decision_ref, clause_label, scheme_entry, constitution_version, from_day, until_day, may_delegate, granted_at)
      select 'larkshire', md5('m' || n)::uuid, 'M-bench-' || n, case when entry then 'scheme' else 'clause' end,
        'bench-' || case when extra then 0 else n % $2::int end, '{contract,extend}',
        (array['adults', 'adults/care-at-home', 'children', 'children/short-breaks', 'adults/everyday-life'])[1 + kind], 'Enter into contracts',
        case when entry then null else md5('c' || n)::uuid end, case when entry then null else 'D-bench-' || n end, case when entry then null else 'a' end,
        case when entry then 'B' || n end, case when entry then 1 end, date '2014-01-01' + n % 900, case when kind > 1 and n % 7 = 0 then date '2020-01-01' end, false, now()
      from (select n, extra, kind, kind = 0 and not extra as entry from (select n, n >= $1::int - $3::int as extra,
        case when n >= $1::int - $3::int then n % 5 else n / $2::int end as kind from generate_series(0, $1::int - 1) n) k) s`,
      [mandates, posts, busy],
    )
    await connection.script('analyze authority.mandate; analyze authority.post')
    await connection.query(
      `insert into authority.ceiling (council, mandate, from_day, basis, pence)
      select 'larkshire', md5('m' || n)::uuid, date '2014-01-01' + n % 900, 'whole-life', 1000000000 from generate_series(0, $1::int - 1) n`,
      [mandates],
    )
    await connection.query(
      `insert into authority.act (council, act, ref, mandate, post, done_by, power, subject, what, value_pence, day, recorded_at)
      select 'larkshire', md5('a' || n)::uuid, 'A-bench-' || n, m.mandate, m.holder, 'Priya Larkin', 'contract', m.scope, 'One of many', 1, date '2018-01-01' + n % 3000, now()
      from generate_series(0, $1::int - 1) n join authority.mandate m on m.council = 'larkshire' and m.mandate = md5('m' || n % $2::int)::uuid`,
      [acts, mandates],
    )
    await connection.query(
      `insert into authority.ledger (council, mandate, kind, pence, day, act)
      select council, mandate, 'exercised', value_pence, day, act from authority.act where ref like 'A-bench-%'`,
      [],
    )
    await connection.query(
      `insert into authority.year_use (council, mandate, year, exercised_pence)
      select council, mandate, extract(year from day - interval '3 months')::int, sum(value_pence) from authority.act where ref like 'A-bench-%' group by 1, 2, 3`,
      [],
    )
    await connection.query(
      `update authority.mandate m set exercised_pence = s.n from (select mandate, sum(value_pence) as n from authority.act group by 1) s where s.mandate = m.mandate`,
      [],
    )
    for (const table of ['post', 'holding', 'mandate', 'ceiling', 'act', 'ledger', 'year_use'])
      await connection.script(`vacuum analyze authority.${table}`)
  })
}
