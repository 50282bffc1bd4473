import { met, notMet, rule, si } from '#platform/law.ts'

/** What a member asks to read, and how they stand to the decision. */
export type MemberReading = { kind: 'confidential' | 'exempt'; paragraphs: number[]; scrutinises: boolean }

const openToMembers = [3, 6]

/**
 * Members may read more than the public, and not everything. Every member: what is exempt only under paragraph 3 or 6 (reg 16; of
 * paragraph 3, terms still being negotiated are left to the proper officer). A member of scrutiny: whatever bears on a decision
 * that they are scrutinising (reg 17). Both regulations are to be verified in their text.
 */
export const memberMayRead = rule<MemberReading>({
  id: 'member-may-read-withheld',
  title: 'A member reads what is withheld as far as they need to know it',
  source: [si('2012/2089', 'reg 16'), si('2012/2089', 'reg 17')],
  from: '2012-09-10',
  check: ({ kind, paragraphs, scrutinises }) => {
    if (scrutinises) return met('It bears on a decision that scrutiny is looking at.')
    if (kind === 'exempt' && paragraphs.length > 0 && paragraphs.every((one) => openToMembers.includes(one)))
      return met(`It is exempt under paragraph ${paragraphs.join(' and ')}, which members may read.`)
    return notMet(
      'It is not open to every member, and the decision is not before scrutiny. Ask the proper officer, and say why you need to know it.',
    )
  },
  examples: [
    {
      given: 'a bid, exempt under paragraph 3',
      facts: { kind: 'exempt', paragraphs: [3], scrutinises: false },
      met: true,
    },
    {
      given: 'a person, exempt under paragraphs 1 and 3',
      facts: { kind: 'exempt', paragraphs: [1, 3], scrutinises: false },
      met: false,
    },
    {
      given: 'the same, in scrutiny’s window',
      facts: { kind: 'exempt', paragraphs: [1, 3], scrutinises: true },
      met: true,
    },
    {
      given: 'confidential, after the window',
      facts: { kind: 'confidential', paragraphs: [], scrutinises: false },
      met: false,
    },
  ],
})
