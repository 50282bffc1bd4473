import {
  acknowledgeDuties,
  answerClearance,
  askClearance,
  considerDuty,
  editDraft,
  recordConsulted,
  viewClearance,
  viewClearances,
  viewDuties,
} from '#decisions'
import type { Actor } from '#platform/use-case.ts'
import { demoImpacts, dutyWords } from './governance.ts'
import type { On } from './steps.ts'

type As = (name: string) => Actor

const clearing: Record<string, string> = { 'chief-finance-officer': 'Winifred', 'head-legal': 'Edmund' }

/** Has a draft cleared, its duties considered and a ward member consulted, as far as its council asks for that on the day. */
export async function governed(
  on: On,
  as: As,
  { ref, version }: { ref: string; version: number },
  day: Temporal.PlainDate,
): Promise<void> {
  const priya = as('Priya')
  for (const { duty, entry } of (await on.asks(priya, viewDuties, { ref })).lines) {
    if (entry) continue
    const impacts = duty === 'equality' ? demoImpacts : []
    await on.does(priya, considerDuty, {
      ref,
      version,
      duty,
      how: dutyWords[duty] ?? `Considered for ${duty}.`,
      writtenIn: 'Report',
      paragraph: 'section 6',
      on: day.toString(),
      impacts,
    })
  }
  await on.does(priya, recordConsulted, {
    ref,
    capacity: 'ward-member',
    name: 'Cllr Basil Thornby',
    on: day.toString(),
    how: 'At the members’ briefing',
    response: 'comments',
    says: 'Tell people in good time, and in words that they use themselves.',
    evidence: 'Note of the briefing, kept with the report',
  })
  const keys = (await on.asks(priya, viewClearances, { ref })).lines
    .filter(({ standing }) => standing === 'not asked')
    .map(({ key }) => key)
  if (keys.length === 0) return
  for (const clearance of (await on.does(priya, askClearance, { ref, version, keys })).clearances)
    await clear(on, as, ref, clearance)
}

async function clear(on: On, as: As, ref: string, clearance: string): Promise<void> {
  const {
    clearance: { hash, post },
  } = await on.asks(as('Priya'), viewClearance, { ref, clearance })
  const says = 'Report what was spent against the ceiling every quarter.'
  await on.does(
    as(clearing[post] ?? 'Winifred'),
    answerClearance,
    post === 'chief-finance-officer'
      ? { ref, clearance, hash, outcome: 'cleared-with-comments', says }
      : { ref, clearance, hash, outcome: 'cleared' },
  )
}

/** Whoever signs confirms that they read how the duties were considered. */
export async function seenBy(on: On, signer: Actor, ref: string): Promise<void> {
  const { digest, toRead } = await on.asks(signer, viewDuties, { ref })
  if (toRead) await on.does(signer, acknowledgeDuties, { ref, digest })
}

/** A draft that finance has cleared and that was edited since, and that legal has not answered: what a visitor finds half done. */
export async function editedAfterClearance(
  on: On,
  as: As,
  { ref, version }: { ref: string; version: number },
): Promise<void> {
  const priya = as('Priya')
  const {
    clearances: [finance],
  } = await on.does(priya, askClearance, {
    ref,
    version,
    post: 'chief-finance-officer',
    note: 'Is there money for another half year?',
  })
  if (finance !== undefined) await clear(on, as, ref, finance)
  await on.does(priya, editDraft, {
    ref,
    version,
    changes: { reasons: 'The review ends in summer, a quarter later than planned, and nobody should move twice.' },
  })
  await on.does(priya, askClearance, { ref, version: version + 1, post: 'head-legal', workingDays: 5 })
}
