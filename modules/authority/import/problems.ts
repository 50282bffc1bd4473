import { canonicalJson } from '#platform/json.ts'
import type { Constitution } from '../constitution.ts'
import { constitutionInput } from '../constitution.ts'

/** What is wrong with a constitution as it was given: where, and how to mend it. */
export type Problem = { place: string; says: string }

export type Read = { document: Constitution; problems: [] } | { document: null; problems: Problem[] }

/** Reads a constitution from the text of a file. Every problem is named at once, by its place as people would look for it. */
export function readConstitutionText(text: string): Read {
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (cause) {
    return {
      document: null,
      problems: [
        {
          place: lineOf(text, cause as Error),
          says: `This is not JSON: ${(cause as Error).message}. Give the file as it was exported, or check the line.`,
        },
      ],
    }
  }
  const read = constitutionInput.safeParse(given)
  if (read.success) return { document: read.data, problems: [] }
  return {
    document: null,
    problems: read.error.issues
      .slice(0, 200)
      .map(({ path, message }) => ({ place: placeWords(path.map(String), given), says: message })),
  }
}

/** "The scheme, entry 4.3 (the 4th): ceiling, pence" for ['scheme', 3, 'ceiling', 'pence']. */
export function placeWords(path: readonly string[], given: unknown): string {
  const [part, at, ...rest] = path
  if (part === undefined) return 'The whole document'
  const list = lists[part]
  if (list === undefined || at === undefined)
    return [`“${part}”`, ...(at === undefined ? [] : [at]), ...rest].join(', ')
  const item = itemAt(given, part, Number(at))
  const named = list.names
    .map((name) => item[name])
    .filter((one): one is string => typeof one === 'string')
    .join(', ')
  return `${list.title}${named ? ` ${named}` : ''} (number ${Number(at) + 1})${rest.length ? `: ${rest.join(', ')}` : ''}`
}

const lists: Record<string, { title: string; names: string[] }> = {
  subjects: { title: 'Subject', names: ['subject'] },
  posts: { title: 'Post', names: ['post'] },
  holders: { title: 'Holder of', names: ['post', 'email'] },
  scheme: { title: 'Scheme of delegation, entry', names: ['entry'] },
  settings: { title: 'Setting', names: ['key', 'from'] },
}

function itemAt(given: unknown, part: string, at: number): Record<string, unknown> {
  const list = isRecord(given) ? given[part] : undefined
  const item: unknown = Array.isArray(list) ? list[at] : undefined
  return isRecord(item) ? item : {}
}

const isRecord = (given: unknown): given is Record<string, unknown> => typeof given === 'object' && given !== null

function lineOf(text: string, { message }: Error): string {
  const at = /position (\d+)/u.exec(message)?.[1]
  return at === undefined ? 'The whole document' : `Line ${text.slice(0, Number(at)).split('\n').length}`
}

/**
 * What stands in the way of adopting a document that reads well: people who are not known, a day that is not after the last
 * version’s, and a rule that says something new as of a day on which another was settled.
 */
export function obstacles(
  { holders, inForceFrom, scheme, subjects, settings }: Constitution,
  known: {
    emails: ReadonlySet<string>
    last: { version: number; from: Temporal.PlainDate; document?: Constitution } | null
  },
): { stops: Problem[]; looks: Problem[] } {
  const stops = holders.flatMap(({ email, post }, at): Problem[] =>
    known.emails.has(email.toLowerCase())
      ? []
      : [
          {
            place: `Holder of ${post}, ${email} (number ${at + 1})`,
            says: `Nobody signs in as ${email}. Add this person first, or leave them out.`,
          },
        ],
  )
  if (known.last && Temporal.PlainDate.compare(inForceFrom, known.last.from) <= 0) {
    stops.push({
      place: '“inForceFrom”',
      says: `Version ${known.last.version} is in force from ${known.last.from.toString()}. A new version comes into force on a later day.`,
    })
  }
  // What was settled as of a day stays as it was: adopting would pass over the change without a word.
  for (const { key, from, value } of settings) {
    const before = known.last?.document?.settings.find((one) => one.key === key && one.from.equals(from))
    if (before && canonicalJson(before.value) !== canonicalJson(value))
      stops.push({
        place: `Setting ${key}, ${from.toString()}`,
        says: 'Something else was settled as of this day, and that stays. Put that back, and give the new rule from a later day.',
      })
  }
  const listed = new Set(subjects.map(({ subject }) => subject))
  const looks = scheme.flatMap(({ entry, scope }, at): Problem[] =>
    scope === '' || listed.has(scope)
      ? []
      : [
          {
            place: `Scheme of delegation, entry ${entry} (number ${at + 1})`,
            says: `The subject ${scope} is not under subjects: it will be shown as its path. Add it with a title, or correct it.`,
          },
        ],
  )
  return { stops, looks }
}
