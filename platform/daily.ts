import type { Log } from './log.ts'
import type { DailyTask } from './module.ts'
import { londonDay, type House } from './perform.ts'

/** How often it is looked whether a council has a new day: soon after midnight, and soon after a demo council's day is moved. */
const every = 10_000 // milliseconds

/**
 * Has each module's daily tasks run once for each day of each council. What was done is remembered here only, so after a restart
 * a day's tasks run again: each task sees to it that nothing is done twice.
 */
export function startDaily(house: House, tasks: readonly DailyTask[], log: Log): { stop(): Promise<void> } {
  const done = new Map<string, string>()
  const look = async () => {
    for (const { council } of await house.councils.all()) {
      const day = londonDay(await house.councils.now(council, house.clock())).toString()
      if (done.get(council) === day) continue
      for (const { name, run } of tasks) {
        await run(house, council).catch((cause: unknown) => {
          log.error({ cause, task: name }, 'daily')
        })
      }
      done.set(council, day)
    }
  }
  let round: Promise<void> = Promise.resolve()
  const again = () => {
    round = round.then(look).catch((cause: unknown) => {
      log.error({ cause }, 'daily')
    })
  }
  const timer = setInterval(again, every)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}
