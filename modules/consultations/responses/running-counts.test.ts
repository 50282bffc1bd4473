import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { rows, sql, type Tx } from '#platform/database.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { opened } from '../examples.ts'
import { tieGroup } from '../gunning/index.ts'
import { handleResponse, respond } from '../use-cases.ts'

const world = await aCouncil({ on: '2022-09-05' })
const priya = world.as('Priya')

/** Running counts beside what they have to be: worked out again from what was received and what was done with it. */
async function both(tx: Tx, ref: string): Promise<{ kept: Record<string, unknown>; counted: Record<string, unknown> }> {
  const of = sql`(select consultation from consultations.consultation where ref = ${ref})`
  const stands = sql`select r.*, case when h.what in ('analysed', 'excluded') then h.what else 'waiting' end as what,
    h.because
    from consultations.response r left join lateral (select what, because from consultations.handling h
      where h.council = r.council and h.response = r.response order by n desc limit 1) h on true
        where r.consultation = ${of}`
  const groups = (by: string, where = 'true') =>
    sql`select coalesce(sum(n - 1), 0)::int as n from (select count(*) as n from consultations.response
      where consultation = ${of} and ${sql.raw(where)} group by ${sql.raw(by)}) g`
  return {
    kept: {
      standing: await rows(
        tx,
        sql`select response, channel, received_on, what, because from consultations.standing where consultation = ${of}
          order by 1`,
      ),
      counts: await rows(
        tx,
        sql`select channel, received_on, what, because, amount as n from consultations.response_count
          where consultation = ${of} and amount <> 0 order by 1, 2, 3, 4`,
      ),
      words: await rows(
        tx,
        sql`select encode(text_hash, 'hex') as hash, amount as n from consultations.words_count
          where consultation = ${of} order by 1`,
      ),
      twins: await rows(
        tx,
        sql`select reason, amount as n from consultations.twin_count where consultation = ${of} and amount <> 0
          order by 1`,
      ),
      told: await rows(tx, sql`select given from consultations.telling_answer where consultation = ${of}`),
    },
    counted: {
      standing: await rows(tx, sql`select response, channel, received_on, what, because from (${stands}) s order by 1`),
      counts: await rows(
        tx,
        sql`select channel, received_on, what, case when what = 'excluded' then because else '' end as because,
          count(*)::int as n
          from (${stands}) s group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      ),
      words: await rows(
        tx,
        sql`select encode(text_hash, 'hex') as hash, count(*)::int as n from consultations.response
          where consultation = ${of} and text_hash is not null group by 1 order by 1`,
      ),
      twins: await rows(
        tx,
        sql`select * from (
          select 'same-content' as reason, n from (${groups('text_hash, content_hash', 'text_hash is not null')}) a
          union all select 'same-key', n from (${groups('client_key')}) a
          union all select 'same-words', n from (select coalesce(sum(n - 1), 0)::int as n from (
            select count(distinct content_hash) as n from consultations.response
              where consultation = ${of} and text_hash is not null group by text_hash) g) a
        ) t where n <> 0 order by 1`,
      ),
      told: await rows(
        tx,
        sql`select exists (select from consultations.response
          where consultation = ${of} and answers ->> 'q1' = 'no') as given`,
      ),
    },
  }
}

// Two are long enough to be known again by their words.
const words = [
  'We who sign this letter ask for the same carer every day, at a time that was agreed with us beforehand.',
  'It is too far from where we live, and the last bus goes before the evening group has even begun to eat.',
  'Too far.',
]
type Sent = { key: number; q1: 'yes' | 'no'; words: number }
const sent = fc.record<Sent>({ key: fc.nat(3), q1: fc.constantFrom('yes', 'yes', 'no'), words: fc.nat(words.length) })
const step = fc.oneof(
  // Several at the same moment share a transaction.
  fc.record({ send: fc.array(sent, { minLength: 1, maxLength: 6 }) }),
  fc.record({
    handle: fc.nat(9),
    what: fc.constantFrom('excluded' as const, 'restored' as const, 'analysed' as const),
    because: fc.constantFrom('Not about this.', 'Sent twice.'),
  }),
  fc.record({ watch: fc.constant(true) }),
)

test('running counts are what a recount finds, in whatever order and company responses come and are dealt with', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const ref = await opened(world, '2022-09-05')
      const keys = Array.from({ length: 4 }, () => randomUUID())
      const receipts: string[] = []
      const watch = async () =>
        must(await world.does(priya, tieGroup, { ref, group: await groupOf(ref), question: 'q1', choice: 'no' }))
      for (const one of steps) {
        if ('send' in one) {
          const outcomes = await Promise.all(
            one.send.map(({ key, q1, words: said }) => {
              const about = q1 === 'yes' ? { q1, q2: ['play'] } : { q1 }
              return world.does(world.visitor, respond, {
                ref,
                key: keys[key],
                answers: { ...about, ...(words[said] && { q8: words[said] }) },
              })
            }),
          )
          for (const outcome of outcomes) if (outcome.ok) receipts.push(outcome.value.receipt)
        } else if ('watch' in one) await watch()
        else {
          const receipt = receipts[one.handle % receipts.length]
          // Done or refused is another test's business.
          if (receipt) await world.does(priya, handleResponse, { receipt, what: one.what, because: one.because })
        }
      }
      await watch()
      const { kept, counted } = await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
        both(tx, ref),
      )
      assert.deepEqual(kept, counted)
    }),
    { numRuns: 12 },
  )
  assert.deepEqual(await world.breaks(), [])
})

const groupOf = (ref: string) =>
  world.house.database.within(
    { council: world.council, role: 'remit_app' },
    async (tx) =>
      (
        await rows<{ name: string }>(
          tx,
          sql`select name from consultations.affected_group
            join consultations.consultation using (council, consultation) where ref = ${ref} limit 1`,
        )
      )[0]?.name ?? '',
  )
