import {
  addDocument,
  analyseWordless,
  answerEquality,
  answerTheme,
  closeConsultation,
  codeResponse,
  editConsultation,
  enterResponse,
  listResponses,
  markAnalysed,
  publishReport,
  putCode,
  putTheme,
  releaseTables,
  respond,
  setQuestions,
  setSecondCoding,
  startConsultation,
  stateOptions,
  tieGroup,
  viewToCode,
  type Questionnaire,
} from '#consultations'
import type { Actor } from '#platform/use-case.ts'
import { choir, groupCoded, sent } from './campaigned.ts'
import { aboutYou, ask, drafted, opened, options, yesNo } from './consulted.ts'
import { workingDayBefore, type On, type Step } from './steps.ts'

const goodDay: Questionnaire = {
  sections: [
    {
      key: 's1',
      title: 'You',
      lead: null,
      questions: [
        ask('q1', 'single', 'Which describes you best?', {
          required: true,
          options: options('I go to activities', 'I care for somebody who does', 'I work there', 'None of these'),
        }),
        ask('q2', 'multiple', 'What do you do in a usual week?', {
          options: options('Sport or walking', 'Arts and music', 'Volunteering or work', 'A day centre', 'Nothing yet'),
        }),
      ],
    },
    {
      key: 's2',
      title: 'A good day',
      lead: 'The council wants to pay for what people choose, and no longer for places in buildings alone.',
      questions: [
        ask('q3', 'scale', 'How easy is it to find something that you like?', {
          scale: { from: 1, to: 5, low: 'Very hard', high: 'Very easy' },
        }),
        ask('q4', 'ranking', 'What matters most? Put them in order.', {
          options: options('Getting there', 'Friends', 'Staff who know me', 'Evenings and weekends'),
        }),
        ask('q5', 'single', 'Should a personal budget pay for activities that anybody can go to?', { options: yesNo }),
        ask('q6', 'long-text', 'What makes a good day?'),
      ],
    },
  ],
  equality: aboutYou,
}

// What people wrote, each in its own words, by the code that it is given below.
const said = {
  bus: [
    'The last bus leaves before the choir begins.',
    'I would go every week if there was a bus.',
    'My dad drives me. When he cannot, I stay at home.',
    'A shared taxi would do.',
  ],
  friends: ['My friends are there.', 'I go for the people and not for the craft.', 'We have lunch together.'],
  staff: [
    'Somebody who knows how I talk.',
    'New staff every month is hard for my son.',
    'They know when I need quiet.',
  ],
  evening: ['Something on a Saturday.', 'Everything ends at three.', 'Nothing happens in the evening.'],
}
type Code = keyof typeof said

/** A consultation from the first question to “you said, we did”, and one that is still being drafted. */
export function reportedSteps(as: (name: string) => Actor, today: Temporal.PlainDate): Step[] {
  const priya = as('Priya')
  const visitor: Actor = { ...priya, account: null, name: 'A visitor', roles: [] }
  const known = { ref: '' }
  const day = (ago: number) => workingDayBefore(today, ago)
  return [
    {
      ago: 206,
      run: async (on) => {
        known.ref = await drafted(on, priya, 'A good day: activities for adults', goodDay, {
          subject: 'adults/everyday-life',
          opensOn: day(205).toString(),
          closesOn: day(205).add({ days: 48 }).toString(),
          why: 'The council pays for places at day centres. Many people would rather choose what they do, where, and with whom. Before it changes what it pays for, it asks them.',
          affected: 'Adults who go to activities with help from the council, their families, and those who work there.',
          groups: [
            { name: 'Adults who go to activities', population: 640, source: 'Service records' },
            { name: 'Their unpaid carers', population: 410, source: 'Carers’ assessments' },
          ],
        })
      },
    },
    { ago: 205, run: (on) => opened(on, priya, known.ref) },
    { ago: 190, run: (on) => answers(on, visitor, known.ref) },
    {
      ago: 184,
      run: (on) =>
        sent(on, visitor, known.ref, (q6, n) => ({ q1: n % 5 ? 'a1' : 'a2', q3: 1 + (n % 3), q5: 'a1', q6 }), {
          ...choir,
          own: [...choir.own, ...choir.own.map((more) => `I am a carer. ${more}`)],
          same: 19,
        }),
    },
    {
      ago: 180,
      run: async (on) => {
        for (const words of [said.bus[1], said.evening[1]])
          await on.does(priya, enterResponse, {
            ref: known.ref,
            channel: 'telephone',
            receivedOn: day(180).toString(),
            answers: { q1: 'a1', q3: 2 },
            said: words,
          })
      },
    },
    { ago: 152, run: async (on) => void (await on.does(priya, closeConsultation, { ref: known.ref })) },
    { ago: 147, run: (on) => analysed(on, priya, known.ref) },
    {
      ago: 140,
      run: async (on) => {
        await on.does(priya, releaseTables, known)
        await on.does(priya, publishReport, {
          ref: known.ref,
          summary:
            'We asked adults who go to activities, their families and those who work there what makes a good day.\n\nMost of those who wrote said that getting there is the hardest part. Many want something to do in the evening and at the weekend; some of them sent one letter, and many of those added a story of their own. They go for their friends, and want staff who know them.\n\nThe specification now asks for shared transport and for evenings and weekends. What we will not do, and why, is said below.',
        })
      },
    },
    { ago: 4, run: (on) => begun(on, priya, day) },
  ]
}

