import {
  answerUrgency,
  askUrgency,
  callMeeting,
  dropPlanned,
  enterPlanned,
  giveGeneralException,
  giveKeyNotice,
  givePrivateNotice,
  movePlanned,
  publishAgenda,
  putAgendaItem,
  tiePlanned,
  viewNoticesOf,
} from '#decisions'
import { workingDayFrom } from '#platform/days.ts'
import type { Actor } from '#platform/use-case.ts'
import { workingDayBefore, type On, type Step } from './steps.ts'
import type { DemoRecord } from './records.ts'

type As = (name: string) => Actor

const address = 'Democratic Services, County Hall, Larkshire (invented)'
const rest = {
  address,
  otherDocuments: 'Other documents relevant to the matter may be submitted to the decision maker.',
  howToRequest: 'Ask Democratic Services for details of those documents as they become available.',
}

/** How a key decision of the demo came to be known before it was taken: by 28 clear days' notice, by the general exception, or as urgent. */
export function noticeSteps(as: As, today: Temporal.PlainDate, record: DemoRecord, known: { ref: string }): Step[] {
  if (!record.isKey) return []
  const signedAgo = record.signedAgo ?? 0
  const { title, maker, subject, author, notice = 'key' } = record
  const due = workingDayBefore(today, signedAgo).toString()
  const plan = { ref: '' }
  const enter = (ago: number): Step => ({
    ago,
    run: async (on) => {
      plan.ref = (
        await on.does(as('Priya'), enterPlanned, {
          matter: title,
          maker,
          subject,
          isKey: true,
          leadOfficer: author,
          documents: ['Report of the Head of Commissioning'],
          dueFrom: due,
          dueUntil: due,
        })
      ).ref
    },
  })
  const tie: Step = {
    ago: signedAgo + 9,
    run: async (on) => void (await on.does(as('Priya'), tiePlanned, { ref: plan.ref, decision: known.ref })),
  }
  if (notice === 'exception') {
    // Fifteen days leave five clear working days also over Christmas.
    return [
      enter(signedAgo + 16),
      tie,
      {
        ago: signedAgo + 15,
        run: async (on) =>
          void (await on.does(as('Hugo'), giveGeneralException, {
            ref: plan.ref,
            reasons:
              'The grant that pays for a third of it was confirmed only this week, and the present arrangements end before 28 days have passed.',
            told: 'chair',
            toldOn: workingDayBefore(today, signedAgo + 15).toString(),
            how: 'by letter and e-mail',
          })),
      },
    ]
  }
  if (notice === 'urgent') {
    return [
      enter(signedAgo + 12),
      tie,
      {
        ago: signedAgo + 2,
        run: async (on) =>
          void (await on.does(as('Hugo'), askUrgency, {
            ref: known.ref,
            post: 'scrutiny-chair',
            reasons:
              'The provider of one of the two arrangements closes at the end of the month, and families would be without support.',
          })),
      },
      { ago: signedAgo + 1, run: (on) => agree(on, as, known.ref) },
    ]
  }
  return [
    enter(signedAgo + 45),
    {
      ago: signedAgo + 40,
      run: async (on) =>
        void (await on.does(as('Hugo'), giveKeyNotice, {
          ref: plan.ref,
          documents: ['Report of the Head of Commissioning'],
          ...rest,
        })),
    },
    tie,
  ]
}

async function agree(on: On, as: As, ref: string): Promise<void> {
  const { requests } = await on.asks(as('Hugo'), viewNoticesOf, { ref })
  await on.does(as('Marguerite'), answerUrgency, {
    request: requests[0]?.request,
    answer: 'agree',
    says: 'I was shown the letter of the provider.',
  })
}

/**
 * Entries of the forward plan without a record yet: one that slipped twice, one noticed and waiting, one deferred; and the
 * meeting of Cabinet that is to come.
 */
