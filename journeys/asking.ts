import { fillDay, text, type Name, type Visitor } from './visitor.ts'

/** A question, as an officer writes it into a consultation. */
export type Asked = { words: string; kind: string; options?: string[]; rows?: string[]; required?: boolean }

/** A consultation, as an officer drafts it page by page. */
export type Consulting = {
  title: string
  subject: string
  why: string
  affected: string
  /** The decisions and commissions that it is for. */
  serves: string[]
  groups: string[]
  opensOn: string
  closesOn: string
  /** Of a hundred paper forms, how many a second person keys in. */
  secondKeyed: string
  part: { title: string; lead: string; questions: Asked[] }
  pack: Record<string, string>
}

/** What people need in order to answer, for a consultation of a story: each kind of document with its words. */
export const packOf = (about: string): Record<string, string> => ({
  'What is proposed': `One way of doing it for everybody, written so that anybody can follow it: ${about}.`,
  Why: 'What there is grew over years, and treats like cases differently.',
  'What it costs': 'What is spent today, spent otherwise.',
  'What it means for the groups that it affects': 'Most keep what they have; whoever would have less is told first.',
  'What else was considered, and why it is not proposed':
    'To change nothing: it would go on treating like cases unlike.',
  'Draft equality analysis': 'A draft, to be completed with what people say.',
})

const desk = (ref: string) => `/desk/consultations/${ref}`

/** Starts a draft from the desk and answers every question of it; its reference. It is not open yet. */
export async function draftConsultation(officer: Visitor, given: Consulting): Promise<string> {
  await officer.open('/desk')
  await officer.follow('Run consultations')
  await officer.press('Start a consultation')
  await officer.fill('Title', given.title)
  await officer.press('Start the draft')
  const [, ref = ''] = /^\/desk\/consultations\/(K-[\d-]+)/u.exec(officer.address()) ?? []
  await officer.follow('What, why and whom to ask')
  await officer.select('Subject', given.subject)
  await officer.fill('Why do we ask?', given.why)
  await officer.fill('Whom does it affect, in words? (optional)', given.affected)
  await officer.fill('Whom can people ask?', 'Call 01632 960 000, or ask in any library for a form on paper.')
  await officer.fill('Which decisions or commissions is it for? (optional)', given.serves.join('\n'))
  await officer.fill('Of a hundred paper forms, how many does a second person key in?', given.secondKeyed)
  await officer.press('Save and return')
  await officer.follow('Whom it affects')
  await officer.fill('Groups', given.groups.join('\n'))
  await officer.press('Save and return')
  await officer.follow('First and last day')
  await fillDay(officer, 'First day', given.opensOn)
  await fillDay(officer, 'Last day', given.closesOn)
  await officer.press('Save and return')
  await officer.follow('Questions')
  await officer.press('Add a part')
  await officer.fill('Title', given.part.title)
  await officer.fill('What people should know first (optional)', given.part.lead)
  await officer.press('Save and return')
  for (const one of given.part.questions) await writeQuestion(officer, given.part.title, one)
  await officer.open(`${desk(ref)}/pack`)
  for (const [kind, words] of Object.entries(given.pack)) await addDocument(officer, kind, words)
  await officer.open(desk(ref))
  return ref
}

async function writeQuestion(officer: Visitor, part: string, { words, kind, options, rows, required }: Asked) {
  await officer.follow(`Add a question to “${part}”`)
  await officer.fill('The question', words)
  await officer.choose(kind, { in: 'How is it answered?' })
  if (options) await officer.fill('Answers to choose from', options.join('\n'))
  if (rows) await officer.fill('Several things: which?', rows.join('\n'))
  if (required) await officer.choose('Yes', { in: 'Has it to be answered?' })
  await officer.press('Save and return')
}

/** Adds a document to the pack that the visitor stands before. */
export async function addDocument(officer: Visitor, kind: string, words: string): Promise<void> {
  await officer.select('What is it?', kind)
  await officer.fill('The text', words)
  await officer.press('Add it')
}

