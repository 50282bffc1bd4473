import { rows, sql, type Tx } from '#platform/database.ts'
import type { Counted, Shown } from '../disclosure/publish-safely.ts'
import { lookOf } from './store.ts'

/** A campaign as it is counted for everybody: its key stays the same from release to release. */
export type CountedCampaign = {
  /** `group/3` of what was found alike, `campaign/…` of what somebody has named and nothing was found alike to. */
  key: string
  name: string
  /** As the campaign wrote it: the same, but for a few words, or read and no more than the others say. */
  same: number
  /** With words of somebody's own, which were read and coded by themselves. */
  own: number
  /** Whether the two can be told apart: not where somebody grouped responses by hand, without a common text. */
  told: boolean
}
export type CampaignsCounted = {
  /** Which campaigns are told apart, in the order of the counts; all others are with those who wrote for themselves. */
  keys: string[]
  names: string[]
  counted: Counted
}

/** A campaign's table as it is shown: null is withheld. */
export type ShownCampaign = {
  key: string
  name: string
  shown: number | null
  same: number | null
  own: number | null
  told: boolean
}
export type ShownCampaigns = {
  /** How many wrote for themselves. */
  alone: number | null
  campaigns: ShownCampaign[]
  /** What fewer people sent is no campaign here. */
  least: number
}

const mostListed = 50

type Found = {
  n: number | null
  campaign: string | null
  name: string | null
  hasText: boolean
  own: boolean
  amount: number
}

/**
 * How many of the responses that were analysed came with which campaign, everybody once: by what was found alike, else by the words that
 * somebody has named, else by receipts. Read once for a release, never for a page.
 */
const foundIn = (tx: Tx, council: string, consultation: string): Promise<Found[]> =>
  rows(
    tx,
    sql`with named as (
      select distinct on (text_hash) text_hash, campaign, name from consultations.campaign
      where council = ${council} and consultation = ${consultation} and text_hash is not null
      order by text_hash, made_at desc)
    select a.n, coalesce(k.campaign, w.campaign, l.campaign) as campaign, coalesce(k.name, w.name, l.name) as name,
      a.n is not null or w.campaign is not null or l.text_hash is not null as "hasText",
      coalesce(a.stands in ('differs', 'apart'), w.campaign is null and l.text_hash is not null
        and r.text_hash is not null and r.text_hash <> l.text_hash, false) as own, count(*)::int as amount
    from consultations.standing s join consultations.response r using (council, response)
      left join consultations.alike a on a.council = r.council and a.response = r.response and a.stands <> 'out'
      left join consultations.alike_group g on g.council = a.council and g.consultation = a.consultation and g.n = a.n
      left join named k on k.text_hash = g.text_hash
      left join named w on a.n is null and w.text_hash = r.text_hash and not exists (
        select from consultations.alike o where o.council = r.council and o.response = r.response)
      left join (select m.council, m.response, c.campaign, c.name, c.text_hash
        from consultations.campaign_response m join consultations.campaign c using (council, campaign)) l
        on a.n is null and w.campaign is null and l.council = r.council and l.response = r.response
    where s.council = ${council} and s.consultation = ${consultation} and s.what = 'analysed'
      and coalesce(a.n::text, w.campaign::text, l.campaign::text) is not null
    group by 1, 2, 3, 4, 5`,
  )

/** Counts of one campaign, which may have been found in several ways, under the key that it had before or has now. */
export function byCampaign(found: readonly Found[], before: readonly string[]): CountedCampaign[] {
  const groupOf = new Map(found.flatMap(({ n, campaign }) => (n !== null && campaign !== null ? [[campaign, n]] : [])))
  const all = new Map<string, CountedCampaign>()
  for (const { n, campaign, name, hasText, own, amount } of found) {
    const group = n ?? (campaign === null ? undefined : groupOf.get(campaign))
    const keys = [
      ...(group === undefined ? [] : [`group/${group}`]),
      ...(campaign === null ? [] : [`campaign/${campaign}`]),
    ]
    const key = keys.find((one) => before.includes(one)) ?? keys[0] ?? ''
    const one = all.get(key) ?? { key, name: name ?? `The same letter (group ${group})`, same: 0, own: 0, told: true }
    all.set(key, {
      ...one,
      name: name ?? one.name,
      told: one.told && hasText,
      same: one.same + (own ? 0 : amount),
      own: one.own + (own ? amount : 0),
    })
  }
  return [...all.values()]
}

const sizeOf = ({ same, own }: CountedCampaign) => same + own

/**
 * Counts as they go through disclosure control: with which campaign somebody wrote, if any, and as a further question to those who
 * did, whether they added words of their own. A text that fewer than the threshold sent is no campaign here and is counted with those who
 * wrote for themselves. Which campaigns are told apart is settled by the first release that tells any: one that is split off
 * later would tell by the difference what a few people sent.
 */
export function countedSafely(
  all: readonly CountedCampaign[],
  people: number,
  threshold: number,
  before: readonly string[],
): CampaignsCounted {
  const listed =
    before.length > 0
      ? before.map((key) => all.find((one) => one.key === key) ?? { key, name: key, same: 0, own: 0, told: true })
      : all
          .filter((one) => sizeOf(one) >= threshold)
          .toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1))
          .slice(0, mostListed)
  const sizes = listed.map(sizeOf)
  return {
    keys: listed.map(({ key }) => key),
    names: listed.map(({ name }) => name),
    counted: {
      people,
      oneWay:
        listed.length === 0
          ? []
          : [
              { key: 'campaigns', counts: [people - sizes.reduce((sum, n) => sum + n, 0), ...sizes] },
              ...listed.flatMap((one, at) =>
                one.told
                  ? [
                      {
                        key: one.key,
                        counts: [one.same, one.own, people - sizeOf(one)],
                        silent: 2,
                        asked: { title: one.name, to: { of: 'campaigns', answers: [at + 1] } },
                      },
                    ]
                  : [],
              ),
            ],
      twoWay: [],
    },
  }
}

/** Counts the campaigns of what was analysed; null where nobody has looked for any, and none is named. */
export async function countCampaigns(
  tx: Tx,
  council: string,
  consultation: string,
  people: number,
  threshold: number,
  before: readonly string[],
): Promise<CampaignsCounted | null> {
  const found = await foundIn(tx, council, consultation)
  if (found.length === 0 && before.length === 0 && !(await lookOf(tx, council, consultation))) return null
  return countedSafely(byCampaign(found, before), people, threshold, before)
}

/** What was shown, by the names that the campaigns have. */
export function shownCampaigns({ keys, names }: CampaignsCounted, shown: Shown, least: number): ShownCampaigns {
  const cells = (key: string) => shown.oneWay.find((one) => one.key === key)?.cells
  const [alone = null, ...sizes] = cells('campaigns') ?? []
  return {
    alone,
    least,
    campaigns: keys.map((key, at) => {
      const parts = cells(key)
      return {
        key,
        name: names[at] ?? key,
        shown: sizes[at] ?? null,
        same: parts?.[0] ?? null,
        own: parts?.[1] ?? null,
        told: parts !== undefined,
      }
    }),
  }
}
