import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { officer, settingOn } from '#authority'
import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import { ref } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { theConsultation } from '../draft.ts'
import { publishSafely, type Counted, type Earlier, type Shown } from '../disclosure/publish-safely.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { countCampaigns, shownCampaigns, type CampaignsCounted } from '../campaigns/counted.ts'
import { askedIn, countAboutPeople, countAnalysed, inTheirWords, type ReleasedTables } from './count.ts'
import { themesOf } from './store.ts'

type Both<T> = { answers: T; about: T }

export type Release = { n: number; tables: ReleasedTables; source: string; on: Temporal.PlainDate; by: string }

/**
 * Releases tables of what was answered, once everything is analysed: counts below the council's threshold are withheld with all from
 * which they could be worked out, also by comparison with every earlier release. Each release is kept.
 */
export const releaseTables = useCase({
  name: 'consultations.release-tables',
  title: 'Release tables of the answers',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name },
      today,
    } = work
    const { consultation, state, questionnaire } = outcome.value
    if (state !== 'analysed' && state !== 'reported')
      return refused(
        `${ref} is ${state}.`,
        'Tables are released once everything is analysed.',
        'Deal with what waits, and say that it is analysed.',
      )
    const rule = await settingOn(tx, council, 'small-numbers', today)
    if (!rule)
      return refused(
        'Nothing can be released.',
        'The council has not settled what is published of small numbers.',
        'Settle it in the constitution.',
      )
    const themes = await themesOf(tx, council, consultation)
    const asked = [
      ...askedIn(questionsOf(questionnaire)),
      ...themes.map(({ theme, title }) => ({
        key: `theme/${theme}`,
        title,
        choices: [],
        labels: ['Raised it', 'Did not'],
      })),
    ]
    const counted: Both<Counted> = {
      answers: await countAnalysed(tx, council, consultation, questionnaire, themes),
      about: await countAboutPeople(tx, council, consultation, questionnaire.equality),
    }
    const earlier = await earlierOf(tx, council, consultation)
    const last = earlier.at(-1)
    const { people } = counted.answers
    const before = earlier.find(({ campaigns }) => campaigns !== null && campaigns.keys.length > 0)?.campaigns?.keys
    const campaigns = await countCampaigns(tx, council, consultation, people, rule.value.threshold, before ?? [])
    if (
      last
      && isDeepStrictEqual(
        [last.answers.counted, last.about.counted, last.campaigns?.counted.oneWay ?? []],
        [counted.answers, counted.about, campaigns?.counted.oneWay ?? []],
      )
    ) {
      return refused('Nothing has changed since the last release.')
    }
    const campaignsShown =
      campaigns
      && publishSafely(
        campaigns.counted,
        rule.value,
        earlier.flatMap((one) => (one.campaigns ? [one.campaigns] : [])),
      )
    const shown: Both<Shown> = {
      answers: publishSafely(
        counted.answers,
        rule.value,
        earlier.map(({ answers }) => answers),
      ),
      about: publishSafely(
        counted.about,
        rule.value,
        earlier.map(({ about }) => about),
      ),
    }
    if (last && shown.answers.people === null && shown.answers.not.length > 0 && last.answers.shown.people !== null)
      return refused('This cannot be released.', shown.answers.not)
    const inWords = inTheirWords(shown.answers, asked, 'answers')
    const tables: ReleasedTables = {
      people: shown.answers.people,
      not: shown.answers.not,
      tables: inWords.map((one) => (one.key.startsWith('theme/') ? { ...one, of: 'themes' as const } : one)),
      about: {
        people: shown.about.people,
        not: shown.about.not,
        tables: inTheirWords(shown.about, askedIn(questionnaire.equality), 'people'),
      },
      ...(campaigns
        && campaignsShown?.people != null && {
          campaigns: shownCampaigns(campaigns, campaignsShown, rule.value.threshold),
        }),
    }
    const n = (last?.n ?? 0) + 1
    await sql`insert into consultations.release (council, consultation, n, counted, shown, tables, source, on_day,
      by_name)
      values (${council}, ${consultation}, ${n}, ${toJson({ ...counted, campaigns })}::jsonb,
        ${toJson({ ...shown, campaigns: campaignsShown })}::jsonb,
        ${toJson(tables)}::jsonb, ${rule.source}, ${today}, ${name})`.execute(tx)
    work.seal('consultation-tables', `${ref}/${n}`, tables)
    return done({ ref, n, tables })
  },
})

// A release is guarded against by all before it; there are a few.
async function earlierOf(
  tx: Tx,
  council: string,
  consultation: string,
): Promise<(Both<Earlier> & { n: number; campaigns: (Earlier & { keys: string[] }) | null })[]> {
  const found = await rows<{
    n: number
    counted: Both<Counted> & { campaigns?: CampaignsCounted | null }
    shown: Both<Shown> & { campaigns?: Shown | null }
  }>(
    tx,
    sql`select n, counted, shown from consultations.release
    where council = ${council} and consultation = ${consultation} order by n limit 200`,
  )
  return found.map(({ n, counted, shown }) => ({
    n,
    answers: { counted: counted.answers, shown: shown.answers },
    about: { counted: counted.about, shown: shown.about },
    campaigns:
      counted.campaigns && shown.campaigns
        ? { counted: counted.campaigns.counted, shown: shown.campaigns, keys: counted.campaigns.keys }
        : null,
  }))
}

/** The last release of a consultation, as it may be shown to anybody. */
export const lastRelease = (tx: Tx, council: string, consultation: string): Promise<Release | null> =>
  row(
    tx,
    sql`select n, tables, source, on_day as "on", by_name as "by" from consultations.release
    where council = ${council} and consultation = ${consultation} order by n desc limit 1`,
  )

/** Released tables, for comparison with what the journal sealed. */
export async function sealedTables(tx: Tx, council: string, ids: string[]): Promise<Map<string, unknown>> {
  const found = await rows<{ id: string; tables: ReleasedTables }>(
    tx,
    sql`select c.ref || '/' || l.n as id, l.tables from consultations.release l
    join consultations.consultation c using (council, consultation)
      where l.council = ${council} and c.ref || '/' || l.n = any (${ids}::text[])`,
  )
  return new Map(found.map(({ id, tables }) => [id, tables]))
}
