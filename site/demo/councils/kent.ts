import { administrator, decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { pounds, subjects } from '../parts.ts'
import { example, exampleThreshold, from, held, invented, knownCallIn, withExampleLimit, type ExampleCouncil } from './parts.ts'

const name = 'kent'

/** Posts as they stand on decision 22/00073 of August 2022, which a Cabinet Member took alone. */
export const kent: ExampleCouncil = {
  council: {
    council: name, name: 'Kent (example rules)', colour: '#5c2f2a', demo: true,
    people: [
      invented(name, 'Isadora Hopfield', [decisionMaker], 'Leader of the Council. Invented.'),
      invented(name, 'Jasper Orchardson', [decisionMaker], 'Cabinet Member for Adult Social Care and Public Health. Invented.'),
      invented(name, 'Keturah Samphire', [decisionMaker], 'Cabinet Member for Integrated Children’s Services. Invented.'),
      invented(name, 'Lysander Chalkley', [decisionMaker, officer], 'Corporate Director Adult Social Care and Health. Invented.'),
      invented(name, 'Mirabel Oasthouse', [decisionMaker, officer], 'Corporate Director Children, Young People and Education. Invented.'),
      invented(name, 'Nathaniel Cobnut', [officer], 'Commissioner. Invented.'),
      invented(name, 'Octavia Weald', [democraticServices], 'Democratic Services. Invented.'),
      invented(name, 'Peregrine Marsh', [scrutiny], 'Scrutiny member. Invented.'),
      invented(name, 'Quentina Saltings', [monitoringOfficer, administrator], 'Monitoring Officer, who also keeps the constitution here. Invented.'),
    ],
  },
  constitution: {
    inForceFrom: from,
    title: 'Example rules that fit Kent’s published decisions; not Kent’s constitution',
    subjects,
    posts: [
      { post: 'cabinet', title: 'Cabinet', kind: 'cabinet', from },
      { post: 'leader', title: 'Leader of the Council', kind: 'member', from },
      { post: 'cabinet-member-adults', title: 'Cabinet Member for Adult Social Care and Public Health', kind: 'member', from },
      { post: 'cabinet-member-children', title: 'Cabinet Member for Integrated Children’s Services', kind: 'member', from },
      { post: 'corporate-director-adults', title: 'Corporate Director Adult Social Care and Health', kind: 'officer', from },
      { post: 'corporate-director-children', title: 'Corporate Director Children, Young People and Education', kind: 'officer', from },
      { post: 'commissioner', title: 'Commissioner (example post)', kind: 'officer', from },
      { post: 'monitoring-officer', title: 'Monitoring Officer', kind: 'officer', from },
      { post: 'democratic-services', title: 'Democratic Services', kind: 'officer', from },
      { post: 'scrutiny-committee', title: 'Scrutiny Committee (example)', kind: 'committee', from },
    ],
    holders: held(name, {
      'cabinet': ['Isadora Hopfield', 'Jasper Orchardson', 'Keturah Samphire'], 'leader': ['Isadora Hopfield'], 'cabinet-member-adults': ['Jasper Orchardson'],
      'cabinet-member-children': ['Keturah Samphire'], 'corporate-director-adults': ['Lysander Chalkley'], 'corporate-director-children': ['Mirabel Oasthouse'],
      'commissioner': ['Nathaniel Cobnut'], 'monitoring-officer': ['Quentina Saltings'], 'democratic-services': ['Octavia Weald'], 'scrutiny-committee': ['Peregrine Marsh'],
    }),
    scheme: [
      example({ entry: '1', post: 'cabinet', powers: ['decide', 'decide-key'], scope: '', words: 'All executive functions', ceiling: { basis: 'no-limit' } }),
      example({ entry: '2', post: 'cabinet-member-adults', powers: ['decide', 'decide-key'], scope: 'adults', words: 'Executive decisions in the portfolio', ceiling: { basis: 'no-limit' } }),
      example({
        entry: '3', post: 'cabinet-member-adults', powers: ['decide', 'decide-key'], scope: 'everyday-life', words: 'Executive decisions on services for all ages that the adults portfolio leads', ceiling: { basis: 'no-limit' },
      }),
      example({ entry: '4', post: 'cabinet-member-children', powers: ['decide', 'decide-key'], scope: 'children', words: 'Executive decisions in the portfolio', ceiling: { basis: 'no-limit' } }),
      withExampleLimit({ entry: '5', post: 'corporate-director-adults', powers: ['decide'], scope: 'adults', words: 'Operational decisions up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) } }),
      withExampleLimit({ entry: '6', post: 'corporate-director-children', powers: ['decide'], scope: 'children', words: 'Operational decisions up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) } }),
      withExampleLimit({ entry: '7', post: 'corporate-director-adults', powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'], scope: 'adults', words: 'Contracts and grants up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) }, mayDelegate: true }),
      withExampleLimit({ entry: '8', post: 'corporate-director-children', powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'], scope: 'children', words: 'Contracts and grants up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) }, mayDelegate: true }),
      withExampleLimit({ entry: '9', post: 'corporate-director-adults', powers: ['award', 'contract', 'extend', 'vary', 'commit'], scope: 'everyday-life', words: 'Contracts for services for all ages up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) } }),
      withExampleLimit({ entry: '10', post: 'corporate-director-children', powers: ['award', 'contract', 'extend', 'vary', 'commit'], scope: 'everyday-life', words: 'Contracts for services for all ages up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) } }),
      example({ entry: '11', post: 'commissioner', powers: ['consult', 'procure', 'publish-notice', 'admit'], scope: '', words: 'Consultations, procurements and the admission of providers' }),
    ],
    settings: [knownCallIn('Kent'), exampleThreshold('key-decision-threshold', pounds(1_000_000)), exampleThreshold('recording-threshold', pounds(100_000))],
  },
}
