import { act, dated, type Dated } from '#platform/law.ts'
import type { Ground } from '../restriction.ts'

const words = [
  'an individual',
  'likely to reveal the identity of an individual',
  'financial or business affairs',
  'labour relations',
  'legal professional privilege',
  'a proposed notice, order or direction',
  'preventing, investigating or prosecuting crime',
]

/**
 * The descriptions of exempt information for England, Part 1 of Schedule 12A, in short. They count only for as long as the
 * public interest in withholding outweighs that in disclosing (paragraph 10). Paragraph 7 and the later numbers were not read
 * in the text and are to be verified.
 */
export const schedule12A: Dated<readonly Ground[]> = dated('descriptions of exempt information', [
  {
    from: '2006-03-01',
    source: act('Local Government Act 1972', 'Sch 12A Part 1'),
    value: words.map((one, at) => ({ code: String(at + 1), paragraph: at + 1, words: one })),
  },
])
