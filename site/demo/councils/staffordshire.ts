import { administrator, decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { pounds, subjects } from '../parts.ts'
import {
  example,
  exampleThreshold,
  from,
  held,
  invented,
  knownCallIn,
  withExampleLimit,
  type ExampleCouncil,
} from './parts.ts'

const name = 'staffordshire'

/** Posts as they stand on a Cabinet decision of July 2021, which leaves the officers whom it delegates to unnamed. */
export const staffordshire: ExampleCouncil = {
  council: {
    council: name,
    name: 'Staffordshire (example rules)',
    colour: '#2f4d36',
    demo: true,
    people: [
      invented(name, 'Aurelia Knotgrass', [decisionMaker], 'Leader of the Council. Invented.'),
      invented(name, 'Barnaby Thistlewood', [decisionMaker], 'Cabinet Member for Children and Young People. Invented.'),
      invented(name, 'Clementine Ashlock', [decisionMaker], 'Cabinet Member for Education (and SEND). Invented.'),
      invented(name, 'Dorian Underhay', [decisionMaker, officer], 'Director for children’s services. Invented.'),
      invented(name, 'Elspeth Marlowe-Tarn', [officer], 'Commissioner. Invented.'),
      invented(name, 'Florian Peasgood', [democraticServices], 'Democratic Services. Invented.'),
      invented(name, 'Griselda Wren', [scrutiny], 'Scrutiny member. Invented.'),
      invented(
        name,
        'Hector Silverlake',
        [monitoringOfficer, administrator],
        'Monitoring Officer, who also keeps the constitution here. Invented.',
      ),
    ],
  },
  constitution: {
    inForceFrom: from,
    title: 'Example rules that fit Staffordshire’s published decisions; not Staffordshire’s constitution',
    subjects,
    posts: [
      { post: 'cabinet', title: 'Cabinet', kind: 'cabinet', from },
      { post: 'leader', title: 'Leader of the Council', kind: 'member', from },
      { post: 'cabinet-member-children', title: 'Cabinet Member for Children and Young People', kind: 'member', from },
      { post: 'cabinet-member-education', title: 'Cabinet Member for Education (and SEND)', kind: 'member', from },
      { post: 'director-children', title: 'Director for Children’s Services (example post)', kind: 'officer', from },
      {
        post: 'commissioner-children',
        title: 'Commissioner, children’s services (example post)',
        kind: 'officer',
        from,
      },
      { post: 'monitoring-officer', title: 'Monitoring Officer', kind: 'officer', from },
      { post: 'democratic-services', title: 'Democratic Services', kind: 'officer', from },
      { post: 'scrutiny-committee', title: 'Scrutiny Committee (example)', kind: 'committee', from },
    ],
    holders: held(name, {
      cabinet: ['Aurelia Knotgrass', 'Barnaby Thistlewood', 'Clementine Ashlock'],
      leader: ['Aurelia Knotgrass'],
      'cabinet-member-children': ['Barnaby Thistlewood'],
      'cabinet-member-education': ['Clementine Ashlock'],
      'director-children': ['Dorian Underhay'],
      'commissioner-children': ['Elspeth Marlowe-Tarn'],
      'monitoring-officer': ['Hector Silverlake'],
      'democratic-services': ['Florian Peasgood'],
      'scrutiny-committee': ['Griselda Wren'],
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
        words: 'Executive decisions in the portfolio up to £1,000,000 each',
        ceiling: { basis: 'each-act', pence: pounds(1_000_000) },
      }),
      withExampleLimit({
        entry: '3',
        post: 'director-children',
        powers: ['decide'],
        scope: 'children',
        words: 'Operational decisions up to £250,000 each',
        ceiling: { basis: 'each-act', pence: pounds(250_000) },
      }),
      withExampleLimit({
        entry: '4',
        post: 'director-children',
        powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'],
        scope: 'children',
        words: 'Contracts and grants up to £250,000 each',
        ceiling: { basis: 'each-act', pence: pounds(250_000) },
        mayDelegate: true,
      }),
      example({
        entry: '5',
        post: 'commissioner-children',
        powers: ['consult', 'procure', 'publish-notice', 'admit'],
        scope: 'children',
        words: 'Consultations, procurements and the admission of providers',
      }),
    ],
    settings: [
      knownCallIn('Staffordshire'),
      exampleThreshold('key-decision-threshold', pounds(500_000)),
      exampleThreshold('recording-threshold', pounds(100_000)),
    ],
  },
}
