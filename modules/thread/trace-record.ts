import { z } from 'zod'
import { text } from '#platform/input.ts'
import { followThread, type Tracer } from '#platform/thread.ts'
import { anyone, done, missing, query } from '#platform/use-case.ts'

const dayShape = z
  .instanceof(Temporal.PlainDate)
  .meta({ type: 'string', format: 'date', description: 'A day as year-month-day' })

/** Asks for the thread of any record, whichever module knows it. */
export const traceRecord = (tracers: readonly Tracer[]) =>
  query({
    name: 'thread.trace',
    title: 'Follow a record back to what allowed it',
    may: [anyone],
    input: z.object({ ref: text(120) }),
    output: z.object({
      ref: z.string(),
      nodes: z
        .array(
          z.object({
            ref: z.string(),
            kind: z.string(),
            title: z.string(),
            href: z.string(),
            day: dayShape.nullable(),
            says: z.string(),
            people: z.array(z.object({ name: z.string(), did: z.string() })),
            from: z.array(z.object({ ref: z.string(), says: z.string() })),
          }),
        )
        .meta({ description: 'From the roots to the record asked for; each comes after all that it hangs on' }),
      unknown: z.array(z.string()).meta({ description: 'References that a record names and nobody answers for' }),
      cut: z.boolean().meta({ description: 'True when there was more than is followed' }),
    }),
    async run({ tx, council }, { ref }) {
      const thread = await followThread(tracers, tx, council, ref)
      return thread ? done(thread) : missing(`No published record has the reference ${ref}.`)
    },
  })
