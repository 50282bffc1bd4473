import type { Work } from '#platform/use-case.ts'
import { frameOf, tallyOf, themesOf } from './store.ts'

const answers = (n: number) => (n === 1 ? '1 answer' : `${n.toLocaleString('en-GB')} answers`)

/** Why a consultation cannot be called analysed yet, in sentences; none where nobody has made a coding frame. */
export async function notYetAnalysed(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  consultation: string,
): Promise<string[]> {
  const frame = await frameOf(tx, council, consultation)
  if (frame.length === 0) return []
  const tally = await tallyOf(tx, council, consultation)
  const amount = (kind: string, key: string) => tally.find((one) => one.kind === kind && one.key === key)?.amount ?? 0
  const [second, differ] = [amount('state', 'second'), amount('state', 'differs')]
  const themes = await themesOf(tx, council, consultation)
  const loose = frame.filter(
    ({ code }) => amount('used', code) > 0 && !themes.some(({ codes }) => codes.includes(code)),
  )
  return [
    ...(second > 0 ? [`${answers(second)} ${second === 1 ? 'waits' : 'wait'} for a second coder.`] : []),
    ...(differ > 0 ? [`On ${answers(differ)} two coders differ; settle ${differ === 1 ? 'it' : 'them'}.`] : []),
    ...loose.map(
      ({ code, title }) => `“${title}” was raised in ${answers(amount('used', code))} and belongs to no theme.`,
    ),
  ]
}

/** The themes that nobody has answered yet, in sentences. */
export async function notYetAnswered(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  consultation: string,
): Promise<string[]> {
  const open = (await themesOf(tx, council, consultation)).filter(({ answer }) => answer === null)
  return open.map(({ title }) => `“${title}” is not answered.`)
}
