import { fillDay, text, type Name, type Visitor } from './visitor.ts'

/** A commission, as an officer opens it. */
export type Undertaking = { title: string; about: Name; why: string; lead: Name; post: Name }

/** Opens a commission from the desk; its address there. */
export async function openCommission(officer: Visitor, given: Undertaking): Promise<string> {
  await officer.open('/desk')
  await officer.follow('Work on commissions')
  await officer.press('Open a commission')
  await officer.fill('What is it called?', given.title)
  await officer.select('What is it about?', given.about)
  await officer.fill('Why is it there?', given.why)
  await officer.select('Which post leads it?', given.lead)
  await officer.select('Which post opens it?', given.post)
  await officer.press('Open the commission')
  return officer.address().replace(/\?.*/u, '')
}

/** The contract that runs, in months. */
export type Running = { contract: string; began: string; first: string; option: string; used: string }

/** Says when the service must start: the usual steps are then planned backward from that day. */
export async function planBackward(
  officer: Visitor,
  commission: string,
  { startsOn, running }: { startsOn: string; running: Running },
): Promise<void> {
  await officer.open(`${commission}/timeline`)
  await officer.press('Say when the service must start')
  await fillDay(officer, 'On which day must the new service start?', startsOn)
  await officer.fill('What is it called?', running.contract)
  await fillDay(officer, 'When did it begin?', running.began)
  await officer.fill('First term in months', running.first)
  await officer.fill('Months that it may be extended by in all', running.option)
  await officer.fill('Months of that already used', running.used)
  await officer.fill('Why this change?', 'The first plan, from the record')
  await officer.press('Save the plan')
}

/** What is settled of a step; what is left out stays as it is. */
export type StepGiven = {
  title?: string
  kind?: string
  lasts?: [count: string, unit: string]
  stated?: [count: string, unit: string]
  from?: string
  waitsFor?: string[]
  gate?: { decision?: string; says: string }
  why: string
}

/** Changes a step, or adds one where there is none of that name: looks at what it moves, then saves it. What it would move. */
export async function changeStep(
  officer: Visitor,
  commission: string,
  step: string | null,
  given: StepGiven,
): Promise<string> {
  await writeStep(officer, commission, step, given)
  await officer.press('Save the step')
  const moves = await text(officer)
  await officer.press('Save the step as shown')
  return moves
}

/** The same, and it is refused. */
export async function changeStepInVain(officer: Visitor, commission: string, step: string, given: StepGiven) {
  await writeStep(officer, commission, step, given)
  await officer.press('Save the step', { status: 422 })
}

async function writeStep(officer: Visitor, commission: string, step: string | null, given: StepGiven): Promise<void> {
  await officer.open(`${commission}/timeline`)
  await (step === null ? officer.press('Add a step') : officer.follow(`Change ${step}`))
  if (given.title) await officer.fill('What is it called?', given.title)
  if (given.kind) await officer.select('What kind of step is it?', given.kind)
  for (const [label, lasts] of [
    ['How long does it last?', given.lasts],
    ['How long do the council’s papers say it lasts?', given.stated],
  ] as const) {
    if (!lasts) continue
    await officer.fill(label, lasts[0])
    await officer.select(`${label}: In`, lasts[1])
  }
  for (const one of given.waitsFor ?? []) await officer.choose(one, { in: 'What must be over before it starts?' })
  if (given.from) await fillDay(officer, 'Is its first day settled?', given.from)
  if (given.gate) {
    await officer.choose('Yes', { in: 'Is it a gate?' })
    if (given.gate.decision) await officer.fill('Which decision opens it?', given.gate.decision)
    await officer.fill('In words', given.gate.says)
  }
  await officer.fill('Why this change?', given.why)
}

/** Notes that a step was over today; or is told why it cannot be. */
export async function finishStep(officer: Visitor, commission: string, step: string, shows: string, status = 200) {
  await officer.open(`${commission}/timeline`)
  await officer.follow(`It is over: ${step}`)
  await officer.fill('What shows it?', shows)
  await officer.press('Note it as over', { status })
}

/** Links a record to the commission; a decision that relies on its duties is then held to them and to its consultations. */
export async function linkRecord(
  officer: Visitor,
  commission: string,
  record: string,
  why: string,
  relies: 'Yes' | 'No' = 'No',
): Promise<void> {
  await officer.open(commission)
  await officer.press('Link a record')
  await officer.fill('Its reference', record)
  await officer.fill('Why does it belong here?', why)
  await officer.choose(relies, { in: 'Does this decision rely on what is written here of equality and duties?' })
  await officer.press('Link it')
}

/** Shows the commission to everybody, with its timeline. */
export async function showIt(officer: Visitor, commission: string): Promise<void> {
  await officer.open(`${commission}/show`)
  await officer.choose('Yes', { in: 'May the public see this commission?' })
  await officer.choose('Timeline')
  await officer.press('Save')
}

/** Writes down what was considered of a duty, and where that is written. */
export async function considerDuty(officer: Visitor, commission: string, duty: Name, considered: string) {
  await officer.open(commission)
  await officer.follow('Equality and duties')
  await officer.follow(duty)
  await officer.fill('What was considered?', considered)
  await officer.fill('Where is it written?', 'Report to Cabinet, paragraph 5.2')
  await officer.fill('Why this change?', 'Written for Cabinet')
  await officer.press('Save')
}
