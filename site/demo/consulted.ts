import {
  addDocument,
  agreeWords,
  answerEquality,
  answerTheme,
  closeConsultation,
  codeResponse,
  findToCode,
  putCode,
  putTheme,
  setSecondCoding,
  stateOptions,
  tieGroup,
  viewToCode,
  editConsultation,
  enterResponse,
  holdWorkshop,
  keyIn,
  listResponses,
  openConsultation,
  permissionQuestion,
  readWords,
  respond,
  viewWordsDesk,
  setFormAside,
  setQuestions,
  startConsultation,
  takeInPaper,
  viewBatch,
  type Question,
  type Questionnaire,
} from '#consultations'
import type { Actor } from '#platform/use-case.ts'
import { groupCoded, sent, valley } from './campaigned.ts'
import { workingDayBefore, type On, type Step } from './steps.ts'

const plain = { help: null, required: false, showIf: [], options: [], rows: [], scale: null }
export const options = (...words: string[]) => words.map((one, at) => ({ key: `a${at + 1}`, words: one }))
export const ask = (key: string, kind: Question['kind'], words: string, more: Partial<Question> = {}): Question => ({
  ...plain,
  key,
  kind,
  words,
  ...more,
})
export const yesNo = options('Yes', 'No', 'I do not know')

export const aboutYou: Question[] = [
  ask('e1', 'single', 'How old are you?', {
    options: options('Under 16', '16 to 24', '25 to 44', '45 to 64', '65 or over', 'I would rather not say'),
  }),
  ask('e2', 'single', 'Are you disabled, or have you a long-term health condition?', {
    options: options('Yes', 'No', 'I would rather not say'),
  }),
]

const shortBreaks: Questionnaire = {
  sections: [
    {
      key: 's1',
      title: 'You and short breaks',
      lead: 'A short break is time that a disabled child or young person spends with others, so that they have a good time and their family has a rest.',
      questions: [
        ask('q1', 'single', 'Which describes you best?', {
          required: true,
          options: options(
            'I am a disabled child or young person',
            'I am a parent or carer',
            'I work with disabled children',
            'None of these',
          ),
        }),
        ask('q2', 'single', 'Have you, or has your child, had a short break in the last year?', {
          showIf: [{ question: 'q1', is: ['a1', 'a2'] }],
          options: yesNo,
        }),
        ask('q3', 'multiple', 'What was it?', {
          showIf: [{ question: 'q2', is: ['a1'] }],
          options: options(
            'A play scheme or club',
            'Somebody who came to our home',
            'A night or more away',
            'A personal budget',
          ),
        }),
      ],
    },
    {
      key: 's2',
      title: 'Who can have a short break',
      lead: 'We propose three levels: open to every disabled child; with a short form; and after an assessment. What counts is how much a disability affects the child’s and the family’s life, and no longer a list of conditions.',
      questions: [
        ask('q4', 'scale', 'How clear are the three levels?', {
          scale: { from: 1, to: 5, low: 'Not clear at all', high: 'Entirely clear' },
        }),
        ask(
          'q5',
          'single',
          'Is it fairer to ask how much a disability affects daily life than to go by a list of conditions?',
          { options: yesNo },
        ),
        ask('q6', 'long-text', 'Why?', { help: 'Whatever you think we should know before this is decided.' }),
      ],
    },
    {
      key: 's3',
      title: 'What is on offer',
      lead: null,
      questions: [
        ask('q7', 'ranking', 'What matters most? Put them in order.', {
          options: options(
            'More places in the holidays',
            'More at weekends',
            'Closer to home',
            'Staff who know the child',
          ),
        }),
        ask('q8', 'matrix', 'Should these names stay?', {
          options: yesNo,
          rows: [
            { key: 'kite', words: 'Kite Club' },
            { key: 'lantern', words: 'Lantern Network' },
          ],
        }),
        ask('q9', 'upload', 'Anything you would like to send us'),
        ask('q10', 'long-text', 'Anything else?'),
      ],
    },
  ],
  equality: aboutYou,
}

