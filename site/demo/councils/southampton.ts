import { administrator, decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { pounds, subjects } from '../parts.ts'
import {
  example,
  exampleConsulting,
  exampleThreshold,
  from,
  held,
  invented,
  knownCallIn,
  withExampleLimit,
  type ExampleCouncil,
} from './parts.ts'

const name = 'southampton'

/** Posts as they stand on Cabinet decision CAB 17/18 20348 of March 2018. */
export const southampton: ExampleCouncil = {
  council: {
    council: name,
    name: 'Southampton (example rules)',
    colour: '#1f4470',
    demo: true,
    people: [
      invented(name, 'Rosamund Quayle', [decisionMaker], 'Leader of the Council. Invented.'),
      invented(name, 'Sylvester Docklow', [decisionMaker], 'Cabinet Member for Children’s Social Care. Invented.'),
      invented(name, 'Theodora Itchenfold', [decisionMaker, officer], 'Director of Quality & Integration. Invented.'),
      invented(
        name,
        'Ulric Harbourne',
        [monitoringOfficer, officer],
        'Service Director: Legal & Governance. Invented.',
      ),
      invented(name, 'Verity Tidemark', [officer], 'Commissioner. Invented.'),
      invented(name, 'Wilfred Saltern', [democraticServices], 'Proper Officer. Invented.'),
      invented(name, 'Xanthe Mooring', [scrutiny], 'Scrutiny member. Invented.'),
      invented(name, 'Yorick Spindrift', [administrator], 'Keeps the constitution. Invented.'),
    ],
  },
  constitution: {
    inForceFrom: from,
    title: 'Example rules that fit Southampton’s published decisions; not Southampton’s constitution',
    subjects,
    posts: [
      { post: 'cabinet', title: 'Cabinet', kind: 'cabinet', from },
      { post: 'leader', title: 'Leader of the Council', kind: 'member', from },
      { post: 'cabinet-member-children', title: 'Cabinet Member for Children’s Social Care', kind: 'member', from },
      { post: 'director-quality-integration', title: 'Director of Quality & Integration', kind: 'officer', from },
      { post: 'service-director-legal', title: 'Service Director: Legal & Governance', kind: 'officer', from },
      { post: 'commissioner', title: 'Commissioner (example post)', kind: 'officer', from },
      { post: 'proper-officer', title: 'Proper Officer', kind: 'officer', from },
      { post: 'scrutiny-committee', title: 'Scrutiny Committee (example)', kind: 'committee', from },
    ],
    holders: held(name, {
      cabinet: ['Rosamund Quayle', 'Sylvester Docklow'],
      leader: ['Rosamund Quayle'],
      'cabinet-member-children': ['Sylvester Docklow'],
      'director-quality-integration': ['Theodora Itchenfold'],
      'service-director-legal': ['Ulric Harbourne'],
      commissioner: ['Verity Tidemark'],
      'proper-officer': ['Wilfred Saltern'],
      'scrutiny-committee': ['Xanthe Mooring'],
    }),
    scheme: [
      example({
        entry: '1',
        post: 'cabinet',
        powers: ['decide', 'decide-key'],
        scope: '',
        words: 'All executive functions',
        ceiling: { basis: 'no-limit' },
      }),
      withExampleLimit({
        entry: '2',
        post: 'cabinet-member-children',
        powers: ['decide', 'decide-key'],
        scope: 'children',
        words: 'Executive decisions in the portfolio up to £500,000 each',
        ceiling: { basis: 'each-act', pence: pounds(500_000) },
      }),
      withExampleLimit({
        entry: '3',
        post: 'director-quality-integration',
        powers: ['decide'],
        scope: 'children',
        words: 'Operational decisions up to £250,000 each',
        ceiling: { basis: 'each-act', pence: pounds(250_000) },
      }),
      withExampleLimit({
        entry: '4',
        post: 'director-quality-integration',
        powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'],
        scope: 'children',
        words: 'Contracts and grants up to £250,000 each',
        ceiling: { basis: 'each-act', pence: pounds(250_000) },
        conditions: [
          {
            kind: 'procedure',
            key: 'contract-procedure-rules',
            words: 'in accordance with the Contract Procedure Rules',
          },
        ],
      }),
      example({
        entry: '5',
        post: 'commissioner',
        powers: ['consult', 'procure', 'publish-notice'],
        scope: 'children',
        words: 'Consultations and procurements',
      }),
    ],
    settings: [
      knownCallIn('Southampton'),
      exampleThreshold('key-decision-threshold', pounds(500_000)),
      exampleThreshold('recording-threshold', pounds(100_000)),
      ...exampleConsulting(42, 'Example figures, not the council’s own (verify)'),
    ],
  },
}
