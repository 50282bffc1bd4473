import { larkshire } from '../../../site/demo/larkshire.ts'
import { must, type World } from '../../../testing/world.ts'
import type { CallInRuleValue, ConstitutionInput } from '#authority'
import { putClause, putGrant } from '../edit-clauses.ts'
import { editDraft } from '../edit-draft.ts'
import { propose } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { startDraft } from '../start-draft.ts'
import { callIn } from './call-in.ts'
import { judgeCallIn } from './judge.ts'

/** Larkshire with another rule of call-in, from its first day on. */
export const underRule = (rule: Partial<CallInRuleValue>): ConstitutionInput => ({
  ...larkshire,
  settings: [
    ...larkshire.settings.filter(({ key }) => key !== 'call-in'),
    {
      key: 'call-in',
      from: '2012-09-10',
      source: 'Part 4, an example rule',
      value: {
        lengthDays: 5,
        unit: 'clear-working',
        start: 'publication',
        countStartDay: false,
        effective: 'day-after',
        ...rule,
      },
    },
  ],
})

type Given = {
  label: string
  verb: string
  words: string
  holder?: string
  powers?: string[]
  scope?: string
  pence?: number
}

/** Drafted by Priya, signed by Desmond or somebody else, and published by Hugo on one day: clauses that each give the director something. */
export async function publishedWith(
  world: World,
  clauses: readonly Given[],
  changes: Record<string, unknown> = {},
  signer = 'Desmond',
): Promise<{ ref: string; clauses: string[] }> {
  const [priya, decides, hugo] = [world.as('Priya'), world.as(signer), world.as('Hugo')]
  let { ref, version } = must(await world.does(priya, startDraft, { title: 'Help to live an everyday life' }))
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker: 'cabinet-member-adults',
        subject: 'adults/everyday-life',
        isKey: false,
        subjectToCallIn: true,
        value: { kind: 'stated', pence: 400_000_00 },
        reasons: 'The present framework ends.',
        alternatives: 'No alternatives were considered.',
        ...changes,
      },
    }),
  ))
  for (const { label, verb, words, holder, powers = ['contract'], scope = 'adults/everyday-life', pence } of clauses) {
    ;({ version } = must(await world.does(priya, putClause, { ref, version, label, verb, words })))
    if (holder === undefined) continue
    const { decision } = must(await world.asks(priya, viewRecord, { ref }))
    ;({ version } = must(
      await world.does(priya, putGrant, {
        ref,
        version,
        clause: decision.clauses.at(-1)?.clause,
        holder,
        powers,
        scope,
        ceiling: pence === undefined ? { basis: 'no-limit' } : { basis: 'whole-life', pence },
      }),
    ))
  }
  must(await world.does(priya, propose, { ref, version }))
  must(
    await world.does(decides, sign, {
      ref,
      version: version + 1,
      conflicts: 'No conflicts declared.',
      dispensations: 'No dispensations were given.',
    }),
  )
  must(await world.does(hugo, publish, { ref }))
  const { decision } = must(await world.asks(priya, viewRecord, { ref }))
  return { ref, clauses: decision.clauses.map(({ clause }) => clause) }
}

export const threeClauses: readonly Given[] = [
  {
    label: 'a',
    verb: 'approve',
    words: 'Approve the opening of the system',
    holder: 'head-commissioning',
    powers: ['admit'],
  },
  {
    label: 'b',
    verb: 'delegate',
    words: 'Delegate contracts',
    holder: 'director-adults',
    powers: ['contract'],
    pence: 300_000_00,
  },
  { label: 'c', verb: 'note', words: 'Note the assessment' },
]

export const three = ['Marguerite Vane', 'Basil Thornby', 'June Aldous']

/** Called in by three members. */
export async function calledIn(
  world: World,
  ref: string,
  clauses: readonly (string | undefined)[],
  more: Record<string, unknown> = {},
): Promise<string> {
  return must(
    await world.does(world.as('Marguerite'), callIn, {
      ref,
      clauses,
      callers: three,
      grounds: 'The price was not tested.',
      ...more,
    }),
  ).callIn
}

/** The same, judged valid. */
export async function validCallIn(
  world: World,
  ref: string,
  clauses: readonly (string | undefined)[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const id = await calledIn(world, ref, clauses, more)
  must(await world.does(world.as('Edmund'), judgeCallIn, { ref, callIn: id, valid: true, says: 'In order.' }))
  return id
}
