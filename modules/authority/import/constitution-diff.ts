import { plainDay } from '#platform/days.ts'
import type { Constitution } from '../constitution.ts'
import { covers, ceilingWords, powersWords, type Ceiling } from '../mandate.ts'
import { powerWords, type Power } from '../powers.ts'
import { settingTitles, settingWords } from '../setting-words.ts'

/** What a change of the constitution comes to, in sentences. */
export type Changes = {
  allows: string[]
  forbids: string[]
  posts: string[]
  holders: string[]
  settings: string[]
  other: string[]
}

type Entry = Constitution['scheme'][number]

/** Who is meant by an e-mail address; null keeps people out of the sentences and counts them. */
export type NameOf = ((email: string) => string) | null

/**
 * What a version allows and forbids beside the one before it, entry by entry of the scheme, and what else it changes. Amounts and
 * days are in the sentences, old beside new. `before` null: everything is new.
 */
export function changesBetween(before: Constitution | null, after: Constitution, nameOf: NameOf = null): Changes {
  const changes: Changes = { allows: [], forbids: [], posts: [], holders: [], settings: [], other: [] }
  const old = before ?? { ...after, subjects: [], posts: [], holders: [], scheme: [], settings: [] }
  schemeChanges(old, after, changes)
  postChanges(old, after, changes)
  holderChanges(old, after, nameOf, changes)
  settingChanges(old, after, changes)
  if (before && before.title !== after.title)
    changes.other.push(`It is called “${after.title}” (was “${before.title}”).`)
  const known = new Map(old.subjects.map(({ subject, title }) => [subject, title]))
  const added = after.subjects.filter(({ subject }) => !known.has(subject))
  if (added.length) changes.other.push(`New subjects: ${added.map(({ title }) => title).join('; ')}.`)
  for (const { subject, title } of after.subjects)
    if (known.has(subject) && known.get(subject) !== title)
      changes.other.push(`The subject “${known.get(subject)}” is called “${title}”.`)
  return changes
}

/** True where nothing at all is different. */
export const isSame = (changes: Changes): boolean => Object.values(changes).every((list) => list.length === 0)

// ---- the scheme

function schemeChanges(before: Constitution, after: Constitution, changes: Changes) {
  const from = `From ${plainDay(after.inForceFrom)}`
  const [old, now] = [namesIn(before), namesIn(after)]
  const was = new Map(before.scheme.map((one) => [one.entry, one]))
  const kept = new Set<string>()
  for (const entry of after.scheme) {
    const earlier = was.get(entry.entry)
    if (earlier && earlier.post === entry.post) {
      kept.add(entry.entry)
      changedEntry(earlier, entry, { from, old, now }, changes)
    } else
      changes.allows.push(
        `${from} the ${now.post(entry.post)} may ${powersWords(entry.powers)}${about(entry.scope, now)}${limit(entry.ceiling)} (entry ${entry.entry}).`,
      )
  }
  for (const entry of before.scheme) if (!kept.has(entry.entry)) goneEntry(entry, after, { from, old }, changes)
}

type Names = { post(post: string): string; subject(scope: string): string }
const namesIn = ({ posts, subjects }: Constitution): Names => {
  const [titles, names] = [
    new Map(posts.map(({ post, title }) => [post, title])),
    new Map(subjects.map(({ subject, title }) => [subject, title])),
  ]
  return {
    post: (post) => titles.get(post) ?? post,
    subject: (scope) => (scope === '' ? 'everything' : (names.get(scope) ?? scope)),
  }
}

const about = (scope: string, { subject }: Names): string => (scope === '' ? '' : ` (${subject(scope)})`)
const limit = (ceiling: Ceiling | null): string =>
  ceiling === null ? '' : ceiling.basis === 'no-limit' ? ' without limit' : ` up to ${ceilingWords(ceiling)}`
const limitAlone = (ceiling: Ceiling | null): string => (ceiling === null ? 'no limit stated' : ceilingWords(ceiling))

function changedEntry(
  was: Entry,
  is: Entry,
  { from, old, now }: { from: string; old: Names; now: Names },
  { allows, forbids, other }: Changes,
) {
  const who = `${from} the ${now.post(is.post)}`
  const under = `(entry ${is.entry})`
  const more = is.powers.filter((power) => !was.powers.includes(power))
  const fewer = was.powers.filter((power) => !is.powers.includes(power))
  if (more.length)
    allows.push(`${who} may also ${powersWords(more)}${about(is.scope, now)}${limit(is.ceiling)} ${under}.`)
  if (fewer.length) forbids.push(`${who} may no longer ${powersWords(fewer)}${about(was.scope, old)} ${under}.`)
  const same = is.powers.filter((power) => was.powers.includes(power))
  if (was.scope !== is.scope && same.length) {
    const sentence = `${who} may ${powersWords(same)} for ${now.subject(is.scope)} (was ${old.subject(was.scope)}) ${under}.`
    if (!covers(was.scope, is.scope)) allows.push(sentence)
    if (!covers(is.scope, was.scope)) forbids.push(sentence)
  }
  const step = compareCeilings(was.ceiling, is.ceiling)
  if (step !== 0 && same.length) {
    const sentence = `${who} may ${powersWords(same)}${limit(is.ceiling) || ' with no limit stated'} (was ${limitAlone(was.ceiling)}) ${under}.`
    if (step >= 0 || Number.isNaN(step)) allows.push(sentence)
    if (step <= 0 || Number.isNaN(step)) forbids.push(sentence)
  }
  if (is.mayDelegate && !was.mayDelegate) allows.push(`${who} may pass on what entry ${is.entry} gives.`)
  if (!is.mayDelegate && was.mayDelegate) forbids.push(`${who} may no longer pass on what entry ${is.entry} gives.`)
  const words = (conditions: Entry['conditions']) => conditions.map((one) => one.words)
  for (const one of words(is.conditions))
    if (!words(was.conditions).includes(one)) forbids.push(`${who} may do what entry ${is.entry} gives only ${one}.`)
  for (const one of words(was.conditions))
    if (!words(is.conditions).includes(one)) allows.push(`${who} may do what entry ${is.entry} gives without “${one}”.`)
  if (was.words !== is.words) other.push(`Entry ${is.entry} reads “${is.words}” (was “${was.words}”).`)
}

