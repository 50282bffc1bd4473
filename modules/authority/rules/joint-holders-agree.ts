import { day, longDay } from '#platform/days.ts'
import { met, notMet, principle, rule } from '#platform/law.ts'
import { aWeighing } from '../examples.ts'
import type { Weighing } from '../weighing.ts'

/** The key under which it is shown who agreed. */
export const agreedKey = 'agreed'

/** Where the holders of a post act together, so many of them must have agreed, each by name, no later than on the day. */
export const jointHoldersAgree = rule<Weighing>({
  id: 'joint-holders-agree',
  title: 'Enough of those who hold the post together agreed',
  source: principle('Who holds a power together uses it together'),
  from: '2000-10-26',
  check: ({ attempt, holders, agreementOf }) => {
    if (agreementOf === null) return met('The post is used by whoever holds it, alone.')
    const shown = attempt.evidence.filter(
      ({ condition, day: on }) => condition === agreedKey && Temporal.PlainDate.compare(on, attempt.day) <= 0,
    )
    const agreed = holders.filter((holder) =>
      shown.some(({ says }) => says.toLowerCase().includes(holder.replace(/ \(acting\)$/u, '').toLowerCase())),
    )
    const asked = `${agreementOf} of those who hold the post of ${attempt.postTitle} must agree by ${longDay(attempt.day)}`
    return agreed.length >= agreementOf
      ? met(`${asked}; ${agreed.join(' and ')} did.`)
      : notMet(
          `${asked}; ${agreed.length ? `only ${agreed.join(' and ')} is shown to have` : 'none is shown to have'}. It is held by ${holders.join(', ') || 'nobody'}: name who agreed, and what shows it.`,
        )
  },
  examples: [
    { given: 'a post that one person uses alone', facts: aWeighing(), met: true },
    {
      given: 'two of three agreed',
      facts: aWeighing({
        agreementOf: 2,
        holders: ['Ada Quill', 'Ben Moss', 'Cy Rook'],
        evidence: [{ condition: 'agreed', says: 'E-mail of Ada Quill and Ben Moss', day: day('2022-09-01') }],
      }),
      met: true,
    },
    {
      given: 'one of three agreed',
      facts: aWeighing({
        agreementOf: 2,
        holders: ['Ada Quill', 'Ben Moss', 'Cy Rook'],
        evidence: [{ condition: 'agreed', says: 'E-mail of Ada Quill', day: day('2022-09-01') }],
      }),
      met: false,
    },
    {
      given: 'somebody agreed who does not hold the post',
      facts: aWeighing({
        agreementOf: 2,
        holders: ['Ada Quill', 'Ben Moss'],
        evidence: [{ condition: 'agreed', says: 'Ada Quill and Dan Teal', day: day('2022-09-01') }],
      }),
      met: false,
    },
    {
      given: 'the second agreed the day after',
      facts: aWeighing({
        agreementOf: 2,
        holders: ['Ada Quill', 'Ben Moss'],
        evidence: [
          { condition: 'agreed', says: 'Ada Quill', day: day('2022-09-01') },
          { condition: 'agreed', says: 'Ben Moss', day: day('2022-09-02') },
        ],
      }),
      met: false,
    },
    {
      given: 'who acts for the time being counts',
      facts: aWeighing({
        agreementOf: 2,
        holders: ['Ada Quill', 'Ben Moss (acting)'],
        evidence: [{ condition: 'agreed', says: 'Ada Quill and Ben Moss', day: day('2022-09-01') }],
      }),
      met: true,
    },
  ],
})