const careAtHome: Questionnaire = {
  sections: [
    {
      key: 's1',
      title: 'Care at home',
      lead: 'About 800 people in Larkshire have care at home every day.',
      questions: [
        ask('q1', 'single', 'Have you, or has somebody you look after, care at home?', {
          required: true,
          options: yesNo,
        }),
        ask('q2', 'ranking', 'What matters most?', {
          options: options('The same people every time', 'Visits on time', 'Time enough', 'A say in when'),
        }),
        ask('q3', 'long-text', 'What works well, and what does not?'),
      ],
    },
    { key: 'publishing', title: 'Publishing what you wrote', lead: null, questions: [permissionQuestion] },
  ],
  equality: aboutYou,
}

const names =
  'Please keep the names of Kite Club and the Lantern Network. Families know them, trust them and look for them by these names.'

/** Two consultations: one that is open, on who can have a short break, and one on care at home that is over and half analysed. */
export function consultationSteps(as: (name: string) => Actor, today: Temporal.PlainDate): Step[] {
  const [priya, ada] = [as('Priya'), as('Ada')]
  const visitor: Actor = { ...priya, account: null, name: 'A visitor', roles: [] }
  const [breaks, care] = [{ ref: '' }, { ref: '', batch: '' }]
  const day = (ago: number) => workingDayBefore(today, ago)
  const answer = (on: On, ref: string, answers: Record<string, unknown>) => on.does(visitor, respond, { ref, answers })
  return [
    {
      ago: 150,
      run: async (on) => {
        care.ref = await drafted(on, priya, 'Care at home: what matters to you', careAtHome, {
          subject: 'adults/care-at-home',
          opensOn: day(149).toString(),
          closesOn: day(149).add({ days: 48 }).toString(),
          secondKeyed: 50,
          why: 'The contracts for care at home end next autumn. Before the council says what it wants to buy, it asks those who live with it.',
          affected: 'People who have care at home, their families, and those who bring the care.',
          groups: [
            { name: 'People who have care at home', population: 800, source: 'Daily average of the last year' },
            { name: 'Unpaid carers', population: 2100, source: 'Estimate' },
          ],
        })
      },
    },
    {
      ago: 149,
      run: async (on) => {
        await opened(on, priya, care.ref)
      },
    },
    {
      ago: 130,
      run: async (on) => {
        for (const [n, words] of [
          'The same carer every morning makes all the difference.',
          'Fifteen minutes are not enough to wash, dress and eat.',
          'They come when they can and not when they said.',
          'My wife has the kindest carers in the county.',
        ].entries()) {
          await answer(on, care.ref, {
            q1: 'a1',
            q2: n % 2 ? ['a3', 'a1', 'a2', 'a4'] : ['a1', 'a2', 'a3', 'a4'],
            q3: words,
            // The last of them leaves the question empty, which is no.
            ...(n < 3 && { [permissionQuestion.key]: 'yes' }),
          })
        }
        for (let n = 0; n < 11; n++)
          await on.does(visitor, answerEquality, {
            ref: care.ref,
            consent: true,
            answers: { e1: n % 4 ? 'a5' : 'a4', e2: n % 3 ? 'a1' : 'a2' },
          })
      },
    },
    {
      ago: 112,
      run: (on) => sent(on, visitor, care.ref, (q3, n) => ({ q1: n % 2 ? 'a2' : 'a1', q3 }), { ...valley, same: 6 }),
    },
    {
      ago: 104,
      run: async (on) => {
        const { batch } = await on.does(priya, takeInPaper, {
          ref: care.ref,
          box: 'Millbrook library, box 2',
          openedOn: day(104).toString(),
          counted: 4,
          countedBy: 'Priya Larkin',
          witnessedBy: 'Winifred Cole',
        })
        care.batch = batch
        const { forms } = await on.asks(priya, viewBatch, { ref: care.ref, batch })
        for (const { form, n, second } of forms) {
          if (n === 4) await on.does(priya, setFormAside, { form, because: 'Nothing is written on it.' })
          else
            for (const who of second ? [priya, ada] : [priya])
              await on.does(who, keyIn, {
                form,
                answers: {
                  q1: n === 3 ? 'a2' : 'a1',
                  q2: ['a2', 'a1'],
                  q3: `Written by hand on form ${n}: please let us have a say in when they come.`,
                },
              })
        }
      },
    },
    {
      ago: 98,
      run: async (on) => {
        await on.does(priya, enterResponse, {
          ref: care.ref,
          channel: 'letter',
          receivedOn: day(98).toString(),
          said: 'I was in hospital and write late. The visits after I came home were the best help that I had.',
        })
      },
    },
    {
      ago: 95,
      run: async (on) => {
        await on.does(priya, closeConsultation, { ref: care.ref })
      },
    },
    { ago: 92, run: (on) => coded(on, priya, ada, care.ref) },
    { ago: 90, run: (on) => read(on, priya, ada, care.ref) },
    {
      ago: 20,
      run: async (on) => {
        breaks.ref = await drafted(on, priya, 'Short breaks: who can have one', shortBreaks, {
          subject: 'children/short-breaks',
          opensOn: day(14).toString(),
          closesOn: day(14).add({ days: 48 }).toString(),
          why: 'Who can have a short break depends today on rules that few can follow and that were written for fewer children. Some families have much and others with the same need have nothing. Nothing is decided: what you say goes to Cabinet with the proposal.',
          affected:
            'Disabled children and young people, their brothers and sisters, their parents and carers, and those who run short breaks.',
          groups: [
            {
              name: 'Disabled children and young people',
              population: 6785,
              source: 'Estimate from the census and school records',
            },
            { name: 'Who have a short break today', population: 1250, source: 'Service records' },
          ],
        })
        await on.does(priya, holdWorkshop, {
          ref: breaks.ref,
          title: 'Come and talk about short breaks',
          place: 'Millbrook library, upstairs room',
          on: today.add({ days: 12 }).toString(),
          from: '10:30',
          until: '12:30',
          capacity: 24,
          access:
            'A lift, a hearing loop and a quiet room. Children are welcome, and there are people to look after them.',
        })
      },
    },
    {
      ago: 14,
      run: async (on) => {
        await opened(on, priya, breaks.ref)
      },
    },
    {
      ago: 9,
      run: async (on) => {
        await answer(on, breaks.ref, {
          q1: 'a2',
          q2: 'a1',
          q3: ['a1', 'a3'],
          q4: 4,
          q5: 'a1',
          q6: 'My son has no diagnosis and needs more help than many who have one.',
          q7: ['a1', 'a4', 'a2', 'a3'],
          q8: { kite: 'a1', lantern: 'a1' },
        })
        await answer(on, breaks.ref, {
          q1: 'a1',
          q2: 'a1',
          q3: ['a1'],
          q4: 2,
          q7: ['a2', 'a1'],
          q10: 'I like Saturdays.',
        })
        await answer(on, breaks.ref, {
          q1: 'a2',
          q2: 'a2',
          q4: 1,
          q5: 'a2',
          q6: 'I fear that we shall have to prove every year how hard it is.',
        })
        for (const q4 of [1, 3, 5]) await answer(on, breaks.ref, { q1: 'a2', q2: 'a1', q4, q10: names })
      },
    },
    {
      ago: 6,
      run: async (on) => {
        await on.does(priya, enterResponse, {
          ref: breaks.ref,
          channel: 'telephone',
          receivedOn: day(6).toString(),
          answers: { q1: 'a2', q2: 'a1', q4: 3 },
          said: 'A grandmother who looks after two boys. She would like one number to call.',
        })
        await on.does(ada, enterResponse, {
          ref: breaks.ref,
          channel: 'letter',
          receivedOn: day(6).toString(),
          said: names,
        })
      },
    },
  ]
}