export function plannedSteps(as: As, today: Temporal.PlainDate): Step[] {
  const on = (days: number) => workingDayFrom(today.add({ days })).toString()
  const [day, extra, respite, meeting] = [{ ref: '' }, { ref: '' }, { ref: '' }, { ref: '' }]
  return [
    {
      ago: 75,
      run: async ({ does }) => {
        day.ref = (
          await does(as('Priya'), enterPlanned, {
            matter: 'Day opportunities: future of three buildings',
            about: 'Whether people are to be supported in the three buildings, or nearer home.',
            maker: 'cabinet',
            subject: 'adults/everyday-life',
            isKey: true,
            leadOfficer: 'Priya Larkin, Head of Commissioning',
            dueFrom: on(-30),
            dueUntil: on(-30),
          })
        ).ref
      },
    },
    {
      ago: 40,
      run: async ({ does }) =>
        void (await does(as('Priya'), movePlanned, {
          ref: day.ref,
          dueFrom: on(20),
          dueUntil: on(20),
          because: 'People asked for a longer consultation.',
        })),
    },
    {
      ago: 12,
      run: async ({ does }) =>
        void (await does(as('Hugo'), movePlanned, {
          ref: day.ref,
          dueFrom: on(62),
          dueUntil: on(62),
          because: 'The costs of repair are being surveyed again.',
        })),
    },
    {
      ago: 21,
      run: async ({ does }) => {
        extra.ref = (
          await does(as('Priya'), enterPlanned, {
            matter: 'Extra care housing: support from next spring',
            maker: 'cabinet',
            subject: 'adults',
            isKey: true,
            leadOfficer: 'Priya Larkin, Head of Commissioning',
            documents: ['Report of the Director', 'Options appraisal (part exempt)'],
            restriction: 'part-exempt',
            dueFrom: on(15),
            dueUntil: on(15),
          })
        ).ref
      },
    },
    {
      ago: 20,
      run: async ({ does }) =>
        void (await does(as('Hugo'), giveKeyNotice, {
          ref: extra.ref,
          documents: ['Report of the Director', 'Options appraisal (part exempt)'],
          ...rest,
        })),
    },
    {
      ago: 60,
      run: async ({ does }) => {
        respite.ref = (
          await does(as('Priya'), enterPlanned, {
            matter: 'Respite for carers: one contract or several',
            maker: 'cabinet-member-adults',
            subject: 'adults',
            isKey: false,
            dueFrom: on(-20),
            dueUntil: on(10),
          })
        ).ref
      },
    },
    {
      ago: 18,
      run: async ({ does }) => {
        meeting.ref = (
          await does(as('Hugo'), callMeeting, {
            body: 'cabinet',
            day: on(15),
            time: '14:00',
            place: 'County Hall, Larkshire (invented)',
          })
        ).ref
        await does(as('Hugo'), putAgendaItem, { ref: meeting.ref, title: 'Minutes of the last meeting' })
        await does(as('Hugo'), putAgendaItem, {
          ref: meeting.ref,
          title: 'Extra care housing: support from next spring',
        })
        await does(as('Hugo'), putAgendaItem, {
          ref: meeting.ref,
          title: 'Extra care housing: the options and their prices',
          inPrivate: true,
        })
      },
    },
    {
      ago: 17,
      run: async ({ does }) =>
        void (await does(as('Hugo'), givePrivateNotice, {
          ref: meeting.ref,
          reasons:
            'Paragraph 3 of Schedule 12A: the prices of those who would run it. The public interest in a fair price outweighs that in seeing each now.',
        })),
    },
    { ago: 2, run: async ({ does }) => void (await does(as('Hugo'), publishAgenda, { ref: meeting.ref })) },
    {
      ago: 5,
      run: async ({ does }) =>
        void (await does(as('Priya'), dropPlanned, {
          ref: respite.ref,
          how: 'deferred',
          because: 'Carers are to be asked first.',
        })),
    },
  ]
}
