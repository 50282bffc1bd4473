import { actsAbout, calendarOn, listActs, settingOn, type Power } from '#authority'
import { commissionsOfRecord, findCommission, linksOf } from '#commissions'
import { findDecision, operative, type Decision } from '#decisions'
import type { Tx } from '#platform/database.ts'
import { explain } from '#platform/law.ts'
import type { Work } from '#platform/use-case.ts'
import { themesOf } from '../analysis/store.ts'
import type { Consultation } from '../consultation.ts'
import { reckoned } from '../responses/reconcile.ts'
import { packOf } from '../store.ts'
import type { Done, GunningFacts } from './facts.ts'
import { gunningRules } from './rules/four-principles.ts'
import { anybodySaid, groupsHeard, openMindsOf, readingsOf } from './store.ts'

/** What presupposes an outcome: buying, granting, committing, telling the market. To consult or to plan does not. */
const presupposes: readonly Power[] = [
  'procure',
  'award',
  'contract',
  'extend',
  'vary',
  'terminate',
  'grant',
  'admit',
  'commit',
  'publish-notice',
]

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toPlainDate()

/** The records whose state bears on a consultation: what it serves, and the records of commissions that it serves or belongs to. */
async function recordsAround(
  tx: Tx,
  council: string,
  c: Consultation,
): Promise<{ decisions: string[]; records: string[] }> {
  const commissions = new Set(c.serves.filter((one) => one.startsWith('C-')))
  for (const { ref } of await commissionsOfRecord(tx, council, c.ref)) commissions.add(ref)
  const [decisions, records] = [new Set(c.serves.filter((one) => one.startsWith('D-'))), new Set([...c.serves, c.ref])]
  for (const ref of commissions) {
    const found = await findCommission(tx, council, ref)
    if (!found) continue
    records.add(ref)
    for (const link of (await linksOf(tx, council, found.commission)).filter(({ endedOn }) => endedOn === null)) {
      if (!link.record.startsWith('D-')) records.add(link.record)
      else if (link.relies) decisions.add(link.record)
    }
  }
  return { decisions: [...decisions], records: [...records, ...decisions] }
}

const isMade = ({ state }: Decision) => state === 'decided' || state === 'published' || state === 'superseded'

/** Gathers what the four rules ask about, from this room and through the doors of the rooms below. */
export async function gunningFacts(
  work: Pick<Work, 'tx' | 'council' | 'today'>,
  c: Consultation,
): Promise<GunningFacts | null> {
  const { tx, council, today } = work
  const { opensOn, closesOn } = c
  if (!opensOn || !closesOn) return null
  const around = await recordsAround(tx, council, c)
  const decisions = (await Promise.all(around.decisions.map((ref) => findDecision(tx, council, ref)))).flatMap(
    (one) => one ?? [],
  )
  const made = decisions.filter(
    (one) => isMade(one) && one.decidedOn !== null && one.clauses.some(({ verb }) => operative.includes(verb)),
  )
  const acts = new Map<string, Done>()
  for (const ref of new Set(around.records)) {
    for (const act of await actsAbout(tx, council, ref)) {
      if (presupposes.includes(act.power) && act.undoneBy === null)
        acts.set(act.ref, { ref: act.ref, what: act.what, on: act.day })
    }
  }
  const practice = await settingOn(tx, council, 'consultation-practice', opensOn)
  const pack = (await packOf(tx, council, c.consultation)).map(({ kind, title, version, isKey, addedAt }) => ({
    kind,
    title,
    version,
    isKey,
    addedOn: dayOf(addedAt),
  }))
  const { total, adds } = await reckoned(work, c)
  const readings = await readingsOf(tx, council, c.consultation)
  const openMind = (await openMindsOf(tx, council, c.consultation)).at(-1) ?? null
  return {
    state: c.state,
    today,
    opensOn,
    closesOn,
    openMind,
    pack,
    adds,
    received: total.received,
    waiting: total.waiting,
    done: [
      ...made.map((one) => ({ ref: one.ref, what: `decided: ${one.title}`, on: one.decidedOn ?? today })),
      ...acts.values(),
    ],
    wordings: [
      ...Map.groupBy(
        c.wordings.filter(({ publishedAt }) => publishedAt !== null),
        ({ wording }) => wording,
      ).values(),
    ].flatMap(([first]) => (first?.publishedAt ? [{ name: first.name, publishedOn: dayOf(first.publishedAt) }] : [])),
    practice: practice && { ...practice.value, source: practice.source },
    calendar: await calendarOn(tx, council, opensOn),
    lateKeyDocuments: pack.filter(({ isKey, addedOn }) => isKey && Temporal.PlainDate.compare(addedOn, opensOn) > 0),
    extended: c.happened.some(({ what }) => what === 'extended'),
    groups: await groupsIn(tx, council, c),
    themes: (await themesOf(tx, council, c.consultation)).map(({ title, answer }) => ({
      title,
      answered: answer !== null,
    })),
    reportedOn: c.happened.find(({ what }) => what === 'reported')?.on ?? null,
    decisions: decisions.map(({ ref, decidedOn }) => ({
      ref,
      decidedOn,
      readBy: readings.filter((one) => one.decision === ref).map(({ name }) => name),
    })),
  }
}

/** What the four rules say of a consultation, without the working: what everybody may read. */
export async function foundOf(work: Pick<Work, 'tx' | 'council' | 'today'>, c: Consultation) {
  const facts = await gunningFacts(work, c)
  return facts
    ? explain(gunningRules, facts, work.today).map(({ title, outcome, says, sources }) => ({
        title,
        outcome,
        says,
        sources: sources.map(({ words, href }) => ({ words, href })),
      }))
    : []
}

async function groupsIn(tx: Tx, council: string, c: Consultation): Promise<GunningFacts['groups']> {
  const heard = new Map((await groupsHeard(tx, council, c.consultation)).map((one) => [one.group, one]))
  const groups: GunningFacts['groups'] = []
  for (const { name } of c.groups) {
    const how = heard.get(name)
    if (!how) groups.push({ name, heard: 'not-told', says: null })
    else if (how.otherwise !== null) groups.push({ name, heard: 'otherwise', says: how.otherwise })
    else
      groups.push({
        name,
        heard: (await anybodySaid(tx, council, c.consultation, how.question ?? '', how.choice ?? ''))
          ? 'answered'
          : 'silent',
        says: null,
      })
  }
  return groups
}

// Acts about the same subject that nobody has linked: whether they presuppose the outcome is for people to look at.
export async function doneNearby(
  work: Work,
  { subject, closesOn }: Consultation,
  linked: readonly Done[],
): Promise<Done[]> {
  if (subject === null || !closesOn) return []
  const found = await listActs.run(work, listActs.input.parse({ subject, size: 100 }))
  if (!found.ok) return []
  return found.value.lines
    .filter(
      (one) =>
        presupposes.includes(one.power)
        && one.undoneBy === null
        && !linked.some(({ ref }) => ref === one.ref)
        && Temporal.PlainDate.compare(one.day, closesOn) <= 0,
    )
    .slice(0, 20)
    .map(({ ref, what, day }) => ({ ref, what, on: day }))
}