// Most of what was written is coded, some of it by two people; one theme is answered and one is not.
async function coded(on: On, priya: Actor, ada: Actor, ref: string): Promise<void> {
  await on.does(priya, setSecondCoding, {
    ref,
    share: 50,
    because: 'Few responses, so that a tenth would tell nothing.',
  })
  const frame: string[] = []
  for (const [title, means] of [
    ['The same people', 'Wants to know who comes, or praises somebody who comes often.'],
    ['Time enough', 'A visit is too short for what has to be done.'],
    ['When they come', 'Wants visits at the time that was agreed, or a say in it.'],
  ])
    frame.push((await on.does(priya, putCode, { ref, title, means })).code)
  const [same = '', enough = '', when = ''] = frame
  const codesFor = (words: string) => [
    ...(/same carer|kindest|one small team/u.test(words) ? [same] : []),
    ...(/minutes|lose an hour/u.test(words) ? [enough] : []),
    ...(/when they/u.test(words) ? [when] : []),
  ]
  await groupCoded(on, priya, ref, {
    name: null,
    codes: [same, enough],
    because: 'One letter: a small team, and time that is not lost on the road.',
  })
  const { responses } = await on.asks(priya, listResponses, { ref })
  let done = 0
  for (const { receipt } of responses) {
    const { passages, alike } = await on.asks(priya, viewToCode, { receipt })
    // Who added something to the letter waits to be read.
    if (alike !== null) continue
    if (++done > 6) break
    const codes = Object.fromEntries(passages.map(({ question, words }) => [question, codesFor(words)]))
    await on.does(priya, codeResponse, { receipt, codes })
  }
  const { receipt } = await on.asks(ada, findToCode, { ref, as: 'second' })
  if (receipt !== null) {
    const { passages } = await on.asks(ada, viewToCode, { receipt })
    await on.does(ada, codeResponse, {
      receipt,
      codes: Object.fromEntries(passages.map(({ question, words }) => [question, codesFor(words)])),
    })
  }
  const { theme } = await on.does(priya, putTheme, {
    ref,
    title: 'Who comes, and when',
    says: 'People want the same few faces, at the time that was agreed.',
    codes: [same, when],
  })
  await on.does(priya, answerTheme, {
    ref,
    theme,
    answer: 'we-will',
    says: 'Contracts will ask for a small team for each person, and for a call before a visit that is late.',
    traces: [{ kind: 'specification', ref: 'Care at home specification, draft 2', label: '5.1' }],
  })
  await on.does(priya, putTheme, {
    ref,
    title: 'Time enough',
    says: 'Fifteen minutes are too short to wash, dress and eat.',
    codes: [enough],
  })
  await on.does(priya, stateOptions, {
    ref,
    options: ['One contract for the county', 'A contract for each district', 'A list of approved providers'],
    because: null,
    couldDiffer: 'Yes: nothing is ordered, and the budget does not say how care is bought.',
  })
  await on.does(priya, tieGroup, {
    ref,
    group: 'People who have care at home',
    question: 'q1',
    choice: 'a1',
    otherwise: null,
  })
}

