import { z } from 'zod'
import { whole } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, invalid, missing, query } from '#platform/use-case.ts'
import { constitutionInput } from './constitution.ts'
import { listFields, maybe, noSuchPlace } from './list-input.ts'
import { constitutionVersions, countScheme, schemeRows, settingRows } from './lists-store.ts'
import { ceilingWords } from './mandate.ts'
import { scopeWords } from './mandate-line.ts'
import { powerNames } from './powers.ts'
import { everybody } from './roles.ts'
import { isSettingKey, settingTitles, settingWords } from './setting-words.ts'
import { ceilingShape, dayShape, pageOf } from './shapes.ts'
import { subjects } from './store.ts'

const entryShape = z.object({
  entry: z.string(),
  post: z.string(),
  postTitle: z.string(),
  powers: z.array(z.enum(powerNames)),
  scope: z.string(),
  scopeTitle: z.string(),
  words: z.string(),
  ceiling: ceilingShape.nullable(),
  ceilingWords: z.string(),
  conditions: z.array(z.string()),
  mayDelegate: z.boolean(),
  mandate: z.string().nullable().meta({ description: 'The mandate that the entry gives' }),
})
export type EntryLine = z.output<typeof entryShape>

const settingShape = z.object({
  key: z.string(),
  title: z.string(),
  from: dayShape,
  words: z.string(),
  source: z.string(),
})

/**
 * A version of the constitution, the one in force today unless another is asked for: the scheme of delegation (for officers, the list that LGA 1972 s100G(2) asks for), and what
 * the council has settled for itself, each value with its day and its source.
 */
export const readConstitution = query({
  name: 'authority.read-constitution',
  title: 'Read the constitution',
  may: everybody,
  input: z.object({ ...listFields, version: maybe(whole(1, 100_000)) }),
  output: z.object({
    version: z.int(),
    title: z.string(),
    inForceFrom: dayShape,
    versions: z.array(
      z.object({ version: z.int(), title: z.string(), inForceFrom: dayShape, adoptedOn: dayShape, entries: z.int() }),
    ),
    scheme: pageOf(entryShape),
    day: dayShape.meta({ description: 'The day whose settings are in force' }),
    settings: z.array(settingShape),
    history: z
      .array(settingShape)
      .meta({ description: 'Settings that are not in force on that day: earlier ones, and those to come' }),
  }),
  async run({ tx, council, today }, { version, q, after, before, size }) {
    const versions = await constitutionVersions(tx, council)
    const inForce = versions.find(({ from }) => Temporal.PlainDate.compare(from, today) <= 0) ?? versions.at(-1)
    const chosen = version === undefined ? inForce : versions.find((one) => one.version === version)
    if (!chosen)
      return missing(
        version === undefined
          ? 'No constitution has been adopted yet.'
          : `There is no version ${version} of the constitution.`,
      )
    const place = placeIn({ after, before }, ['whole'])
    if (!place) return invalid(noSuchPlace)
    const found = await schemeRows(tx, council, chosen.version, { q, place, size: size + 1 })
    const titles = new Map((await subjects(tx, council)).map(({ subject, title }) => [subject, title]))
    const page = pageFrom(found, size, place, (one) => [one.place.toString()])
    // What is in force on a day: today for the version of today, else the first day of the version that was asked for.
    const day = version === undefined || chosen.version === inForce?.version ? today : chosen.from
    const settled = (await settingRows(tx, council)).flatMap(({ key, from, value, source }) =>
      isSettingKey(key) ? [{ key, title: settingTitles[key], from, words: settingWords(key, value), source }] : [],
    )
    const settings = settled.filter(
      (one, at) =>
        Temporal.PlainDate.compare(one.from, day) <= 0
        && !settled.slice(0, at).some(({ key, from }) => key === one.key && Temporal.PlainDate.compare(from, day) <= 0),
    )
    return done({
      version: chosen.version,
      title: chosen.title,
      inForceFrom: chosen.from,
      versions: versions.map(({ adoptedAt, from: inForceFrom, ...one }) => ({
        ...one,
        inForceFrom,
        adoptedOn: adoptedAt.toZonedDateTimeISO('Europe/London').toPlainDate(),
      })),
      scheme: {
        ...page,
        lines: page.lines.map(({ entry, postTitle, mandate }) => ({ ...entryLine(entry, titles), postTitle, mandate })),
        count: await countScheme(tx, council, chosen.version, q),
      },
      day,
      settings,
      history: settled.filter((one) => !settings.includes(one)),
    })
  },
})

function entryLine(kept: unknown, titles: Map<string, string>): Omit<EntryLine, 'postTitle' | 'mandate'> {
  const { entry, post, powers, scope, words, ceiling, conditions, mayDelegate } =
    constitutionInput.shape.scheme.element.parse(kept)
  return {
    entry,
    post,
    powers,
    scope,
    scopeTitle: scopeWords(scope, titles.get(scope) ?? null),
    words,
    ceiling,
    ceilingWords: ceiling ? ceilingWords(ceiling) : 'none stated',
    conditions: conditions.map((one) => one.words),
    mayDelegate,
  }
}
