import { fillDay, heading, links, text, type Given, type Name, type Visitor } from './visitor.ts'

/** What a clause gives, as an officer says it on the form. */
export type Gives = {
  to: Name
  powers: string[]
  about: Name
  /** A sum in pounds; or that the clause says there is no limit; or that it does not say. */
  limit: { pounds: string; counted?: Name } | 'no limit' | 'silent'
  consult?: { post: Name; words: string }
  procedure?: string
  report?: { words: string; days: string }
}

/** A draft, as somebody completes it question by question. */
export type Plan = {
  maker: Name
  about: Name
  /** Pounds over the whole life, or which of the other answers. */
  value: { pounds: string } | 'It commits no money' | 'It is not stated'
  isKey: boolean
  callIn: boolean
  reasons: string
  /** Null where none were considered. */
  alternatives: string | null
  /** Clauses that stand in the draft already are known by their letters; others are written with these words. */
  clauses: { label: string; verb: string; words: string; gives?: Gives[] }[]
}

/** Starts an empty draft; its reference. The visitor stands before its tasks. */
export async function startDraft(officer: Visitor, title: string): Promise<string> {
  await officer.open('/desk')
  await officer.press('Draft a decision')
  await officer.fill('Title', title)
  await officer.press('Start the draft')
  return refOf(officer)
}

/** The reference in the address of a record on the desk. */
export function refOf(visitor: Visitor): string {
  const [, ref] = /^\/desk\/decisions\/([^/?]+)/u.exec(visitor.address()) ?? []
  if (!ref) throw new Error(`${visitor.address()} is no record on the desk.`)
  return ref
}

/** Gives a record to be read; the visitor stands before what was read. */
export async function giveRecord(visitor: Visitor, record: Given): Promise<void> {
  await visitor.open('/read')
  await visitor.upload('Choose one or more files', record)
  await visitor.press('Read it')
  if (!/^\/read\/[0-9a-f-]{36}$/u.test(visitor.address())) throw new Error(`Reading led to ${visitor.address()}.`)
}

/** Drafts from the reading that the visitor stands before, giving nothing yet; the reference of the draft. */
export async function draftFromReading(
  officer: Visitor,
  { maker, about }: Pick<Plan, 'maker' | 'about'>,
): Promise<string> {
  await officer.press('Draft a decision from this')
  await officer.select('Who decides', maker)
  await officer.select('What it is about', ending(about))
  await officer.press('Make the draft')
  return refOf(officer)
}

// In lists, the parts of a subject are set in under it with a dash.
const ending = (name: Name): RegExp =>
  typeof name === 'string' ? new RegExp(`(?:^|– )${RegExp.escape(name)}$`, 'u') : name

/** Answers every question of the draft that the visitor stands before, over whatever stands there; clauses that are there stay. */
export async function complete(officer: Visitor, plan: Plan): Promise<void> {
  const record = `/desk/decisions/${refOf(officer)}`
  const save = () => officer.press('Save and return')
  await officer.follow('Who decides')
  await officer.choose(plan.maker)
  await save()
  await officer.follow('What it is about')
  await officer.choose(plan.about)
  await save()
  await officer.follow('What it is worth')
  if (typeof plan.value === 'string') await officer.choose(plan.value)
  else {
    await officer.choose('A sum')
    await officer.fill('Whole-life value in pounds', plan.value.pounds)
  }
  await save()
  await officer.follow('Key decision and call-in')
  await officer.choose(plan.isKey ? 'Yes' : 'No', { in: 'Is it a key decision?' })
  await officer.choose(plan.callIn ? 'Yes' : 'No', { in: 'Can it be called in?' })
  await save()
  await officer.follow('Reasons')
  await officer.fill('Reasons', plan.reasons)
  await save()
  await officer.follow('Alternatives')
  if (plan.alternatives === null) await officer.choose('None were considered')
  else {
    await officer.choose('These were considered and rejected')
    await officer.fill('Each alternative, and why it was rejected', plan.alternatives)
  }
  await save()
  await officer.follow('What is decided, and what it gives')
  for (const clause of plan.clauses) {
    const there = (await links(officer)).some(({ words }) => words === `Change clause (${clause.label})`)
    if (!there) await writeClause(officer, clause)
    await give(officer, clause)
  }
  await officer.open(record)
}

/** Adds a clause at the end of the list; begins and ends at the list of clauses. */
export async function writeClause(
  officer: Visitor,
  { label, verb, words }: { label: string; verb: string; words: string },
): Promise<void> {
  await officer.press(/^Add (?:the first|another) clause$/u)
  await officer.fill('Letter or number', label)
  await officer.choose(verb, { in: 'What does it do?' })
  await officer.fill('The clause, word for word', words)
  await officer.press('Save the clause')
}

async function give(officer: Visitor, { label, gives = [] }: Plan['clauses'][number]): Promise<void> {
  for (const [at, given] of gives.entries()) {
    await officer.follow(`${at === 0 ? 'Say what it gives' : 'Say what else it gives'} clause (${label})`)
    await giveFrom(officer, given)
  }
}

