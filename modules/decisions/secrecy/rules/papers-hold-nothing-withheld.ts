import { met, notApplicable, notMet, rule, si } from '#platform/law.ts'

/**
 * The papers that the public would be given, each with the withheld passages found in it; null where it has no text that can be
 * searched, and then, or where some of its pages are pictures, who looked at it.
 */
export type PaperFacts = {
  papers: {
    paper: string
    title: string
    sha256: string
    holds: string[] | null
    /** Pages that are pictures, though the rest can be searched; numbered from 1. */
    unread?: readonly number[]
    looked: { by: string; says: string } | null
  }[]
}

type Paper = PaperFacts['papers'][number]

/** Whether somebody has to look at a paper, because no program can read it, or not all of it. */
export const isToBeLookedAt = ({ holds, unread = [] }: Pick<Paper, 'holds' | 'unread'>): boolean =>
  holds === null || unread.length > 0

/** "page 3", "pages 3, 4 and 9": those that are pictures. */
export const picturesIn = ({ unread = [] }: Pick<Paper, 'unread'>): string =>
  `${unread.length === 1 ? 'page' : 'pages'} ${new Intl.ListFormat('en-GB').format(unread.map(String))}`
const verb = ({ unread = [] }: Pick<Paper, 'unread'>): string => (unread.length === 1 ? 'has' : 'have')

/** A passage withheld in the record and given away in its appendix is not withheld. */
export const papersHoldNothingWithheld = rule<PaperFacts>({
  id: 'papers-hold-nothing-withheld',
  title: 'No paper for the public says what the record withholds',
  source: si('2012/2089', 'reg 20'),
  from: '2012-09-10',
  check: ({ papers }) => {
    if (papers.length === 0) return notApplicable
    const telling = papers.filter(({ holds }) => holds !== null && holds.length > 0)
    const unread = papers.filter((one) => isToBeLookedAt(one) && one.looked === null)
    const seen = papers.flatMap((one) =>
      isToBeLookedAt(one) && one.looked !== null
        ? [
            `${one.looked.by} has looked at “${one.title}”, ${one.holds === null ? 'which has no text' : `of which ${picturesIn(one)} ${verb(one)} no text`}.`,
          ]
        : [],
    )
    return telling.length === 0 && unread.length === 0
      ? met(['None of the papers that can be searched says what is withheld.', ...seen].join(' '))
      : notMet(
          [
            ...telling.map(
              ({ title }) =>
                `The paper “${title}” says what the record withholds. Withhold the paper, and attach a version of it for the public.`,
            ),
            ...unread.map(
              (one) =>
                `${one.holds === null ? `The paper “${one.title}” has` : `In the paper “${one.title}” ${picturesIn(one)} ${verb(one)}`} no text that can be searched; look at it yourself, and record that it says nothing of what is withheld.`,
            ),
          ].join(' '),
        )
  },
  examples: [
    { given: 'a report without the passage', facts: { papers: [paper('Report', [])] }, met: true },
    {
      given: 'an appendix that names the bid',
      facts: { papers: [paper('Report', []), paper('Appendix B', ['The lowest bid was £612.50 a week.'])] },
      met: false,
    },
    { given: 'a scanned plan that nobody has looked at', facts: { papers: [paper('Plan', null)] }, met: false },
    {
      given: 'a report with two pages that are pictures, at which nobody has looked',
      facts: { papers: [{ ...paper('Report', []), unread: [3, 4] }] },
      met: false,
    },
    {
      given: 'a scanned plan that an officer has looked at',
      facts: {
        papers: [{ ...paper('Plan', null), looked: { by: 'A. Officer', says: 'A floor plan without names.' } }],
      },
      met: true,
    },
  ],
})

function paper(title: string, holds: string[] | null): PaperFacts['papers'][number] {
  return { paper: title, title, sha256: '', holds, looked: null }
}
