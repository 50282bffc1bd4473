import { z } from 'zod'
import { officer } from '#authority'
import { ref, text, whole } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { revise } from '../revise.ts'
import { exitInput, figureInput, lotInput, needPart, type NeedStatement } from './statement.ts'

const entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), figure: figureInput }),
  z.object({ kind: z.literal('lot'), lot: lotInput }),
  z.object({ kind: z.literal('exit'), exit: exitInput }),
])

const revision = z.object({ ref, edition: whole(0, 1_000_000), why: text(500) })

const put = <T extends { id: string }>(all: readonly T[], one: T): T[] =>
  all.some(({ id }) => id === one.id) ? all.map((old) => (old.id === one.id ? one : old)) : [...all, one]

/** Adds or changes a dated figure of need, a lot of the market, or a provider that left. */
export const putNeed = useCase({
  name: 'commissions.put-need',
  title: 'Add or change what is known of need and market',
  may: [officer],
  input: revision.extend({ entry }),
  run: (work, { entry: given, ...revision }) =>
    revise(work, needPart, revision, (before) => {
      const known: NeedStatement = before ?? { figures: [], lots: [], exits: [] }
      if (given.kind === 'figure') {
        if (Temporal.PlainDate.compare(given.figure.on, work.today) > 0)
          return invalid({ on: 'A figure is of a day that has been.' })
        if (known.figures.length >= 200)
          return refused('A statement holds 200 figures.', [], 'Take out those that nobody uses any more.')
        return done({ ...known, figures: put(known.figures, given.figure) })
      }
      if (given.kind === 'lot') return done({ ...known, lots: put(known.lots, given.lot).slice(0, 60) })
      return done({ ...known, exits: put(known.exits, given.exit).slice(0, 60) })
    }),
})

/** Takes out a figure, a lot or an exit; earlier editions keep it. */
export const dropNeed = useCase({
  name: 'commissions.drop-need',
  title: 'Take something out of what is known of need and market',
  may: [officer],
  input: revision.extend({ kind: z.enum(['figure', 'lot', 'exit']), id: text(40) }),
  run: (work, { kind, id, ...revision }) =>
    revise(work, needPart, revision, (before) => {
      const list = `${kind}s` as const
      if (!before?.[list].some((one) => one.id === id))
        return refused('There is no such entry.', [], 'Look at the statement again.')
      return done({ ...before, [list]: before[list].filter((one) => one.id !== id) })
    }),
})