export async function drafted(
  on: On,
  priya: Actor,
  title: string,
  questionnaire: Questionnaire,
  changes: Record<string, unknown>,
): Promise<string> {
  let { ref, version } = await on.does(priya, startConsultation, { title })
  ;({ version } = await on.does(priya, editConsultation, {
    ref,
    version,
    changes: {
      contact:
        'Call 01632 960 000 on weekdays, write to Larkshire Council, Freepost, or ask in any library. We send paper forms and other formats.',
      ...changes,
    },
  }))
  ;({ version } = await on.does(priya, setQuestions, { ref, version, questionnaire }))
  const pack: [string, string, string][] = [
    [
      'proposal',
      'What is proposed',
      'One way of deciding for everybody, written so that anybody can follow it, and an offer that fits it.',
    ],
    [
      'reasons',
      'Why',
      'What there is was built up over years by different services. It treats like cases differently, and the number of those who ask grows.',
    ],
    [
      'costs',
      'What it costs',
      'The proposal spends what is spent today. It moves money from those who had much to those who had none.',
    ],
    [
      'impact',
      'What it means for the groups that it affects',
      'Most people keep what they have. Some will have less, and are told so first; others will have something for the first time.',
    ],
    [
      'rejected-options',
      'What else was considered, and why it is not proposed',
      'To change nothing: it would not be fair, and could not be paid for much longer. To end the open offer: it would leave too many with nothing.',
    ],
    [
      'equality-analysis',
      'Draft equality analysis',
      'A draft, to be completed with what you tell us. It looks at age, disability, sex, ethnic group and at those who look after somebody.',
    ],
  ]
  for (const [kind, of, words] of pack) await on.does(priya, addDocument, { ref, kind, title: of, words })
  return ref
}

export async function opened(on: On, priya: Actor, ref: string): Promise<void> {
  // Started, edited, questions set: its third version.
  await on.does(priya, openConsultation, { ref, version: 3, because: null })
}

/** Of those who permit that their words are published one is read by two people, one by one, and the rest waits. */
async function read(on: On, priya: Actor, ada: Actor, ref: string): Promise<void> {
  const { toRead } = await on.asks(priya, viewWordsDesk, { ref })
  for (const [at, { receipt }] of toRead.slice(0, 2).entries()) {
    const { n } = await on.does(priya, readWords, { receipt, publish: true })
    if (at === 0) await on.does(ada, agreeWords, { receipt, n })
  }
}
