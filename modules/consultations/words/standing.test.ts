import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { rows, sql, type Tx } from '#platform/database.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { answered, opened, someQuestions } from '../examples.ts'
import { handleResponse } from '../use-cases.ts'
import { agreeWords, readWords, viewWordsDesk, withdrawWords } from './index.ts'
import { permissionKey, permissionQuestion } from './permission.ts'
import { putPublishedWords, takeOutQuestions, takeOutWords } from './store.ts'

const world = await aCouncil({ on: '2022-09-05' })
const [priya, ada] = [world.as('Priya'), world.as('Ada')]
const asking = {
  ...someQuestions,
  sections: [
    ...someQuestions.sections,
    { key: 'publishing', title: 'Publishing what you wrote', lead: null, questions: [permissionQuestion] },
  ],
}
const within = <T>(does: (tx: Tx) => Promise<T>) =>
  world.house.database.within({ council: world.council, role: 'remit_app' }, does)

/** How the words stand, and how many, beside what they have to be: worked out again from each step that was taken. */
async function both(tx: Tx, consultation: string) {
  const stands = sql`(select r.response, s.what = 'analysed' as analysed,
      case when exists (select from consultations.words_step w where w.council = r.council and w.response = r.response
          and w.what = 'permission-withdrawn') then 'withdrawn'
        when l.what is null then 'to-read' when l.what = 'read' then 'to-agree'
        when (select w.publish from consultations.words_step w where w.council = r.council and w.response = r.response
          and w.what = 'read' order by w.n desc limit 1) then 'agreed' else 'kept-back' end as stands
    from consultations.response r join consultations.standing s using (council, response)
      left join lateral (select w.what from consultations.words_step w where w.council = r.council
        and w.response = r.response order by w.n desc limit 1) l on true
    where r.consultation = ${consultation} and r.answers ->> 'publish-my-words' = 'yes')`
  const seen = sql`analysed or stands = 'withdrawn'`
  const published = sql`from consultations.published_words where consultation = ${consultation}`
  return {
    kept: [
      await rows(
        tx,
        sql`select response, stands from consultations.words_standing
        where consultation = ${consultation} and (${seen}) order by 1`,
      ),
      await rows(
        tx,
        sql`select stands, amount as n from consultations.words_stand_count
        where consultation = ${consultation} and amount <> 0 order by 1`,
      ),
      await rows(
        tx,
        sql`select question, amount as n from consultations.published_words_count
        where consultation = ${consultation} and amount <> 0 order by 1`,
      ),
    ],
    counted: [
      await rows(tx, sql`select response, stands from ${stands} s where ${seen} order by 1`),
      await rows(tx, sql`select stands, count(*)::int as n from ${stands} s where ${seen} group by 1 order by 1`),
      await rows(
        tx,
        sql`select * from (select question, count(*)::int as n ${published} group by 1
        union all select '', count(distinct response)::int ${published}) p where n <> 0 order by 1`,
      ),
    ],
  }
}

const questions = ['q3', 'q8', 'said']
const step = fc.record({
  of: fc.nat(4),
  what: fc.constantFrom(
    'analysed',
    'excluded',
    'restored',
    'read',
    'keep back',
    'agree',
    'withdraw',
    'put',
    'out',
    'question',
  ),
  at: fc.nat(2),
})

test('how words stand, and how many, is what a recount finds, in whatever order they are read and published', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 25 }), async (steps) => {
      const ref = await opened(world, '2022-09-05', {}, asking)
      const receipts: string[] = []
      for (const permission of ['yes', 'yes', 'yes', 'no', ''])
        receipts.push(await answered(world, ref, { q8: 'Far.', ...(permission && { [permissionKey]: permission }) }))
      const [found] = await within((tx) =>
        rows<{ consultation: string }>(tx, sql`select consultation from consultations.consultation where ref = ${ref}`),
      )
      const consultation = found?.consultation ?? ''
      const responses = await within((tx) =>
        rows<{ response: string; receipt: string }>(
          tx,
          sql`select response, receipt from consultations.response where consultation = ${consultation}`,
        ),
      )
      for (const { of, what, at } of steps) {
        const receipt = receipts[of] ?? ''
        const { response = '' } = responses.find((one) => one.receipt === receipt) ?? {}
        // Done or refused is another test's business.
        if (what === 'analysed' || what === 'excluded' || what === 'restored')
          await world.does(priya, handleResponse, { receipt, what, because: 'A test.' })
        else if (what === 'read') await world.does(priya, readWords, { receipt, publish: true })
        else if (what === 'keep back') await world.does(priya, readWords, { receipt, publish: false, because: 'No.' })
        else if (what === 'agree') for (const n of [1, 2, 3, 4]) await world.does(ada, agreeWords, { receipt, n })
        else if (what === 'withdraw') await world.does(world.visitor, withdrawWords, { ref, receipt })
        else
          await within(async (tx) => {
            const question = questions[at] ?? ''
            if (what === 'out') await takeOutWords(tx, world.council, response)
            else if (what === 'question') await takeOutQuestions(tx, world.council, consultation, [question])
            else
              await putPublishedWords(tx, world.council, consultation, [
                { words: randomUUID(), question, body: 'Far.', response },
              ])
          })
      }
      const { kept, counted } = await within((tx) => both(tx, consultation))
      assert.deepEqual(kept, counted)
      const { counts, toRead } = must(await world.asks(priya, viewWordsDesk, { ref }))
      assert.equal(toRead.length, counts.find(({ stands }) => stands === 'to-read')?.n ?? 0)
    }),
    { numRuns: 8 },
  )
  assert.deepEqual(await world.breaks(), [])
})
