import { constitution, met, notApplicable, notMet, principle, rule } from '#platform/law.ts'

/** The clearances of a draft, each with how it stands against the text as it is, in words. */
export type ClearanceFacts = { clearances: { title: string; standing: string; inTime: boolean; says: string }[] }

const finance = {
  title: 'Finance',
  standing: 'good',
  inTime: true,
  says: 'Finance: Winifred Cole for the Chief Finance Officer cleared the text of 3 August 2022, 14:05.',
}
const legal = {
  title: 'Legal',
  standing: 'good',
  inTime: true,
  says: 'Legal: Edmund Starling for the Head of Legal Services cleared the text of 3 August 2022, 15:10.',
}
const edited = {
  ...finance,
  standing: 'void',
  says: 'Finance: Winifred Cole for the Chief Finance Officer cleared the text of 3 August 2022, 14:05; changed since by Priya Larkin: reasons, clause (b).',
}

/**
 * A clearance holds for the text that was read and no other. Each that the council’s constitution needs, and each that was asked
 * besides, has to hold for the very text that goes on, and to have been given by the day of the decision.
 */
export const clearancesAreGiven = rule<ClearanceFacts>({
  id: 'gate-clearances-are-given',
  title: 'Each clearance that is needed holds for this very text',
  source: [
    constitution('The council', 'clearances before a decision'),
    principle('What is cleared is the text that was read'),
  ],
  from: '2012-09-10',
  check: ({ clearances }) => {
    if (clearances.length === 0) return notApplicable
    const wanting = clearances.filter(({ standing, inTime }) => standing !== 'good' || !inTime)
    if (wanting.length > 0) return notMet(wanting.map(({ says }) => says).join(' '))
    return met(
      `${clearances.length === 1 ? 'The clearance' : `Each of ${clearances.length} clearances`} holds for this text: ${clearances.map(({ title }) => title).join(', ')}.`,
    )
  },
  examples: [
    { given: 'finance and legal cleared the text as it is', facts: { clearances: [finance, legal] }, met: true },
    {
      given: 'finance was never asked',
      facts: {
        clearances: [
          { ...finance, standing: 'not asked', says: 'Finance has not been asked of the Chief Finance Officer.' },
          legal,
        ],
      },
      met: false,
    },
    {
      given: 'finance has not answered yet',
      facts: {
        clearances: [
          {
            ...finance,
            standing: 'waiting',
            says: 'Finance waits for the Chief Finance Officer: asked on 3 August 2022, 14:05, to be answered by Wednesday 10 August 2022.',
          },
        ],
      },
      met: false,
    },
    {
      given: 'the reasons were edited after finance had cleared them',
      facts: { clearances: [edited, legal] },
      met: false,
    },
    { given: 'the edit was undone', facts: { clearances: [finance, legal] }, met: true },
    {
      given: 'legal refused',
      facts: {
        clearances: [
          finance,
          {
            ...legal,
            standing: 'refused',
            says: 'Legal: Edmund Starling for the Head of Legal Services refused to clear the text of 3 August 2022, 15:10 (There is no power to award).',
          },
        ],
      },
      met: false,
    },
    {
      given: 'finance cleared it three days after the decision',
      facts: {
        clearances: [
          {
            ...finance,
            inTime: false,
            says: 'Finance was given on Thursday 18 July 2024, 3 days after the decision on Monday 15 July 2024.',
          },
        ],
      },
      met: false,
    },
  ],
})
