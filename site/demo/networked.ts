import type { Actor } from '#platform/use-case.ts'
import {
  addMember,
  answerInvitation,
  answerIssue,
  askOntoPanel,
  compareBy,
  describe,
  giveIssue,
  holdWorkshop,
  invite,
  nameHost,
  offerPayment,
  openNetwork,
  planWorkshop,
  publishRepresentation,
  raiseIssue,
  showIssue,
  tellBack,
  viewWorkshop,
} from '#networks'
import { pounds } from './parts.ts'
import type { On, Step } from './steps.ts'

const firstNames = [
  'Maren',
  'Olek',
  'Tove',
  'Idris',
  'Bettina',
  'Kwame',
  'Sunniva',
  'Aurelio',
  'Greta',
  'Nadeem',
  'Philippa',
  'Jorun',
  'Casper',
  'Amara',
  'Leopold',
  'Yusra',
  'Birgit',
  'Edwin',
  'Marisol',
  'Osric',
  'Tamsin',
  'Viggo',
  'Rowena',
  'Ishaan',
  'Clementine',
  'Anders',
  'Zofia',
  'Barnaby',
]
const surnames = ['Quickfen', 'Larkspur', 'Oddney', 'Tarnbeck']
const connections = ['autistic', 'autistic', 'autistic', 'family', 'carer', 'advocate'] as const
const wanted = [['quiet-room'], ['low-light', 'papers-early'], [], ['easy-read'], [], ['online']]

const measures = [
  {
    measure: 'age',
    title: 'Age',
    answers: [
      { answer: 'under-25', title: 'Under 25', share: 2900 },
      { answer: '25-49', title: '25 to 49', share: 3300 },
      { answer: '50-up', title: '50 and over', share: 3800 },
    ],
  },
  {
    measure: 'sex',
    title: 'Sex',
    answers: [
      { answer: 'female', title: 'Female', share: 5100 },
      { answer: 'male', title: 'Male', share: 4900 },
    ],
  },
  {
    measure: 'district',
    title: 'Where people live',
    answers: [
      { answer: 'town', title: 'Larkton and Millbrook', share: 4600 },
      { answer: 'coast', title: 'The coast', share: 3300 },
      { answer: 'hills', title: 'The hills', share: 2100 },
    ],
  },
]

/** Larkshire’s autism network: its members (all invented), a workshop that was held, one to come, and what came of what was raised. */
export function networkSteps(as: (firstName: string) => Actor, today: Temporal.PlainDate): Step[] {
  const known = { ref: '', members: [] as string[], workshop: '' }
  const priya = as('Priya')
  return [
    {
      ago: 220,
      run: async (on) => {
        known.ref = (
          await on.does(priya, openNetwork, {
            title: 'Larkshire autism network',
            subject: 'adults/everyday-life',
            post: 'head-commissioning',
            area: 'Larkshire',
            connectedBy: 'autistic, or connected to an autistic person',
            purpose:
              'Autistic people, their families, carers and advocates shape what the council and its partners commission, and hear what came of it.',
            topics: ['Housing', 'Health', 'Employment', 'Community'].map((title) => ({
              topic: title.toLowerCase(),
              title,
            })),
            yearlyBudget: pounds(7_500),
            hourlyFee: pounds(15),
          })
        ).ref
        await on.does(priya, nameHost, {
          ref: known.ref,
          name: 'Tarnbeck Voices (invented)',
          email: 'robin.ashgrove@larkshire.example',
        })
        for (const measure of measures)
          await on.does(priya, compareBy, {
            ref: known.ref,
            source: 'Census 2021, shares rounded (example figures)',
            ...measure,
          })
      },
    },
    {
      ago: 200,
      run: async (on) => {
        for (let at = 0; at < 2 * firstNames.length; at++)
          known.members.push(await joins(on, as('Robin'), known.ref, at, today.subtract({ days: 215 })))
      },
    },
    {
      ago: 150,
      run: async (on) => {
        known.workshop = (
          await on.does(priya, planWorkshop, {
            ref: known.ref,
            title: 'Spring workshop',
            day: workshopDay(today, 120),
            from: '10:30',
            until: '13:00',
            place: 'Larkton library, the garden room',
            agenda: 'Where people want to live, and who tells them how to ask.',
            accessPlan: 'Quiet room beside it, low light, papers in Easy Read a week before, cameras off online.',
            online: 'By link, camera off',
            places: 20,
          })
        ).workshop
        await on.does(priya, invite, { workshop: known.workshop })
        for (const member of known.members.slice(0, 14))
          await on.does(priya, answerInvitation, { workshop: known.workshop, member, answer: 'yes' })
      },
    },
    { ago: 119, run: (on) => held(on, as('Robin'), known, today.subtract({ days: 70 })) },
    {
      ago: 60,
      run: async (on) => {
        for (const [at, member] of known.members.entries())
          await on.does(as('Robin'), describe, {
            ref: known.ref,
            member,
            // Some say nothing to one of them; else “not said” would be a small number, and hide another.
            answers: [
              { measure: 'age', answer: at % 5 === 0 ? 'under-25' : at % 2 ? '25-49' : '50-up', unless: 1 },
              { measure: 'sex', answer: at % 3 ? 'male' : 'female', unless: 2 },
              { measure: 'district', answer: ['town', 'hills', 'town', 'coast'][at % 4], unless: 3 },
            ].flatMap(({ unless, ...one }) => (at % 5 === unless ? [] : [one])),
          })
        await on.does(priya, publishRepresentation, { ref: known.ref, year: today.subtract({ days: 60 }).year })
      },
    },
    {
      ago: 20,
      run: async (on) => {
        const { workshop } = await on.does(as('Robin'), planWorkshop, {
          ref: known.ref,
          title: 'Winter workshop',
          day: today.add({ days: 25 }),
          from: '10:30',
          until: '13:00',
          place: 'Marlow Green hall',
          agenda: 'What a good day looks like: the specification for everyday life activities.',
          accessPlan: 'Step-free, quiet room, papers a week before.',
          online: 'By link, camera off',
          places: 20,
        })
        await on.does(as('Robin'), invite, { workshop })
        await on.does(as('Robin'), askOntoPanel, {
          ref: known.ref,
          member: known.members[0],
          what: 'the panel that chooses the next host of the network',
        })
      },
    },
  ]
}

