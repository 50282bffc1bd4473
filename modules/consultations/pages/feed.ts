import { z } from 'zod'
import { everybody } from '#authority'
import { atomFeed, atomType, tagOf, type AtomEntry } from '#decisions'
import { longDay } from '#platform/days.ts'
import { path, type Page } from '#platform/page.ts'
import { anyone, done, query } from '#platform/use-case.ts'
import { standingOn, type Standing } from '../consultation.ts'
import { latestPublished, type PublicConsultation } from '../published.ts'
import { reportPath } from '../publication/paths.ts'
import { consultationPath, consultationsPath } from './paths.ts'

/** What programs follow. This address is promised, and never changes. */
export const consultationsAtomPath = path('/consultations.atom')

/** How many days before its end a consultation is news again. */
const endsSoon = 7

/** The consultations that changed last, whole. */
export const listLatest = query({
  name: 'consultations.list-latest',
  title: 'See the latest consultations, whole',
  may: everybody,
  input: z.object({}),
  run: async ({ tx, council }) => done({ consultations: await latestPublished(tx, council, 50) }),
})

/** What the council asks people: when it opens, when it is about to close, when it has, and when there is a report. */
export const consultationsAtom: Page = {
  path: consultationsAtomPath.pattern,
  may: [anyone],
  async get({ ask, council, origin, today }) {
    const outcome = await ask(listLatest, {})
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      type: atomType,
      file: atomFeed({
        id: tagOf(council.council, 'consultations'),
        title: `${council.name}: consultations`,
        self: `${origin}${consultationsAtomPath()}`,
        alternate: `${origin}${consultationsPath()}`,
        author: council.name,
        entries: outcome.value.consultations.map((one) => entryOf(one, today, { council: council.council, origin })),
      }),
    }
  },
}

function entryOf(
  c: PublicConsultation,
  today: Temporal.PlainDate,
  { council, origin }: { council: string; origin: string },
): AtomEntry {
  const [opensOn, closesOn] = [Temporal.PlainDate.from(c.opensOn), Temporal.PlainDate.from(c.closesOn)]
  const standing = standingOn({ state: c.state, opensOn, closesOn }, today)
  const soonFrom = closesOn.subtract({ days: endsSoon })
  const soon = standing === 'open' && Temporal.PlainDate.compare(today, soonFrom) >= 0
  const opened = c.happened.find(({ what }) => what === 'opened')?.on ?? c.opensOn
  // Days on which something is news, of which the last that has come counts.
  const days = [
    ...c.happened.map(({ on }) => on),
    ...[opensOn, soonFrom, closesOn.add({ days: 1 })].map(String),
  ].filter((on) => on >= opened && on <= today.toString())
  return {
    id: tagOf(council, `consultations/${c.ref}`),
    title: `${soon ? 'Closing soon' : titles[standing]}: ${c.title}`,
    href: `${origin}${standing === 'reported' && c.report ? reportPath(c) : consultationPath(c)}`,
    published: opened,
    updated: days.toSorted().at(-1) ?? opened,
    author: c.openedBy,
    summary: `${saysOf(standing, opensOn, closesOn)} ${c.why}`.slice(0, 1200),
  }
}

const titles: Record<Standing, string> = {
  draft: 'Draft',
  announced: 'Opens soon',
  open: 'Open',
  closed: 'Closed',
  analysed: 'Analysed',
  reported: 'Reported',
  withdrawn: 'Withdrawn',
}

const saysOf = (standing: Standing, opensOn: Temporal.PlainDate, closesOn: Temporal.PlainDate): string => {
  switch (standing) {
    case 'announced':
      return `Opens on ${longDay(opensOn)}.`
    case 'open':
      return `Open until ${longDay(closesOn)}.`
    case 'reported':
      return `It was open from ${longDay(opensOn)} to ${longDay(closesOn)}. Its report is out.`
    case 'withdrawn':
      return 'It was withdrawn.'
    default:
      return `It was open from ${longDay(opensOn)} to ${longDay(closesOn)}.`
  }
}
