import assert from 'node:assert/strict'
import { bury } from '../site/demo/councils/index.ts'
import { moveDays } from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { story } from './story.ts'
import { errors, heading, text, type Visitor } from './visitor.ts'

const house = await openJourneyHouse()
const where = () => house.found({ ...bury, day: '2022-01-24' })

/** Opens the network that Bury's decision of January 2022 speaks of; the page's address. */
async function opens(officer: Visitor): Promise<string> {
  await officer.open('/desk')
  await officer.follow('Run networks')
  await officer.press('Open a network')
  await officer.fill('What is it called?', 'Autism co-production network')
  await officer.fill(
    'What is it for?',
    'Autistic people, their families and carers shape the charter, the delivery plan and what is bought.',
  )
  await officer.select('What is it about?', 'Support for autistic people')
  await officer.select('Who opens it?', 'Integrated Strategic Lead for Learning Disability and Autism')
  await officer.fill('Where do members live?', 'Bury')
  await officer.fill('What connects them?', 'autistic, or connected to an autistic person')
  await officer.fill('Topics, one a line', 'Housing\nHealth\nEmployment\nCommunity')
  await officer.fill('Budget of a year', '7,500')
  await officer.fill('What is paid for an hour of somebody’s time', '15')
  await officer.press('Open the network')
  assert.match(await text(officer), /The network is open/u)
  return officer.address().replace(/\?.*/u, '')
}

async function joins(officer: Visitor, network: string, name: string, need?: string): Promise<void> {
  await officer.open(network)
  await officer.press('Add a member')
  await officer.choose('Yes', { in: 'Do they live in Bury?' })
  await officer.fill('Name', name)
  await officer.choose('Autistic', { in: 'How are they connected?' })
  await officer.fill('E-mail address', `${name.split(' ')[0]?.toLowerCase() ?? 'x'}@members.example`)
  if (need !== undefined) await officer.choose(need)
  await officer.choose('Be invited to workshops')
  await officer.choose('Vouchers')
  await officer.fill('Where did they hear of it?', 'The library')
  await officer.press('Add the member')
  assert.equal(await heading(officer), name)
}

async function plans(officer: Visitor, network: string): Promise<string> {
  await officer.open(network)
  await officer.press('Plan a workshop')
  await officer.fill('What is it called?', 'First quarterly workshop')
  for (const [label, value] of [
    ['Day', '31'],
    ['Month', '1'],
    ['Year', '2022'],
  ] as const)
    await officer.fill(label, value, { in: 'On which day?' })
  await officer.fill('Where?', 'Radcliffe library')
  await officer.fill('What is it about?', 'Housing')
  await officer.fill('What is done so that everybody can take part?', 'Quiet room, low light, papers a week before')
  await officer.press('Plan the workshop')
  await officer.press('Invite everybody who agreed to be')
  return officer.address().replace(/\?.*/u, '')
}

story(
  'Bury, 2084: a network is opened, people join, a workshop is held, and what was raised is told back',
  where,
  async ({ come }) => {
    const officer = await come('Saffron Mossop')
    const network = await opens(officer)
    await joins(officer, network, 'Maren Quickfen', 'Quiet room')
    await joins(officer, network, 'Olek Oddney')
    const workshop = await plans(officer, network)
    assert.match(await text(officer), /Maren Quickfen: Quiet room/u)
    await moveDays(officer, 7)
    await officer.open(`${workshop}/held`)
    await officer.choose(/^Maren Quickfen/u, { in: 'Who came?' })
    await officer.choose('No', { in: 'Was what Maren Quickfen needs there?' })
    await officer.fill('What was said?', 'Most time went on how to ask for a quieter home.')
    await officer.press('Write it down')
    assert.match(await text(officer), /Yes; not what they need/u)
    await officer.follow(/^Offer payment/u)
    await officer.press('Offer it')
    assert.match(await text(officer), /£45, offered/u)

    await officer.open(network)
    await officer.press('Take down an issue')
    await officer.choose('Housing')
    await officer.fill('What was said?', 'Nobody tells us how to ask for a quieter home.')
    await officer.select('Who is to be told back?', 'Maren Quickfen')
    await officer.press('Take it down')
    const issue = officer.address().replace(/\?.*/u, '')
    await officer.press('Give it to its owner')
    await officer.fill('The body', 'Bury Homes (invented)')
    for (const [label, value] of [
      ['Day', '28'],
      ['Month', '2'],
      ['Year', '2022'],
    ] as const)
      await officer.fill(label, value, { in: 'By when do they answer?' })
    await officer.press('Give it to them')
    await officer.press('Write down the answer')
    await officer.choose('We will')
    await officer.fill('What exactly, or why not?', 'A page and a leaflet in Easy Read, by April.')
    await officer.press('Write it down')
    await officer.press('They were told')
    await officer.fill('How?', 'By e-mail')
    await officer.press('They were told')
    assert.match(await text(officer), /Told back/u)
    await officer.open(`${issue}/show`)
    await officer.choose('It names nobody, and nobody can be told from it')
    await officer.press('Save')

    const anybody = await come()
    await anybody.open(network.replace('/desk', ''))
    assert.match(
      await text(anybody),
      /“Nobody tells us how to ask for a quieter home\.” We will: A page and a leaflet in Easy Read, by April\./u,
    )
    assert.doesNotMatch(await anybody.source(), /Maren|Olek/u)
    await anybody.press('Say something without a name')
    await anybody.choose('Health')
    await anybody.fill('Your words', 'The waiting room is too loud.')
    await anybody.press('Send it')
    assert.equal(await heading(anybody), 'Thank you')
  },
)

story(
  'Bury, 2084, with steps left out: each is refused with the reason, and what was typed is kept',
  where,
  async ({ come }) => {
    const officer = await come('Saffron Mossop')
    const network = await opens(officer)
    await officer.press('Add a member')
    await officer.choose('No', { in: 'Do they live in Bury?' })
    await officer.fill('Name', 'Tove Larkspur')
    await officer.choose('Family')
    await officer.fill('E-mail address', 'tove@members.example')
    await officer.choose('Money')
    await officer.fill('Where did they hear of it?', 'A friend')
    await officer.press('Add the member', { status: 422 })
    assert.match(await text(officer), /Members live in Bury/u)
    assert.equal(await officer.typed('Name'), 'Tove Larkspur')
    const workshop = await plans(officer, network).catch(() => officer.address())
    assert.match(await text(officer), /nobody to invite/u)
    await officer.open(`${workshop.replace(/\?.*/u, '')}/held`)
    await officer.fill('What was said?', 'Nothing yet.')
    await officer.press('Write it down', { status: 422 })
    assert.match(await text(officer), /has not been held yet/u)

    await officer.open(network)
    await officer.press('Take down an issue')
    await officer.choose('Health')
    await officer.fill('What was said?', 'Too loud')
    await officer.press('Take it down')
    const issue = officer.address().replace(/\?.*/u, '')
    await officer.open(`${issue}/answer`)
    await officer.choose('We will')
    await officer.fill('What exactly, or why not?', 'Soon')
    await officer.press('Write it down', { status: 422 })
    assert.match(await text(officer), /has no owner yet/u)
    await officer.open(`${issue}/show`)
    await officer.press('Save', { status: 422 })
    assert.match((await errors(officer)).join(' '), /Read it for names/u)
  },
)
