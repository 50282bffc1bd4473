import { z } from 'zod'
import { everybody } from '#authority'
import { optionalDay, optionalText, ref, whole } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { noticesOfItem, publicRef } from '../store.ts'
import { changesOf, findItem, planCount, planOrders, planPage, restrictions, type PlanItem } from './store.ts'

const choice = <const T extends [string, ...string[]]>(of: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), z.enum(of).nullable().default(null))
const cursor = z
  .string()
  .max(2000)
  .regex(/^[\w-]*$/u, 'Start again from the first page: this place in the list is not known.')
  .optional()

/** What the forward plan can be asked. */
export const planInput = z.object({
  q: optionalText(200).default(null),
  maker: optionalText(81).default(null),
  subject: z.preprocess(
    (given) => (given === '' ? null : given),
    z
      .string()
      .max(200)
      .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u, 'Choose a subject from the list.')
      .nullable()
      .default(null),
  ),
  key: z.preprocess(
    (given) => (given === 'yes' || given === true ? true : given === 'no' || given === false ? false : null),
    z.boolean().nullable(),
  ),
  state: z.preprocess(
    (given) => (given === '' || given === undefined ? 'planned' : given),
    z.enum(['planned', 'decided', 'withdrawn', 'deferred', 'all']),
  ),
  restriction: choice(restrictions as unknown as ['open', 'part-exempt', 'exempt']),
  slipped: z.preprocess((given) => given === 'yes' || given === true, z.boolean()),
  from: optionalDay.default(null),
  until: optionalDay.default(null),
  order: z.preprocess(
    (given) => (given === '' ? undefined : given),
    z.enum(['due', 'entered', 'matter']).default('due'),
  ),
  turned: z.preprocess((given) => given === 'yes' || given === 'true' || given === true, z.boolean()).default(false),
  after: cursor,
  before: cursor,
  size: whole(1, 500).default(20),
})

/** An entry without what is only the house's own. */
export type Planned = Omit<PlanItem, 'item' | 'decision'> & { slips: number; decisionRef: string | null }

/** The forward plan, a page at a time: what is planned, or what dropped off and why. */
export const viewPlan = query({
  name: 'decisions.view-forward-plan',
  title: 'Read the forward plan',
  may: everybody,
  input: planInput,
  async run({ tx, council }, { q, state, order, turned, after, before, size, ...rest }) {
    const filter = { ...rest, words: q, state: state === 'all' ? null : state }
    const place = placeIn({ after, before }, [order === 'matter' ? 'text' : 'day', 'text']) ?? {
      values: null,
      backwards: false,
    }
    const found = await planPage(tx, council, filter, {
      order,
      turned,
      place: place.values,
      backwards: place.backwards,
      size: size + 1,
    })
    const { lines, next, previous } = pageFrom(found, size, place, (one) => [planOrders[order].of(one), one.ref])
    const changes = await changesOf(
      tx,
      council,
      lines.map(({ item }) => item),
    )
    const items: Planned[] = []
    for (const line of lines)
      items.push(await planned(tx, council, line, changes.filter(({ item }) => item === line.item).length))
    return done({ items, count: await planCount(tx, council, filter), next, previous })
  },
})

const planned = async (
  tx: Parameters<typeof publicRef>[0],
  council: string,
  { item: _, decision, ...rest }: PlanItem,
  slips: number,
): Promise<Planned> => ({
  ...rest,
  slips,
  decisionRef: rest.state === 'decided' ? await publicRef(tx, council, decision) : null,
})

/** One entry of the plan: what, who, when, every day that it had and why it moved, and its notices. */
export const viewPlanned = query({
  name: 'decisions.view-planned',
  title: 'Read an entry of the forward plan',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const found = await findItem(tx, council, ref)
    if (!found) return missing(`There is no entry ${ref} in the forward plan.`)
    const changes = (await changesOf(tx, council, [found.item])).map(({ item: _, ...one }) => one)
    const notices = (await noticesOfItem(tx, council, found.item)).map(
      ({ ref, kind, givenOn, earliest, endedOn, elsewhere }) => ({
        ref,
        kind,
        givenOn,
        earliest,
        endedOn,
        elsewhere: elsewhere !== null,
      }),
    )
    return done({ planned: await planned(tx, council, found, changes.length), changes, notices })
  },
})
