import type { Plan } from './desk.ts'

/** The post to which most of the decision on short breaks is delegated. */
export const director = 'Director of Quality & Integration'

const breaks = 'Short breaks'
const legal = {
  post: 'Service Director: Legal & Governance',
  words: 'following consultation with the Service Director: Legal & Governance',
}

/** The shape of Southampton's CAB 17/18 20348 of March 2018, in words of our own: what four of its clauses give, and two that give nothing. */
export const shortBreaks: Plan = {
  maker: 'Cabinet',
  about: 'Short breaks',
  value: { pounds: '1.6m' },
  isKey: true,
  callIn: true,
  reasons: 'Criteria that are fair, clear and affordable.',
  alternatives: 'Doing nothing; keeping the criteria; buying the same services again.',
  clauses: [
    { label: 'i', verb: 'Consider', words: 'To consider the responses to the consultation.' },
    {
      label: 'ii',
      verb: 'Authorise',
      words: 'To authorise the procurement of services.',
      gives: [
        {
          to: 'Commissioner (example post)',
          powers: ['Run a procurement', 'Publish a notice'],
          about: breaks,
          limit: 'silent',
        },
      ],
    },
    {
      label: 'iii',
      verb: 'Approve',
      words: 'To approve grants and their criteria.',
      gives: [
        {
          to: director,
          powers: ['Award a grant'],
          about: breaks,
          limit: { pounds: '200,000', counted: /^in each financial year/u },
        },
      ],
    },
    {
      label: 'iv',
      verb: 'Delegate',
      words:
        'To delegate entering into contracts to the Director, after consultation and under the Contract Procedure Rules.',
      gives: [
        {
          to: director,
          powers: ['Enter into a contract'],
          about: breaks,
          limit: { pounds: '1,400,000', counted: /^over its whole life/u },
          consult: legal,
          procedure: 'in accordance with the Contract Procedure Rules',
        },
      ],
    },
    {
      label: 'v',
      verb: 'Delegate',
      words: 'To delegate the final model to the Director, following consultation with the Cabinet Member.',
      gives: [
        {
          to: director,
          powers: ['Take other steps to carry a decision out'],
          about: breaks,
          limit: 'silent',
          consult: {
            post: 'Cabinet Member for Children’s Social Care',
            words: 'following consultation with the Cabinet Member',
          },
        },
      ],
    },
    { label: 'vii', verb: 'Note', words: 'To note that two names are kept.' },
  ],
}

/** A contract under clause (iv), and what shows that its two conditions were met by a day. */
export const contract = {
  did: 'Enter into a contract',
  what: 'Contract with Solent Short Breaks (invented)',
  pounds: '600,000',
}
export const shown = (on: string) => [
  { condition: /^To show: following consultation with the Service Director/u, says: 'Ulric Harbourne, by e-mail', on },
  { condition: /^To show: in accordance with the Contract Procedure Rules/u, says: 'Checklist of rule 12', on },
]