// A day that is surely over when the workshop is written down, whatever days councils work.
const workshopDay = (today: Temporal.PlainDate, ago: number) => today.subtract({ days: ago + 4 })

async function joins(on: On, robin: Actor, ref: string, at: number, consentedOn: Temporal.PlainDate): Promise<string> {
  // The same first name with another surname the second time round.
  const first = firstNames[at % firstNames.length] ?? ''
  const name = `${first} ${surnames[(at + Math.floor(at / firstNames.length)) % surnames.length]}`
  return (
    await on.does(robin, addMember, {
      ref,
      name,
      // Every ninth has no e-mail: what they are to be told waits for a letter on paper.
      ...(at % 9 === 8
        ? { contactBy: 'post', postAddress: `${at} Mill Row\nLarkton` }
        : { contactBy: 'email', email: `${name.toLowerCase().replace(' ', '.')}@members.example` }),
      connection: connections[at % connections.length],
      livesInArea: true,
      source: at % 3 ? 'The library' : 'A friend',
      consents: at % 4 === 3 ? ['invitations'] : ['invitations', 'news', 'share-needs', 'panels'],
      consentedOn,
      payment: at % 3 ? 'voucher' : 'money',
      benefit: at % 7 === 0 ? 'esa' : null,
      needs: (wanted[at % wanted.length] ?? []).map((need) => ({ need })),
    })
  ).member
}

async function held(
  on: On,
  robin: Actor,
  { ref, members, workshop }: { ref: string; members: string[]; workshop: string },
  answerBy: Temporal.PlainDate,
): Promise<void> {
  const { invited } = await on.asks(robin, viewWorkshop, { workshop })
  await on.does(robin, holdWorkshop, {
    workshop,
    notes: 'Two tables, one online. Most time went on how to ask for a quieter home.',
    attendance: invited.map(({ member, needs }) => {
      const attended = members.indexOf(member) < 12
      return {
        member,
        attended,
        needsMet: attended && needs.length > 0 ? members.indexOf(member) !== 3 : null,
        needsWords: members.indexOf(member) === 3 ? 'The papers came two days before' : '',
      }
    }),
  })
  for (const member of members.slice(0, 4))
    await on.does(robin, offerPayment, { workshop, member, minutes: 150, expenses: 420 })
  const raised = [
    {
      topic: 'housing',
      says: 'Nobody tells us how to ask for a quieter home, or that we may.',
      body: 'Larkshire Homes (invented)',
      outcome: 'will',
      answer: 'A page and a leaflet in Easy Read explain it; the housing team offers a call. Both since June.',
      told: 'At the workshop and on this page',
    },
    {
      topic: 'health',
      says: 'The waiting room at the surgery is too loud to stay in.',
      body: 'Larkton surgeries (invented)',
      outcome: 'partly',
      answer:
        'Two of five surgeries text people when it is their turn, so that they can wait outside. The others have no system that can.',
      told: 'By e-mail',
    },
    {
      topic: 'employment',
      says: 'Job interviews ask for things that have nothing to do with the job.',
      body: 'Larkshire Council, people and inclusion',
      outcome: null,
      answer: '',
      told: '',
    },
  ]
  for (const [at, one] of raised.entries()) {
    const { issue } = await on.does(robin, raiseIssue, {
      ref,
      topic: one.topic,
      says: one.says,
      workshop,
      member: members[at],
    })
    await on.does(robin, giveIssue, { issue, body: one.body, answerBy })
    if (one.outcome) {
      await on.does(robin, answerIssue, { issue, outcome: one.outcome, answer: one.answer })
      await on.does(robin, tellBack, { issue, how: one.told })
    }
    await on.does(robin, showIssue, { issue, show: true, namesNobody: true })
  }
}
