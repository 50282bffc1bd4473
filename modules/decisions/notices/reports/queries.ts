import { z } from 'zod'
import { calendarOn, everybody, settingOn, subjects } from '#authority'
import { row, rows, sql } from '#platform/database.ts'
import { daysBetween, workingDays } from '#platform/days.ts'
import { optionalDay } from '#platform/input.ts'
import { done, query } from '#platform/use-case.ts'
import type { PublicDecision } from '../../register.ts'
import type { Said } from '../notice.ts'

const span = { from: optionalDay.default(null), until: optionalDay.default(null) }

/** From 1 April of the financial year in which a day falls. */
export const yearOf = (day: Temporal.PlainDate): { from: Temporal.PlainDate; until: Temporal.PlainDate } => {
  const from = new Temporal.PlainDate(day.month >= 4 ? day.year : day.year - 1, 4, 1)
  return { from, until: from.add({ years: 1 }).subtract({ days: 1 }) }
}

export type UrgentDecision = {
  ref: string
  title: string
  makerTitle: string
  decidedOn: Temporal.PlainDate
  summary: string
  notice: string
  agreedOn: Temporal.PlainDate
  why: string
  agreedBy: string
}

/**
 * Executive decisions taken under special urgency in a span of days: what SI 2012/2089, reg 19 has the leader report to Council at
 * least once a year, with particulars of each. Made from the register and the notices, and from nothing else.
 */
export const viewUrgentDecisions = query({
  name: 'decisions.view-urgent-decisions',
  title: 'Read the report on urgent decisions',
  may: everybody,
  input: z.object(span),
  async run({ tx, council, today }, given) {
    const year = yearOf(today)
    const { from, until } = { from: given.from ?? year.from, until: given.until ?? year.until }
    const found = await rows<{
      ref: string
      title: string
      makerTitle: string
      decidedOn: Temporal.PlainDate
      document: PublicDecision
      notice: string
      agreedOn: Temporal.PlainDate
      content: Said[]
    }>(
      tx,
      sql`
      select r.ref, r.title, r.maker_title as "makerTitle", r.decided_on as "decidedOn", r.document, n.ref as notice,
        n.given_on as "agreedOn", coalesce(n.content_shown, n.content) as content
      from decisions.register r join decisions.notice n on n.council = r.council and n.kind = 'special-urgency'
        and n.ended_on is null
        and (n.decision = r.decision or n.item in (select item from decisions.plan_item p
          where p.council = r.council and p.decision = r.decision))
      where r.council = ${council} and r.decided_on between ${from}::date and ${until}::date
        order by r.decided_on, r.ref limit 500`,
    )
    const said = (content: Said[], key: string) => content.find((one) => one.key === key)?.words.join(' ')
    const decisions = found.map(({ document, content, ...one }): UrgentDecision => ({
      ...one,
      summary: document.clauses
        .map(({ label, words }) => `${label === null ? '' : `(${label}) `}${words}`)
        .join(' ')
        .slice(0, 1000),
      why: said(content, 'Why it is urgent') ?? said(content, 'What it said') ?? '',
      agreedBy: said(content, 'Who agreed') ?? 'as given elsewhere',
    }))
    return done({ from, until, decisions })
  },
})

/** How long decisions of one directorate took to be published; days are calendar days, medians are exact. */
export type Lag = {
  directorate: string
  title: string
  decisions: number
  median: number
  longest: number
  late: number
  beforePublished: number
}

/**
 * How long it took from decision to publication, by directorate. A directorate is the first part of the path of a decision's
 * subject ("adults" of "adults/care-at-home"): subjects stay when posts are renamed, and councils name their directorates so.
 */
export const viewPublicationLag = query({
  name: 'decisions.view-publication-lag',
  title: 'See how soon decisions are published',
  may: everybody,
  input: z.object(span),
  async run({ tx, council, today }, given) {
    const { from, until } = { from: given.from ?? today.subtract({ years: 1 }), until: given.until ?? today }
    const target = await settingOn(tx, council, 'publication-target', today)
    const titles = new Map((await subjects(tx, council)).map(({ subject, title }) => [subject, title]))
    const lags = await rows<Omit<Lag, 'title' | 'late'>>(
      tx,
      sql`
      select split_part(subject, '/', 1) as directorate, count(*)::int as decisions,
        max(published_on - decided_on)::int as longest,
        percentile_cont(0.5) within group (order by published_on - decided_on)::float8 as median,
        count(*) filter (where effective_on < published_on)::int as "beforePublished"
      from decisions.register where council = ${council} and published_on between ${from}::date and ${until}::date
      group by 1 order by median desc, 1 limit 100`,
    )
    // Working days are counted here, by the calendar of bank holidays that the rest of the house counts by.
    const pairs =
      target === null
        ? []
        : await rows<{
            directorate: string
            decidedOn: Temporal.PlainDate
            publishedOn: Temporal.PlainDate
            n: number
          }>(
            tx,
            sql`
      select split_part(subject, '/', 1) as directorate, decided_on as "decidedOn", published_on as "publishedOn",
        count(*)::int as n
      from decisions.register where council = ${council} and published_on between ${from}::date and ${until}::date
        and published_on > decided_on + ${target.value.workingDays}::int group by 1, 2, 3`,
          )
    const calendar = await calendarOn(tx, council, today)
    const late = new Map<string, number>()
    for (const { directorate, decidedOn, publishedOn, n } of pairs) {
      if (target && workingDays(decidedOn, publishedOn, calendar) > target.value.workingDays)
        late.set(directorate, (late.get(directorate) ?? 0) + n)
    }
    const longest = await rows<{
      ref: string
      title: string
      makerTitle: string
      decidedOn: Temporal.PlainDate
      publishedOn: Temporal.PlainDate
      effectiveOn: Temporal.PlainDate
    }>(
      tx,
      sql`
      select ref, title, maker_title as "makerTitle", decided_on as "decidedOn", published_on as "publishedOn",
        effective_on as "effectiveOn" from decisions.register
      where council = ${council} and published_on between ${from}::date and ${until}::date and published_on > decided_on
        order by published_on - decided_on desc, ref limit 20`,
    )
    const all = await row<{ decisions: number; median: number | null }>(
      tx,
      sql`select count(*)::int as decisions,
        percentile_cont(0.5) within group (order by published_on - decided_on)::float8 as median
      from decisions.register where council = ${council} and published_on between ${from}::date and ${until}::date`,
    )
    return done({
      from,
      until,
      target: target && { workingDays: target.value.workingDays, source: target.source },
      decisions: all?.decisions ?? 0,
      median: all?.median ?? null,
      directorates: lags.map((one): Lag => ({
        ...one,
        title: titles.get(one.directorate) ?? one.directorate,
        late: late.get(one.directorate) ?? 0,
      })),
      longest: longest.map((one) => ({ ...one, days: daysBetween(one.decidedOn, one.publishedOn) })),
    })
  },
})
