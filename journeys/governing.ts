import { larkshire, people } from '../site/demo/larkshire.ts'
import type { Plan } from './desk.ts'
import type { Setting } from './house.ts'
import { fillDay, text, type Name, type Visitor } from './visitor.ts'

/** Larkshire with its rules and its people and nothing on its desk, on a day. */
export const larkshireOn = (day: string): Setting => ({
  council: { council: 'larkshire', name: 'Larkshire Council', demo: true, people },
  constitution: larkshire,
  day,
})

/** What a member of the cabinet decides alone: one clause, by which a director may commit a sum. */
export const alone = (given: Partial<Plan> = {}): Plan => ({
  maker: 'Cabinet Member for Adult Social Care',
  about: 'Support for autistic people',
  value: { pounds: '600,000' },
  isKey: true,
  callIn: true,
  reasons: 'The hours were asked for by those who use them.',
  alternatives: null,
  clauses: [
    {
      label: 'a',
      verb: 'Delegate',
      words: 'To delegate commitments of up to £600,000 to the Director.',
      gives: [
        {
          to: 'Director of Adult Social Care',
          powers: ['Commit money'],
          about: 'Support for autistic people',
          limit: { pounds: '600,000' },
        },
      ],
    },
  ],
  ...given,
})

/** Changes the reasons of a draft. */
export async function writeReasons(officer: Visitor, ref: string, reasons: string): Promise<void> {
  await officer.open(`/desk/decisions/${ref}/reasons`)
  await officer.fill('Reasons', reasons)
  await officer.press('Save and return')
}

/** Clears what waits on this person’s desk of a draft, and says that they read it. */
export async function clear(officer: Visitor, title: string): Promise<void> {
  await officer.open('/desk')
  await officer.follow(`Clear: ${title}`)
  await officer.choose('Yes, I clear this text')
  await officer.press('Send your answer')
}

/** Enters a draft in the forward plan for a day, and publishes notice of it today; where the notice is. */
export async function giveNotice(officer: Visitor, clerk: Visitor, ref: string, due: string): Promise<string> {
  await officer.open(`/desk/decisions/${ref}/notices`)
  await officer.press('Enter it in the forward plan')
  await fillDay(officer, 'On which day, or from when?', due)
  await officer.press('Enter it in the forward plan')
  await clerk.open(`/desk/decisions/${ref}/notices`)
  await clerk.press('Give notice of a key decision')
  await clerk.fill('(e) Documents submitted for consideration', 'Report of the Director')
  await clerk.fill('(f) The address from which copies can be had', 'County Hall, Larkshire')
  await clerk.press('Publish the notice today')
  return clerk.address()
}

/** Signs as somebody does who has nothing to declare, and is told why it cannot be. */
export async function signInVain(maker: Visitor, ref: string): Promise<void> {
  await maker.open(`/desk/decisions/${ref}/sign`)
  await maker.choose('None', { in: 'Was any conflict of interest declared?' })
  await maker.choose('None', { in: 'Was any dispensation given?' })
  await maker.press('Sign the decision', { status: 422 })
}

/** What anybody is told of a decision: its page, the line of the register and its thread. */
export async function inPublic(visitor: Visitor, ref: string): Promise<{ page: string; line: string; thread: string }> {
  await visitor.open(`/decisions/${ref}`)
  const page = await text(visitor)
  await visitor.open(`/register?q=${ref}`)
  const line = (await text(visitor)).split(ref).at(-1) ?? ''
  await visitor.open(`/thread/${ref}`)
  return { page, line, thread: await text(visitor) }
}

/** Withholds what is chosen in one place of a record, as exempt under paragraph 3. */
export async function withhold(
  officer: Visitor,
  ref: string,
  where: Name,
  review: string,
  sentences: string[] = [],
): Promise<void> {
  await officer.open(`/desk/decisions/${ref}/restrictions`)
  await officer.follow(where)
  for (const sentence of sentences) await officer.choose(sentence, { in: 'Which sentences?' })
  await officer.choose('Exempt', { in: 'On what ground?' })
  await officer.choose(/^Paragraph 3\b/u)
  await officer.fill('Why the public interest is better served by withholding it', 'Those who bid would not bid again.')
  await officer.fill('Who decided this', 'Hugo Pennyfeather, proper officer')
  await fillDay(officer, 'When it is to be looked at again', review)
  await officer.press('Withhold it')
}