/** Opens the draft; `because` where a rule of fairness is not met. */
export async function openIt(officer: Visitor, ref: string, because?: string): Promise<void> {
  await officer.open(desk(ref))
  await officer.follow('Open it')
  if (because !== undefined) await officer.fill('Why does it open all the same?', because)
  await officer.press('Open it')
  await must(officer, 'Its questions no longer change.')
}

/** Answers given: what is chosen, with the question as its group, and what is written. */
export type Answers = { chosen: [group: Name | Name[], answer: string][]; written?: [label: string, words: string] }

/** Answers online as anybody does, from the public page to the receipt. The questions are all on one page. */
export async function answerOnline(anybody: Visitor, ref: string, answers: Answers): Promise<string> {
  await anybody.open(`/consultations/${ref}`)
  await anybody.press('Answer online')
  await anybody.press('Begin')
  await put(anybody, answers)
  await anybody.press('Save and continue')
  await anybody.press('Send my answers')
  const [, receipt = ''] = /(R-[0-9A-Z-]+)/u.exec(await text(anybody)) ?? []
  if (!receipt) throw new Error(`${anybody.address()} shows no receipt.`)
  return receipt
}

async function put(visitor: Visitor, { chosen, written }: Answers): Promise<void> {
  for (const [group, answer] of chosen) await visitor.choose(answer, { in: group })
  if (written) await visitor.fill(...written)
}

/** Enters what reached the council otherwise than online: how it came, on which day, and in whose words. */
export async function enterFor(
  officer: Visitor,
  ref: string,
  { how, on, said, answers }: { how: string; on: string; said?: string; answers?: Answers },
): Promise<void> {
  await officer.open(desk(ref))
  await officer.follow('Enter a response')
  await officer.choose(how, { in: 'How did it come?' })
  await fillDay(officer, 'When did it reach the council?', on)
  if (said !== undefined) await officer.fill('In their own words', said)
  if (answers) await put(officer, answers)
  await officer.press('Enter it')
  await must(officer, 'Entered.')
}

/** Takes in a box of paper forms that two people counted; the visitor stands before the box. */
export async function takeInBox(officer: Visitor, ref: string, box: string, counted: string): Promise<string> {
  await officer.open(desk(ref))
  await officer.follow('Paper forms')
  await officer.fill('Which box?', box)
  await officer.fill('How many forms were in it?', counted)
  await officer.fill('Counted by', 'Saffron Mossop')
  await officer.fill('and by', 'Tilda Fairlop (invented)')
  await officer.press('Take it in')
  return officer.address().replace(/\?.*/u, '')
}

/** Keys in a form of the box, as it was read; or settles it, where two people read it differently. */
export async function keyIn(officer: Visitor, box: string, form: string, answers: Answers): Promise<void> {
  await officer.open(box)
  await officer.follow(form)
  await put(officer, answers)
  await officer.press(/^(?:Key it in|Settle what it says)$/u)
}

/** Leaves a response out of the analysis, for a reason that may be published. */
export async function exclude(officer: Visitor, ref: string, receipt: string, because: string): Promise<void> {
  await officer.open(`${desk(ref)}/responses/${receipt}`)
  await officer.choose('Leave it out of the analysis')
  await officer.fill('Why?', because)
  await officer.press('Note it')
}

/** Once the last day is over: sealed, so that it can be analysed. */
export async function closeIt(officer: Visitor, ref: string): Promise<void> {
  await officer.open(desk(ref))
  await officer.press('Close it and seal the count')
  await officer.press('Confirm')
}

/** Says that it is analysed; or is told why not yet. */
export async function sayAnalysed(officer: Visitor, ref: string, status = 200): Promise<void> {
  await officer.open(desk(ref))
  await officer.press('Say that it is analysed')
  await officer.press('Confirm', { status })
}

export type Code = { title: string; means: string; when: RegExp }

/** Puts a coding frame, and says how much a second person codes. */
export async function putFrame(officer: Visitor, ref: string, codes: readonly Code[], share: string): Promise<void> {
  await officer.open(`${desk(ref)}/analysis`)
  for (const { title, means } of codes) {
    await officer.press('Add a code')
    await officer.fill('Title', title)
    await officer.fill('What belongs to it, and what does not?', means)
    await officer.press('Save')
  }
  await officer.follow('Change the share')
  await officer.fill('Of a hundred', share)
  await officer.fill('Why?', 'Few responses: a tenth of them would tell nothing.')
  await officer.press('Save')
}

