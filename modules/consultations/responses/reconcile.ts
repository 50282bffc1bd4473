import type { Work } from '#platform/use-case.ts'
import { channelNames, channels, type Channel, type Consultation } from '../consultation.ts'
import { formsCounted, type BatchCount } from '../paper/store.ts'
import { countedByChannel, exclusionReasons, twinCounts, type Twin } from './store.ts'

export type Reckoned = { received: number; analysed: number; excluded: number; waiting: number; late: number }
export type Reconciled = {
  channels: (Reckoned & { channel: Channel; title: string })[]
  total: Reckoned
  /** Received by every channel is what was analysed, what was excluded and what waits. */
  adds: boolean
  reasons: { because: string; n: number }[]
  twins: { reason: Twin['reason']; n: number }[]
  batches: BatchCount[]
}

/**
 * What came in, and what became of it. A paper form counts as received from the moment in which two people counted it, whether or
 * not anybody has keyed it in: that is how a form that went astray is missed.
 */
export async function reckoned(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  { consultation }: Pick<Consultation, 'consultation'>,
): Promise<Pick<Reconciled, 'channels' | 'total' | 'adds' | 'batches'>> {
  const counted = await countedByChannel(tx, council, consultation)
  const batches = await formsCounted(tx, council, consultation)
  const lines = channelNames.map((channel) => {
    const of = (what: string) =>
      counted.filter((one) => one.channel === channel && one.what === what).reduce((sum, { n }) => sum + n, 0)
    const late = counted.filter((one) => one.channel === channel).reduce((sum, one) => sum + one.late, 0)
    const paper = channel === 'paper' ? batches : []
    const voids = paper.reduce((sum, one) => sum + one.void, 0)
    const notKeyed = paper.reduce((sum, one) => sum + one.counted - one.settled - one.void, 0)
    const [analysed, excluded, waiting] = [of('analysed'), of('excluded') + voids, of('waiting') + notKeyed]
    const received =
      channel === 'paper' ? batches.reduce((sum, one) => sum + one.counted, 0) : analysed + excluded + waiting
    return { channel, title: channels[channel], received, analysed, excluded, waiting, late }
  })
  const sum = (of: keyof Reckoned) => lines.reduce((all, line) => all + line[of], 0)
  const total: Reckoned = {
    received: sum('received'),
    analysed: sum('analysed'),
    excluded: sum('excluded'),
    waiting: sum('waiting'),
    late: sum('late'),
  }
  return {
    channels: lines,
    total,
    batches,
    adds: lines.every((line) => line.received === line.analysed + line.excluded + line.waiting),
  }
}

/** The same, with why responses are excluded and what looks like something else that came. */
export async function reconciled(
  work: Pick<Work, 'tx' | 'council'>,
  c: Pick<Consultation, 'consultation'>,
): Promise<Reconciled> {
  const { tx, council } = work
  const { consultation } = c
  const counted = await reckoned(work, c)
  const voidReasons = counted.batches.flatMap(({ voidReasons: reasons }) => reasons)
  return {
    ...counted,
    reasons: [...(await exclusionReasons(tx, council, consultation)), ...voidReasons],
    twins: await twinCounts(tx, council, consultation),
  }
}
