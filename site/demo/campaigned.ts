import { codeAlike, findAlike, groupCampaign, listAlike, respond, viewAlike } from '#consultations'
import type { Actor } from '#platform/use-case.ts'
import type { On } from './steps.ts'

/** A letter that many sent to the consultation on a good day, and how some of them made it their own. */
export const choir = {
  name: 'An evening choir in Millbrook',
  letter:
    'We who sing in Millbrook ask the council to pay for one evening a week, with somebody to help and a shared way home, because for most of us it is the only thing in the week that we do with other people.',
  own: [
    'I have sung there since my stroke, and it is where I learned to speak again.',
    'My brother cannot hold a tune and has never missed a Tuesday in six years.',
    'When it closed for the summer I did not leave the house for three weeks.',
    'I would come as well if it began at half past six and not at five.',
    'My mother drives forty minutes each way. She is seventy-four and worries about the winter.',
  ],
} as const

/** A letter of a few neighbours to the consultation on care at home: nobody has said yet what it is called. */
export const valley = {
  letter:
    'We are daughters, sons and neighbours of people in the Heron valley who have care at home. We ask for one small team for the valley, because carers who come from the other side of the county lose an hour on the road and have no time left to stay.',
  own: [
    'My father waited until eleven for his breakfast on four mornings in March, and did not want to complain.',
    'We would not want the evening visits to end for it.',
  ],
} as const

/** Sends a letter so often as it is, and then once for each of these with words of somebody's own. */
export async function sent(
  on: On,
  visitor: Actor,
  ref: string,
  answersWith: (words: string, n: number) => Record<string, unknown>,
  { letter, own, same }: { letter: string; own: readonly string[]; same: number },
): Promise<void> {
  const texts = [...Array.from({ length: same }, () => letter), ...own.map((more) => `${letter} ${more}`)]
  await Promise.all(texts.map((words, n) => on.does(visitor, respond, { ref, answers: answersWith(words, n) })))
}

/** Finds what was written alike, names it where it has a name, and codes its largest group at once. */
export async function groupCoded(
  on: On,
  officer: Actor,
  ref: string,
  { name, codes, because }: { name: string | null; codes: string[]; because: string },
): Promise<void> {
  await on.does(officer, findAlike, { ref })
  const { groups } = await on.asks(officer, listAlike, { ref })
  const [first] = groups
  if (!first) throw new Error(`Nobody wrote alike to ${ref}.`)
  if (name !== null) await on.does(officer, groupCampaign, { ref, name, like: first.common, because })
  const { common } = await on.asks(officer, viewAlike, { ref, n: first.n })
  await on.does(officer, codeAlike, { ref, n: first.n, codes: common.map(() => codes), because })
}
