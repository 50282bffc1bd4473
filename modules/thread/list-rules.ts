import { z } from 'zod'
import { pageCursor, whole } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import type { StatedRule } from '#platform/rule-register.ts'
import { anyone, done, invalid, query } from '#platform/use-case.ts'

/** A rule with the name of the module that it belongs to. */
export type RegisteredRule = { module: string; rule: StatedRule }

const dayShape = z.instanceof(Temporal.PlainDate).meta({ type: 'string', format: 'date' })
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional()).optional()

/** Asks the register of rules: what each asks, where that is written, since when, and cases with what the rule says of them. */
export const listRules = (register: readonly RegisteredRule[]) =>
  query({
    name: 'thread.list-rules',
    title: 'Read the rules',
    may: [anyone],
    input: z.object({
      q: maybe(z.string().trim().max(200, 'Search for 200 characters or fewer.')),
      /** One rule by its id. */
      rule: maybe(z.string().max(100)),
      module: maybe(z.string().max(40)),
      after: maybe(pageCursor),
      size: whole(1, 500).default(20),
    }),
    output: z.object({
      lines: z.array(
        z.object({
          id: z.string(),
          module: z.string(),
          title: z.string(),
          from: dayShape,
          until: dayShape.nullable(),
          sources: z.array(
            z.object({ kind: z.string(), words: z.string(), title: z.string(), href: z.string().nullable() }),
          ),
          examples: z.array(z.object({ given: z.string(), met: z.boolean(), says: z.string().nullable() })),
        }),
      ),
      next: z.string().nullable(),
      previous: z
        .string()
        .nullable()
        .meta({ description: 'Give it as `after`, too: the register has numbered places' }),
      count: z.int(),
      modules: z.array(z.string()),
    }),
    async run(_work, { q, rule, module, after, size }) {
      const [from] = after === undefined ? ['0'] : (readCursor(after, ['whole']) ?? [])
      if (from === undefined)
        return invalid({ after: 'Start again from the first page: this place in the list is not known.' })
      const found = register.filter(
        (one) =>
          (!module || one.module === module)
          && (!rule || one.rule.id === rule)
          && (!q || wordsOf(one.rule).includes(q.toLowerCase())),
      )
      const start = Math.max(0, Number(from))
      return done({
        lines: found
          .slice(start, start + size)
          .map(({ module: of, rule: { id, title, sources, from: since, until, examples } }) => ({
            id,
            module: of,
            title,
            from: since,
            until,
            sources: sources.map((source) => ({ ...source })),
            examples: examples(),
          })),
        next: found.length > start + size ? cursorAt([String(start + size)]) : null,
        previous: start > 0 ? cursorAt([String(Math.max(0, start - size))]) : null,
        count: found.length,
        modules: [...new Set(register.map((one) => one.module))],
      })
    },
  })

const wordsOf = ({ id, title, sources }: StatedRule): string =>
  [id, title, ...sources.flatMap((source) => [source.words, source.title])].join(' ').toLowerCase()