/** Fills the form of what a clause gives, and saves it. */
export async function giveFrom(
  officer: Visitor,
  { to, powers, about, limit, consult, procedure, report }: Gives,
): Promise<void> {
  await officer.select('To which post?', to)
  for (const power of powers) await officer.choose(power, { in: 'What may it do?' })
  await officer.select('For what?', ending(about))
  if (limit === 'silent') await officer.choose('The clause does not say')
  else if (limit === 'no limit') await officer.choose('No limit, and the clause says so')
  else {
    await officer.choose('Up to a sum')
    await officer.fill('Up to', limit.pounds)
    if (limit.counted) await officer.select('Counted', limit.counted)
  }
  if (consult) {
    await officer.select('Which post?', consult.post, { in: 'Consult a post (1)' })
    await officer.fill('In the words of the clause', consult.words, { in: 'Consult a post (1)' })
  }
  if (procedure) await officer.fill('In the words of the clause', procedure, { in: 'Follow a procedure (1)' })
  if (report) {
    await officer.fill('In the words of the clause', report.words, { in: 'Report back (1)' })
    await officer.fill('Within how many days of the act?', report.days, { in: 'Report back (1)' })
  }
  await officer.press('Save')
}

/** Proposes the draft; it must say that nothing stops it. */
export async function propose(officer: Visitor, ref: string): Promise<void> {
  await officer.open(`/desk/decisions/${ref}`)
  await officer.follow('Check what is found, and what it will authorise')
  await officer.press('Propose the decision')
  await said(officer, 'Proposed.')
}

/** Records that notice of a key decision was given on the council's website, on a day long enough before. */
export async function noticedElsewhere(officer: Visitor, ref: string, on: string): Promise<void> {
  await officer.open(`/desk/decisions/${ref}/notices`)
  await officer.press('Record a notice given elsewhere')
  await fillDay(officer, 'On which day was it given?', on)
  await officer.fill('Address of the page (optional)', 'https://democracy.example/forward-plan')
  await officer.fill('What did it say?', 'A key decision is to be made.')
  await officer.press('Record the notice')
  await said(officer, 'given elsewhere')
}

/** Reads and signs a proposal on its day, with nothing declared. */
export async function sign(maker: Visitor, ref: string, on?: string): Promise<void> {
  await maker.open('/desk')
  await maker.open(`/desk/decisions/${ref}`)
  await maker.press('Read and sign')
  await maker.choose('None', { in: 'Was any conflict of interest declared?' })
  await maker.choose('None', { in: 'Was any dispensation given?' })
  if (on) await fillDay(maker, /^On which day (?:did the meeting decide it|is it decided)\?$/u, on)
  await maker.press('Sign the decision')
  await said(maker, 'Signed.')
}

/** Publishes a signed decision today; answers with what the page said of its clock beforehand. */
export async function publish(clerk: Visitor, ref: string): Promise<string> {
  await clerk.open(`/desk/decisions/${ref}`)
  await clerk.press('See the clock and publish')
  const clock = await text(clerk)
  await clerk.press(/^Publish on /u)
  await said(clerk, 'Published.')
  return clock
}

/** Moves the demonstration's day forward. */
export async function moveDays(anyone: Visitor, days: number): Promise<void> {
  await anyone.open('/demo/clock')
  await anyone.fill('How many days forward?', String(days))
  await anyone.press('Move the day forward')
}

/** The mandates that a published decision gave, in the order of its page. */
export async function mandatesOf(visitor: Visitor, ref: string): Promise<string[]> {
  await visitor.open(`/decisions/${ref}`)
  return (await links(visitor)).flatMap(({ words }) => /^All about mandate (M-[\d-]+)$/u.exec(words)?.[1] ?? [])
}

export type Deed = {
  under: string
  /** The power as the form says it; left out where there is only one. */
  did: string
  what: string
  about?: Name
  pounds?: string
  on: string
  /** What shows that a condition was met: the beginning of its legend, who says so, and the day. */
  shown?: { condition: RegExp; says: string; on: string }[]
  /** Presses the button twice. */
  twice?: boolean
}

/** Fills in an act and sends it. It is done, or the page says why not: then `status` is 422. */
export async function recordAct(
  officer: Visitor,
  { under, did, what, about, pounds, on, shown = [], twice = false }: Deed,
  status = 200,
): Promise<void> {
  await officer.open(`/desk/acts/new?under=${under}`)
  await officer.choose(did, { in: 'What was done?' })
  await officer.fill('In a few words', what)
  if (about) await officer.select('Subject', about)
  if (pounds !== undefined) await officer.fill('Value in pounds', pounds)
  await fillDay(officer, 'On which day was it done?', on)
  for (const { condition, says, on: day } of shown) {
    await officer.fill('Who and what shows it', says, { in: condition })
    await fillDay(officer, [condition, 'On which day was that?'], day)
  }
  await (twice ? officer.pressTwice('Record it', { status }) : officer.press('Record it', { status }))
  if (status === 200 && !/^\/acts\/A-/u.test(officer.address()))
    throw new Error(`The act led to ${officer.address()}: ${await heading(officer)}`)
}

async function said(visitor: Visitor, words: string): Promise<void> {
  const all = await text(visitor)
  if (!all.includes(words)) throw new Error(`${visitor.address()} does not say “${words}”: ${all.slice(0, 800)}`)
}