async function answers(on: On, visitor: Actor, ref: string): Promise<void> {
  const codes: Code[] = ['bus', 'friends', 'bus', 'evening', 'staff', 'bus', 'evening', 'friends']
  const [there, friends, staff, late] = [
    ['a1', 'a2', 'a3', 'a4'],
    ['a2', 'a1', 'a4', 'a3'],
    ['a3', 'a2', 'a1'],
    ['a4', 'a1', 'a3', 'a2'],
  ]
  const first = [there, friends, there, late, staff, there, [], late]
  const answered = Array.from({ length: 88 }, (_, n) => {
    const code = codes[n % codes.length] ?? 'bus'
    const words = said[code]
    const own = words[Math.floor(n / codes.length) % words.length] ?? ''
    return {
      q1: n % 8 === 3 ? 'a4' : n % 4 === 2 ? 'a2' : n % 8 === 5 ? 'a3' : 'a1',
      q2: [['a1', 'a2'], ['a4'], ['a2', 'a3'], ['a4', 'a1'], ['a5']][n % 5],
      ...(n % 8 !== 7 && { q3: [2, 1, 3, 2, 4, 2, 5][n % 8] }),
      ...(n % 8 !== 6 && { q4: first[n % 8] }),
      ...(n % 8 !== 5 && { q5: n % 4 === 3 ? (n % 8 === 3 ? 'a2' : 'a3') : 'a1' }),
      ...(n % 2 === 0 && { q6: n < 64 ? own : `${own} It has been so for years.` }),
    }
  })
  // All at once, as people do: together they share a few transactions, and a first start is not the longer for them.
  await Promise.all(answered.map((given) => on.does(visitor, respond, { ref, answers: given })))
  for (let n = 0; n < 44; n++)
    await on.does(visitor, answerEquality, {
      ref,
      consent: true,
      answers: { e1: ['a3', 'a4', 'a5', 'a4'][n % 4], e2: (2 * n + 1) % 3 ? 'a1' : 'a2' },
    })
}