/** Codes whatever is left for this person, by what its words say; how many responses that were. */
export async function codeAll(
  officer: Visitor,
  ref: string,
  codes: readonly Code[],
  as: 'first' | 'second' = 'first',
): Promise<number> {
  await officer.open(`${desk(ref)}/analysis/next/${as}`)
  let coded = 0
  while (/\/analysis\/responses\//u.test(officer.address())) {
    const quoted = /<blockquote[^>]*>(.*?)<\/blockquote>/su.exec(await officer.source())?.[1] ?? ''
    for (const { title, when } of codes) if (when.test(quoted)) await officer.choose(title)
    await officer.press('Save and go on')
    coded++
  }
  return coded
}

export type Theme = { title: string; says: string; codes: string[] }

/** Puts a theme that people raised, made of codes. */
export async function putTheme(officer: Visitor, ref: string, { title, says, codes }: Theme): Promise<void> {
  await officer.open(`${desk(ref)}/analysis`)
  await officer.press('Add a theme')
  await officer.fill('Title', title)
  await officer.fill('What do people say?', says)
  for (const code of codes) await officer.choose(code)
  await officer.press('Save')
}

/** What the council answers, and where it is written. */
export type Answering = { answer: 'We will' | 'We will not, because' | 'It is so already'; says: string; where: string }

/** Answers a theme; or is told what is missing. */
export async function answerTheme(
  officer: Visitor,
  ref: string,
  theme: string,
  { answer, says, where }: Answering,
  status = 200,
): Promise<void> {
  await officer.open(`${desk(ref)}/analysis`)
  await officer.follow(`Answer (${theme})`)
  await officer.choose(answer)
  await officer.fill('What, or why not?', says)
  await officer.fill('Where is it written?', where)
  await officer.press('Save', { status })
}

/** Releases the tables and publishes the report. */
export async function publishReport(officer: Visitor, ref: string, summary: string): Promise<void> {
  await officer.open(`${desk(ref)}/analysis`)
  await officer.press('Release the tables')
  await officer.press('Release them')
  await officer.open(desk(ref))
  await officer.press('Publish the report')
  await officer.fill('What stands first', summary)
  await officer.press('Publish it')
  await must(officer, 'Published.')
}

/** Says which options are open; and of the groups whether an answer shows that they spoke, or how else they were heard. */
export async function sayWhatIsOpen(officer: Visitor, ref: string, options: string[]): Promise<void> {
  await officer.open(`${desk(ref)}/evidence`)
  await officer.press('Say what was open')
  await officer.fill('Which options are open?', options.join('\n'))
  await officer.fill('Could it still be decided otherwise?', 'Yes: nothing is promised, ordered or put into a budget.')
  await officer.press('Say so')
}

/** Says how a group that is affected was heard. */
export async function sayHeard(officer: Visitor, ref: string, group: string, how: { answer: Name } | string) {
  await officer.open(`${desk(ref)}/evidence`)
  await officer.press('Say how a group was heard')
  await officer.choose(group)
  if (typeof how === 'string') await officer.fill('Or how else was it heard?', how)
  else await officer.select('Which answer tells that somebody is of it?', how.answer)
  await officer.press('Save')
}

/** Whoever decides says that they have read the report, and what they take from it. */
export async function sayRead(maker: Visitor, ref: string, decision: string, status = 200): Promise<void> {
  await maker.open(`${desk(ref)}/evidence`)
  await maker.press('Say that you have read it')
  await maker.choose(decision, { in: 'For which decision?' })
  await maker.fill('What do you take from it?', 'People want to know who comes, and that weighs more than the price.')
  await maker.press('I have read it', { status })
}

async function must(visitor: Visitor, words: string): Promise<void> {
  const all = await text(visitor)
  if (!all.includes(words)) throw new Error(`${visitor.address()} does not say “${words}”: ${all.slice(0, 800)}`)
}
