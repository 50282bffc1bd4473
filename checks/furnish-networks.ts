import {
  addMember,
  answerPanel,
  changeWorkshop,
  askOntoPanel,
  compareBy,
  describe,
  holdWorkshop,
  invite,
  offerPayment,
  openNetwork,
  planWorkshop,
  publishRepresentation,
  publishYearReport,
  raiseIssue,
  writePaperLetter,
} from '#networks'
import { must, type World } from '../testing/world.ts'

/** A row in each table of networks and of the people in them, on one day. */
export async function furnishNetworks(world: World): Promise<void> {
  const priya = world.as('Priya')
  const { ref } = must(
    await world.does(priya, openNetwork, {
      title: 'Autism network',
      subject: 'adults/everyday-life',
      purpose: 'To shape what is bought',
      post: 'head-commissioning',
      area: 'Larkshire',
      connectedBy: 'connected',
      topics: [{ topic: 'health', title: 'Health' }],
      yearlyBudget: 7_500_00,
      hourlyFee: 15_00,
    }),
  )
  must(
    await world.does(priya, compareBy, {
      ref,
      measure: 'age',
      title: 'Age',
      source: 'Census',
      answers: [
        { answer: 'young', title: 'Young', share: 5000 },
        { answer: 'old', title: 'Old', share: 5000 },
      ],
    }),
  )
  const members: string[] = []
  for (let at = 0; at < 10; at++) {
    const { member } = must(
      await world.does(priya, addMember, {
        ref,
        name: `Person ${at}`,
        email: `person${at}@example.org`,
        contactBy: 'email',
        connection: 'autistic',
        livesInArea: true,
        source: 'The library',
        consents: ['invitations', 'panels'],
        consentedOn: '2022-08-04',
        payment: 'money',
        needs: [{ need: 'quiet-room' }],
      }),
    )
    must(await world.does(priya, describe, { ref, member, answers: [] }))
    members.push(member)
  }
  must(await world.does(priya, publishRepresentation, { ref, year: 2022 }))
  const { workshop } = must(
    await world.does(priya, planWorkshop, {
      ref,
      title: 'Summer',
      day: '2022-08-15',
      from: '10:00',
      until: '11:00',
      place: 'Hall',
      agenda: 'Health',
      accessPlan: 'Quiet room',
      places: 20,
    }),
  )
  must(await world.does(priya, invite, { workshop }))
  must(
    await world.does(priya, holdWorkshop, {
      workshop,
      notes: 'Said',
      attendance: [{ member: members[0], attended: true, needsMet: true }],
    }),
  )
  must(await world.does(priya, offerPayment, { workshop, member: members[0], minutes: 60 }))
  must(await world.does(priya, raiseIssue, { ref, topic: 'health', says: 'Too loud', member: members[0] }))
  const { seat } = must(await world.does(priya, askOntoPanel, { ref, member: members[0], what: 'Panel' }))
  must(await world.does(priya, answerPanel, { ref, seat, answer: 'yes' }))
  // A workshop still to come, changed once; what Person 2 is to be told is left to whoever prints letters.
  const { workshop: next } = must(
    await world.does(priya, planWorkshop, {
      ref,
      title: 'Autumn',
      day: '2022-12-15',
      from: '10:00',
      until: '11:00',
      place: 'Hall',
      agenda: 'Health',
      accessPlan: 'Quiet room',
      places: 20,
    }),
  )
  must(await world.does(priya, invite, { workshop: next }))
  must(
    await world.does(priya, changeWorkshop, {
      workshop: next,
      title: 'Autumn',
      day: '2022-12-16',
      from: '10:00',
      until: '11:00',
      place: 'Library',
      agenda: 'Health',
      accessPlan: 'Quiet room',
      places: 20,
    }),
  )
  must(await world.does(priya, writePaperLetter, { ref, member: members[1] }))
  must(await world.does(priya, publishYearReport, { ref, year: 2021 }))
}