async function analysed(on: On, priya: Actor, ref: string): Promise<void> {
  await on.does(priya, setSecondCoding, { ref, share: 0, because: 'One reader; the words are short and plain.' })
  const code = async (title: string, means: string) => (await on.does(priya, putCode, { ref, title, means })).code
  const frame: Record<Code, string> = {
    bus: await code('Getting there', 'Cannot get there, or back, or only when somebody drives.'),
    friends: await code('Friends', 'Goes for the people.'),
    staff: await code('Staff who know me', 'Wants staff who stay and who understand.'),
    evening: await code('Evenings and weekends', 'Wants something when there is nothing.'),
  }
  await groupCoded(on, priya, ref, {
    name: choir.name,
    codes: [frame.evening, frame.bus],
    because: 'One letter, which asks for an evening and a way home.',
  })
  const keys = Object.keys(said) as Code[]
  let after: string | undefined
  do {
    const { responses, next } = await on.asks(priya, listResponses, { ref, after })
    for (const { receipt } of responses) {
      const { passages, codings } = await on.asks(priya, viewToCode, { receipt })
      if (passages.length === 0 || codings.length > 0) continue
      const codes = Object.fromEntries(
        passages.map(({ question, words }) => [
          question,
          words.startsWith(choir.letter)
            ? [frame.evening, frame.bus, ...(/^.*(speak|Tuesday|house)/u.test(words) ? [frame.friends] : [])]
            : keys.filter((key) => said[key].some((one) => words.startsWith(one))).map((key) => frame[key]),
        ]),
      )
      await on.does(priya, codeResponse, { receipt, codes })
    }
    after = next ?? undefined
  } while (after !== undefined)
  await on.does(priya, analyseWordless, { ref })
  const theme = async (title: string, says: string, codes: Code[], answer: Record<string, unknown>) => {
    const made = await on.does(priya, putTheme, { ref, title, says, codes: codes.map((key) => frame[key]) })
    await on.does(priya, answerTheme, { ref, theme: made.theme, ...answer })
  }
  const specification = (label: string) => ({
    kind: 'specification',
    ref: 'Everyday life activities, specification',
    label,
  })
  await theme(
    'Getting there is the hardest part',
    'Buses end too early, and many depend on one person who drives.',
    ['bus'],
    {
      answer: 'we-will',
      says: 'Whoever is paid for activities also has to offer a shared way there and home.',
      traces: [specification('4.2')],
    },
  )
  await theme(
    'Evenings and weekends',
    'Most of what there is ends in the afternoon, and on Saturdays there is nothing.',
    ['evening'],
    {
      answer: 'we-will',
      says: 'In each district something is open on two evenings a week and on Saturdays.',
      traces: [specification('3.1')],
    },
  )
  await theme('The people matter', 'People go for their friends, and to staff who know them.', ['friends', 'staff'], {
    answer: 'we-will-not',
    says: 'We cannot promise the same staff: providers employ them. We do ask how many leave in a year, and publish it.',
  })
  await on.does(priya, stateOptions, {
    ref,
    options: [
      'Go on with places at day centres',
      'A list of providers that people choose from',
      'Personal budgets alone',
    ],
    because: null,
    couldDiffer: 'Yes: no contract has been renewed, and none of the three costs more than is spent today.',
  })
  for (const [group, choice] of [
    ['Adults who go to activities', 'a1'],
    ['Their unpaid carers', 'a2'],
  ])
    await on.does(priya, tieGroup, { ref, group, question: 'q1', choice, otherwise: null })
  await on.does(priya, markAnalysed, { ref })
}

async function begun(on: On, priya: Actor, day: (ago: number) => Temporal.PlainDate): Promise<void> {
  let { ref, version } = await on.does(priya, startConsultation, { title: 'Day centres: when and where they open' })
  ;({ version } = await on.does(priya, editConsultation, {
    ref,
    version,
    changes: {
      subject: 'adults/everyday-life',
      why: 'Two of the nine buildings need a new roof, and fewer people come on Mondays.',
      opensOn: day(0).add({ days: 14 }).toString(),
      groups: [{ name: 'People who go to a day centre', population: 380, source: 'Service records' }],
    },
  }))
  ;({ version } = await on.does(priya, setQuestions, {
    ref,
    version,
    questionnaire: {
      sections: [
        {
          key: 's1',
          title: 'When you come',
          lead: null,
          questions: [
            ask('q1', 'multiple', 'On which days do you come?', {
              options: options('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'),
            }),
            ask('q2', 'long-text', 'What would change for you if it opened on other days?'),
          ],
        },
      ],
      equality: [],
    },
  }))
  await on.does(priya, addDocument, {
    ref,
    kind: 'proposal',
    title: 'What is proposed',
    words: 'Seven buildings that are open on the days when people come, and none that is half empty.',
  })
}
