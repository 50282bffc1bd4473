import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { delegateOnward, recordAct, undoAct } from '#authority'
import { modules } from '#modules'
import { isRule } from '#platform/law.ts'
import type { Thread } from '#platform/thread.ts'
import { type Actor } from '#platform/use-case.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must } from '../../testing/world.ts'

const world = await aCouncil({ on: '2022-08-15' })
const { browser, base } = await openBrowser(world)
const visitor = browser()
const [priya, ada] = [world.as('Priya'), world.as('Ada')]

const grant = granting(world, { decisionRef: 'D-2022-0777' })
const thread = async (ref: string): Promise<Thread> => {
  const response = await fetch(`${base}/api/thread/${encodeURIComponent(ref)}`)
  const said = await response.text()
  assert.equal(response.status, 200, said)
  return JSON.parse(said) as Thread
}
const refs = ({ nodes }: Thread) => nodes.map(({ ref }) => ref)

const commit = {
  post: 'head-commissioning',
  power: 'commit',
  subject: 'adults',
  what: 'Room hire for the network (invented)',
  pence: 500_00,
  day: '2022-08-15',
}
const act = must(await world.does(priya, recordAct, commit)).ref

test('an act under the scheme goes back to its entry and to the constitution', async () => {
  const found = await thread(act)
  assert.match(refs(found).join(' → '), /^Constitution 1 → Constitution 1, entry 4\.6 → M-2012-\d{4} → A-2022-\d{4}$/u)
  const [constitution, entry, mandate, last] = found.nodes
  assert.deepEqual(constitution?.from, [])
  assert.equal(entry?.says, 'Commitments up to £25,000 in each financial year')
  assert.match(mandate?.from[0]?.says ?? '', /Given by the scheme of delegation, entry 4\.6/u)
  assert.deepEqual(last?.people, [{ name: 'Priya Larkin', did: 'acted as Head of Commissioning' }])
  assert.match(last?.says ?? '', /Commit money on Monday 15 August 2022, £500\./u)
})

test('an act under what was passed on from a clause goes back to the decision, which is named though nobody here knows it', async () => {
  const mandate = await grant()
  const child = must(
    await world.does(ada, delegateOnward, {
      mandate,
      to: 'head-commissioning',
      powers: ['contract'],
      scope: 'adults/care-at-home',
      pence: 50_000_00,
      from: '2022-08-15',
      words: 'Small contracts',
    }),
  ).ref
  const under = must(
    await world.does(priya, recordAct, { ...commit, power: 'contract', subject: 'adults/care-at-home', under: child }),
  ).ref
  const found = await thread(under)
  assert.deepEqual(refs(found), [mandate, child, under])
  assert.deepEqual(found.unknown, ['D-2022-0777'])
  assert.match((await visitor.open(`/thread/${under}`)).words(), /Not published, or not known here: D-2022-0777/u)
})

test('an act that undoes another hangs on it too, and the one undone says so', async () => {
  const wrong = must(await world.does(priya, recordAct, commit)).ref
  const undoing = must(await world.does(priya, undoAct, { act: wrong, because: 'typed twice' })).ref
  assert.deepEqual(refs(await thread(undoing)).slice(-2), [wrong, undoing])
  assert.match((await thread(wrong)).nodes.at(-1)?.says ?? '', new RegExp(`Undone by ${undoing}`, 'u'))
})

test('the page draws the thread, marks where one is, and every record in it is a link', async () => {
  const page = await visitor.open(`/thread/${act}`)
  assert.match(
    page.words(),
    new RegExp(
      `Who allowed ${act}\\? Act ${act} goes back to “Constitution of Larkshire Council \\(invented\\)”, in 3 steps`,
      'u',
    ),
  )
  assert.match(page.words(), /You are here/u)
  assert.match((await visitor.open(page.link('Constitution 1, entry 4.6'))).words(), /1 entry/u)
  assert.equal((await visitor.open('/thread/A-1999-0001')).status, 404)
  assert.equal((await visitor.open(`/thread/${'x'.repeat(130)}`)).status, 422)
})

test('remit trace prints it, or says that nobody knows the record', async () => {
  const said = { out: '', err: '' }
  const trace = modules.flatMap(({ commands }) => commands ?? []).find(({ name }) => name === 'trace')
  const actor: Actor = { council: 'larkshire', account: null, name: 'The operator', roles: [] }
  const run = (...args: string[]) =>
    trace?.run(args, {
      house: async () => world.house,
      actor,
      cwd: '/',
      stdin: async () => new Uint8Array(),
      out: (text) => {
        said.out += text
      },
      err: (text) => {
        said.err += text
      },
    })
  assert.equal(await run(act), 0)
  assert.match(
    said.out,
    /^Constitution 1 {2}Constitution: .*\n[\s\S]*↓ Done by the Head of Commissioning on Monday 15 August 2022\nA-2022-/u,
  )
  said.out = ''
  assert.equal(await run(act, '--json'), 0)
  assert.equal((JSON.parse(said.out) as Thread).nodes.length, 4)
  assert.equal(await run('A-1999-0001'), 1)
  assert.match(said.err, /No published record has the reference A-1999-0001/u)
  await assert.rejects(async () => run(), /Name one record/u)
})

test('the register of rules has every rule of every room, searchable, with examples that say what the rule says', async () => {
  const page = await visitor.open('/rules?q=conserved')
  assert.match(
    page.words(),
    /1 rule.*The value fits what is left of the ceiling.*Met £100,000 of £500,000.*Not met a penny more than is left/u,
  )
  assert.match((await visitor.open('/rules?q=nonesuch')).words(), /No rule says that/u)
  const stated = modules.flatMap(({ rules }) => rules ?? [])
  const answer = (await (await fetch(`${base}/api/rules?size=500`)).json()) as {
    count: number
    lines: { id: string; examples: { says: string }[] }[]
  }
  assert.equal(answer.count, stated.length)
  assert.deepEqual(
    answer.lines.map(({ id }) => id),
    stated.map(({ id }) => id),
  )
  assert.ok(answer.lines.every(({ examples }) => examples.every(({ says }) => says.length > 0)))
  const one = (await (await fetch(`${base}/api/rules?size=3`)).json()) as { next: string; lines: { id: string }[] }
  const two = (await (await fetch(`${base}/api/rules?size=3&after=${one.next}`)).json()) as { lines: { id: string }[] }
  assert.deepEqual(
    [...one.lines, ...two.lines].map(({ id }) => id),
    stated.slice(0, 6).map(({ id }) => id),
  )
})

test('no rule of a room is missing from the register', async () => {
  const root = join(import.meta.dirname, '../..')
  const rooms = modules.filter(({ rules }) => rules).map(({ name }) => name)
  const files = globSync(`modules/{${rooms.join(',')}}/**/rules/*.ts`, { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts'),
  )
  const written = new Set<string>()
  for (const file of files) {
    const exported = (await import(join(root, file))) as Record<string, unknown>
    for (const value of Object.values(exported).flat()) if (isRule(value)) written.add(value.id)
  }
  assert.ok(rooms.includes('decisions') && written.size > 15, `${written.size} rules in ${rooms.join(', ')}`)
  assert.deepEqual(new Set(modules.flatMap(({ rules }) => rules ?? []).map(({ id }) => id)), written)
})
