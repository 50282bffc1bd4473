import { PgBoss } from 'pg-boss'
import type { MailConfig } from './config.ts'
import { startPost } from './deliver-mail.ts'
import { londonDay, type House } from './perform.ts'
import { sql, row, type Database } from './database.ts'
import type { Log } from './log.ts'
import type { Work } from './use-case.ts'

/** What a module does when another (or itself) announced something. Run once for each announcement, however often delivered. */
export type Reaction = {
  /** `module.verb-noun`; the name under which it is remembered as done. */
  name: string
  topic: string
  run(work: Work, payload: Record<string, unknown>): Promise<void>
}

type Announced = { council: string; id: string; topic: string; payload: Record<string, unknown> }

export type Jobs = { stir(): void; idle(): Promise<void>; stop(): Promise<void> }

const queue = 'announcements'

/**
 * Carries announcements from the outbox to the modules that react to them. The outbox is the record; pg-boss is the postman,
 * with retries that back off. Sending the same row twice makes one job, because the job has the row's id; delivering a job
 * twice does its work once, because the reaction is noted in the same transaction.
 */
export async function startJobs(
  house: House,
  reactions: Reaction[],
  log: Log,
  mail: MailConfig | null = null,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...house.database.jobs,
    schema: 'pgboss',
    ...('db' in house.database.jobs ? { backend: 'pglite' as const } : { max: 2 }),
  })
  boss.on('error', (cause) => log.error({ cause }, 'jobs'))
  await boss.start()
  await boss.createQueue(queue, { retryLimit: 8, retryBackoff: true })
  await boss.work<Announced>(queue, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const job of jobs) await react(house, reactions, job.data)
  })
  const post = mail && (await startPost(boss, house, mail))
  let round: Promise<unknown> = Promise.resolve()
  let again = false
  const stir = () => {
    if (again) return
    again = true
    round = round
      .then(async () => {
        again = false
        await relay(house.database, (announced) => boss.send(queue, announced, { id: announced.id }))
        await post?.collect()
      })
      .catch((cause: unknown) => log.error({ cause }, 'relay'))
  }
  const timer = setInterval(stir, 2000)
  stir()
  return {
    stir,
    idle: async () => {
      await round
    },
    stop: async () => {
      clearInterval(timer)
      await round
      await boss.stop({ graceful: true, timeout: 3000 })
    },
  }
}

/** Sends what waits in the outbox, oldest first, and marks it; stops at the first that cannot be sent. */
export async function relay(database: Database, send: (announced: Announced) => Promise<unknown>): Promise<number> {
  for (let count = 0; ;) {
    const waiting = await database.asOwner(async (connection) => {
      const { rows } = await connection.query(
        'select council, id, topic, payload from platform.outbox where relayed_at is null order by at limit 100',
        [],
      )
      return rows as Announced[]
    })
    if (!waiting.length) return count
    for (const announced of waiting) {
      await send(announced)
      await database.asOwner((connection) =>
        connection.query('update platform.outbox set relayed_at = now() where council = $1 and id = $2', [
          announced.council,
          announced.id,
        ]),
      )
      count++
    }
  }
}

/** Runs every reaction to one announcement, each in its own transaction and only if it has not run before. */
export async function react(
  house: House,
  reactions: Reaction[],
  { council, id, topic, payload }: Announced,
): Promise<void> {
  const now = await house.councils.now(council, house.clock())
  for (const reaction of reactions.filter((one) => one.topic === topic)) {
    await house.database.within({ council, role: 'remit_app' }, async (tx) => {
      const first = await row(
        tx,
        sql`insert into platform.handled (council, reaction, id) values (${council}, ${reaction.name}, ${id})
          on conflict do nothing returning id`,
      )
      if (!first) return
      const never = () => {
        throw new Error(`${reaction.name} is a reaction: to change records it must have a use case performed.`)
      }
      await reaction.run(
        {
          tx,
          actor: { council, account: null, name: 'Remit', roles: [] },
          council,
          now,
          today: londonDay(now),
          announce: never,
          about: never,
          seal: never,
        },
        payload,
      )
    })
  }
}
