import { administrator, decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { operationalForm } from '../forms.ts'
import { fiveClearWorkingDays, pounds, subjects } from '../parts.ts'
import {
  example,
  exampleConsulting,
  exampleThreshold,
  from,
  held,
  invented,
  withExampleLimit,
  type ExampleCouncil,
} from './parts.ts'

const name = 'bury'

/** Posts as they stand on Bury's forms of 2021 and 2024 (references 2084 and 2237). */
export const bury: ExampleCouncil = {
  council: {
    council: name,
    name: 'Bury (example rules)',
    colour: '#4a3f6b',
    demo: true,
    people: [
      invented(name, 'Nettie Larkspur', [decisionMaker], 'Cabinet Member. Invented.'),
      invented(
        name,
        'Osric Bramblewood',
        [decisionMaker, officer],
        'Executive Director of Strategic Commissioning. Invented.',
      ),
      invented(
        name,
        'Philippa Quillon',
        [decisionMaker, officer],
        'Executive Director – Health and Adult Care. Invented.',
      ),
      invented(name, 'Rufus Tinderby', [officer], 'Section 151 Officer. Invented.'),
      invented(
        name,
        'Saffron Mossop',
        [officer],
        'Integrated Strategic Lead for Learning Disability and Autism. Invented.',
      ),
      invented(name, 'Tarquin Fellmere', [democraticServices], 'Democratic Services. Invented.'),
      invented(name, 'Ursula Pebblewick', [scrutiny], 'Scrutiny member. Invented.'),
      invented(
        name,
        'Venetia Holloway-Fen',
        [monitoringOfficer, administrator],
        'Monitoring Officer, who also keeps the constitution here. Invented.',
      ),
    ],
  },
  constitution: {
    inForceFrom: from,
    title: 'Example rules that fit Bury’s published forms; not Bury’s constitution',
    subjects,
    posts: [
      { post: 'cabinet', title: 'Cabinet', kind: 'cabinet', from },
      { post: 'cabinet-member', title: 'Cabinet Member', kind: 'member', from },
      {
        post: 'executive-director-strategic-commissioning',
        title: 'Executive Director of Strategic Commissioning',
        kind: 'officer',
        from,
      },
      {
        post: 'executive-director-health-adult-care',
        title: 'Executive Director – Health and Adult Care',
        kind: 'officer',
        from,
      },
      { post: 'section-151-officer', title: 'Section 151 Officer', kind: 'officer', from },
      { post: 'director-people-inclusion', title: 'Director of People and Inclusion', kind: 'officer', from },
      {
        post: 'strategic-lead-ld-autism',
        title: 'Integrated Strategic Lead for Learning Disability and Autism',
        kind: 'officer',
        from,
      },
      { post: 'monitoring-officer', title: 'Monitoring Officer', kind: 'officer', from },
      { post: 'democratic-services', title: 'Democratic Services', kind: 'officer', from },
      { post: 'scrutiny-committee', title: 'Scrutiny Committee (example)', kind: 'committee', from },
    ],
    holders: held(name, {
      cabinet: ['Nettie Larkspur'],
      'cabinet-member': ['Nettie Larkspur'],
      'executive-director-strategic-commissioning': ['Osric Bramblewood'],
      'executive-director-health-adult-care': ['Philippa Quillon'],
      'section-151-officer': ['Rufus Tinderby'],
      'strategic-lead-ld-autism': ['Saffron Mossop'],
      'monitoring-officer': ['Venetia Holloway-Fen'],
      'democratic-services': ['Tarquin Fellmere'],
      'scrutiny-committee': ['Ursula Pebblewick'],
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
        post: 'executive-director-strategic-commissioning',
        powers: ['decide'],
        scope: 'adults',
        words: 'Operational decisions on the commissioning of care up to £250,000 each',
        ceiling: { basis: 'each-act', pence: pounds(250_000) },
      }),
      withExampleLimit({
        entry: '3',
        post: 'executive-director-health-adult-care',
        powers: ['decide'],
        scope: 'adults',
        words: 'Operational decisions on health and adult care up to £250,000 each',
        ceiling: { basis: 'each-act', pence: pounds(250_000) },
      }),
      withExampleLimit({
        entry: '4',
        post: 'executive-director-strategic-commissioning',
        powers: ['award', 'contract', 'extend', 'vary', 'commit'],
        scope: 'adults',
        words: 'Contracts up to £100,000 each',
        ceiling: { basis: 'each-act', pence: pounds(100_000) },
        mayDelegate: true,
      }),
      withExampleLimit({
        entry: '5',
        post: 'executive-director-health-adult-care',
        powers: ['award', 'contract', 'extend', 'vary', 'commit'],
        scope: 'adults',
        words: 'Contracts up to £100,000 each',
        ceiling: { basis: 'each-act', pence: pounds(100_000) },
        mayDelegate: true,
      }),
      example({
        entry: '6',
        post: 'executive-director-health-adult-care',
        powers: ['consult', 'procure', 'publish-notice', 'implement'],
        scope: 'adults',
        words: 'Consultations and procurements for health and adult care',
      }),
      example({
        entry: '7',
        post: 'strategic-lead-ld-autism',
        powers: ['consult', 'procure', 'publish-notice'],
        scope: 'adults/autism',
        words: 'Market tests and invitations to quote',
      }),
      example({
        entry: '8',
        post: 'executive-director-health-adult-care',
        powers: ['commission'],
        scope: 'adults',
        words: 'Opening commissions for health and adult care',
      }),
    ],
    settings: [
      {
        key: 'call-in',
        from,
        source: 'Five clear working days assumed; Bury’s own rule was not read (verify)',
        value: fiveClearWorkingDays,
      },
      exampleThreshold('key-decision-threshold', pounds(500_000)),
      {
        key: 'forms',
        from,
        source: 'What Bury’s forms of 2021 and 2024 ask (references 2084 and 2237), in other words (verify)',
        value: [operationalForm],
      },
      {
        key: 'recording-threshold',
        from,
        source: 'The threshold of £100,000 for recording officers’ decisions, as on Bury’s form of 2024 (verify)',
        value: { pence: pounds(100_000), basis: 'whole-life' },
      },
      ...exampleConsulting(
        42,
        'Six weeks, as in reference 2237; the rest is an example, not the council’s own (verify)',
      ),
    ],
  },
}