function goneEntry(
  entry: Entry,
  after: Constitution,
  { from, old }: { from: string; old: Names },
  { forbids }: Changes,
) {
  const nobody = entry.powers.filter(
    (power) => !after.scheme.some((one) => one.powers.includes(power) && overlap(one.scope, entry.scope)),
  )
  const others = entry.powers.filter((power): power is Power => !nobody.includes(power))
  if (others.length)
    forbids.push(
      `${from} the ${old.post(entry.post)} may no longer ${powersWords(others)}${about(entry.scope, old)}${limit(entry.ceiling)} (entry ${entry.entry}).`,
    )
  for (const power of nobody)
    forbids.push(
      `${from} nobody may any longer ${powerWords(power)} of themselves${entry.scope === '' ? '' : ` for ${old.subject(entry.scope)}`} (entry ${entry.entry}, ${old.post(entry.post)}).`,
    )
}

const overlap = (a: string, b: string): boolean => covers(a, b) || covers(b, a)

/** Above zero where more is allowed, below where less, zero where the same; NaN where the two cannot be compared. */
function compareCeilings(was: Ceiling | null, is: Ceiling | null): number {
  if (was === null && is === null) return 0
  // What states no limit gives a scheme's own entry nothing to spend.
  if (was === null || is === null) return was === null ? 1 : -1
  if (was.basis === 'no-limit' || is.basis === 'no-limit')
    return was.basis === is.basis ? 0 : is.basis === 'no-limit' ? 1 : -1
  if (was.basis !== is.basis) return Number.NaN
  return is.pence > was.pence ? 1 : is.pence < was.pence ? -1 : 0
}

// ---- posts, holders, settings

function postChanges(before: Constitution, after: Constitution, { posts }: Changes) {
  const was = new Map(before.posts.map((one) => [one.post, one]))
  for (const { post, title, from, until, agreementOf } of after.posts) {
    const earlier = was.get(post)
    was.delete(post)
    if (!earlier)
      posts.push(
        `New: ${title}, from ${plainDay(from)}${agreementOf ? `; ${agreementOf} of its holders have to agree` : ''}.`,
      )
    else {
      if (earlier.title !== title) posts.push(`The ${earlier.title} is called ${title}.`)
      if (until && !(earlier.until && earlier.until.equals(until)))
        posts.push(`The post of ${title} ends: its last day is ${plainDay(until.subtract({ days: 1 }))}.`)
      if (!until && earlier.until)
        posts.push(`The post of ${title} no longer ends on ${plainDay(earlier.until.subtract({ days: 1 }))}.`)
      if ((earlier.agreementOf ?? null) !== (agreementOf ?? null))
        posts.push(
          agreementOf
            ? `${agreementOf} of those who hold the post of ${title} have to agree.`
            : `Whoever holds the post of ${title} acts alone.`,
        )
    }
  }
  // A post that a version does not name stays as it was: it ends with its last day and not by silence.
  for (const { title, until } of was.values())
    if (!until) posts.push(`The post of ${title} is no longer named. It goes on until it is given a last day.`)
}

function holderChanges(before: Constitution, after: Constitution, nameOf: NameOf, { holders }: Changes) {
  const key = ({ post, email, from }: Constitution['holders'][number]) =>
    `${post} ${email.toLowerCase()} ${from.toString()}`
  const { post: titleOf } = namesIn({ ...after, posts: [...before.posts, ...after.posts] })
  const was = new Map(before.holders.map((one) => [key(one), one]))
  const counted = new Map<string, number>()
  for (const one of after.holders) {
    const earlier = was.get(key(one))
    if (earlier) {
      if (one.until && !(earlier.until && earlier.until.equals(one.until)))
        holders.push(
          `${nameOf ? nameOf(one.email) : 'Somebody'} leaves the post of ${titleOf(one.post)}: the last day is ${plainDay(one.until.subtract({ days: 1 }))}.`,
        )
    } else if (nameOf)
      holders.push(
        `${nameOf(one.email)} holds the post of ${titleOf(one.post)} from ${plainDay(one.from)}${one.acting ? ', acting' : ''}${one.until ? ` to ${plainDay(one.until.subtract({ days: 1 }))}` : ''}.`,
      )
    else counted.set(one.post, (counted.get(one.post) ?? 0) + 1)
  }
  for (const [post, n] of counted) holders.push(`${titleOf(post)}: ${n} new ${n === 1 ? 'holder' : 'holders'}.`)
}

function settingChanges(before: Constitution, after: Constitution, { settings }: Changes) {
  for (const { key, from, value, source } of after.settings) {
    const earlier = before.settings.filter((one) => one.key === key)
    if (earlier.some((one) => one.from.equals(from))) continue
    const last = earlier
      .filter((one) => Temporal.PlainDate.compare(one.from, from) < 0)
      .toSorted((a, b) => Temporal.PlainDate.compare(b.from, a.from))[0]
    const words = settingWords(key, value)
    if (last && settingWords(key, last.value) === words) continue
    settings.push(
      `${settingTitles[key]}, from ${plainDay(from)}: ${words}${last ? ` (was ${settingWords(key, last.value)})` : ''}. ${source}.`,
    )
  }
}
