import { administrator, decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny, type ConstitutionInput } from '#authority'
import type { NewCouncil } from '#platform/add-council.ts'
import { fiveClearWorkingDays, pounds, subjects } from './parts.ts'

const from = '2012-09-10'
const mail = (name: string) => `${name}@larkshire.example`

/** The people of Larkshire, all invented; in the demo anybody may be any of them. */
export const people: NewCouncil['people'] = [
  { name: 'Priya Larkin', email: mail('priya.larkin'), roles: [officer], persona: 'Head of Commissioning. Drafts decisions, reads records, records acts.' },
  { name: 'Rosalind Thwaite', email: mail('rosalind.thwaite'), roles: [decisionMaker], persona: 'Leader of the Council. Presides over Cabinet and signs what it decides.' },
  { name: 'Desmond Okoro', email: mail('desmond.okoro'), roles: [decisionMaker], persona: 'Cabinet Member for Adult Social Care. Decides alone up to £1,000,000.' },
  { name: 'Ada Quill', email: mail('ada.quill'), roles: [decisionMaker, officer], persona: 'Director of Adult Social Care. Decides up to £500,000 and uses what Cabinet delegates.' },
  { name: 'Tobias Fennimore', email: mail('tobias.fennimore'), roles: [decisionMaker, officer], persona: 'Director of Children’s Services.' },
  { name: 'Hugo Pennyfeather', email: mail('hugo.pennyfeather'), roles: [democraticServices], persona: 'Head of Democratic Services. Publishes, and keeps the call-in clock.' },
  { name: 'Marguerite Vane', email: mail('marguerite.vane'), roles: [scrutiny], persona: 'Chairs Health and Care Scrutiny. Calls decisions in.' },
  { name: 'Edmund Starling', email: mail('edmund.starling'), roles: [monitoringOfficer], persona: 'Head of Legal Services and Monitoring Officer.' },
  { name: 'Winifred Cole', email: mail('winifred.cole'), roles: [officer], persona: 'Chief Finance Officer (section 151).' },
  { name: 'Isolde Marchbank', email: mail('isolde.marchbank'), roles: [administrator], persona: 'Keeps the constitution and the accounts.' },
]

/** Larkshire, the demo council. It is invented, and so are its people. */
export const larkshire: ConstitutionInput = {
  inForceFrom: from,
  title: 'Constitution of Larkshire Council (invented)',
  subjects,
  posts: [
    { post: 'council', title: 'Full Council', kind: 'council', from },
    { post: 'cabinet', title: 'Cabinet', kind: 'cabinet', from },
    { post: 'leader', title: 'Leader of the Council', kind: 'member', from },
    { post: 'cabinet-member-adults', title: 'Cabinet Member for Adult Social Care', kind: 'member', from },
    { post: 'cabinet-member-children', title: 'Cabinet Member for Children', kind: 'member', from },
    { post: 'director-adults', title: 'Director of Adult Social Care', kind: 'officer', from },
    { post: 'director-children', title: 'Director of Children’s Services', kind: 'officer', from },
    { post: 'head-commissioning', title: 'Head of Commissioning', kind: 'officer', from },
    { post: 'head-legal', title: 'Head of Legal Services and Monitoring Officer', kind: 'officer', from },
    { post: 'chief-finance-officer', title: 'Chief Finance Officer (section 151)', kind: 'officer', from },
    { post: 'head-democratic-services', title: 'Head of Democratic Services', kind: 'officer', from },
    { post: 'scrutiny-committee', title: 'Health and Care Scrutiny Committee', kind: 'committee', from },
  ],
  holders: [
    { post: 'leader', email: mail('rosalind.thwaite'), from },
    { post: 'cabinet', email: mail('rosalind.thwaite'), from },
    { post: 'cabinet-member-adults', email: mail('desmond.okoro'), from },
    { post: 'cabinet', email: mail('desmond.okoro'), from },
    { post: 'cabinet-member-children', email: mail('rosalind.thwaite'), from },
    { post: 'director-adults', email: mail('ada.quill'), from },
    { post: 'director-children', email: mail('tobias.fennimore'), from },
    { post: 'head-commissioning', email: mail('priya.larkin'), from },
    { post: 'head-legal', email: mail('edmund.starling'), from },
    { post: 'chief-finance-officer', email: mail('winifred.cole'), from },
    { post: 'head-democratic-services', email: mail('hugo.pennyfeather'), from },
    { post: 'scrutiny-committee', email: mail('marguerite.vane'), from },
  ],
  scheme: [
    { entry: '3.1', post: 'cabinet', powers: ['decide', 'decide-key'], scope: '', words: 'All executive functions', ceiling: { basis: 'no-limit' } },
    { entry: '3.2', post: 'cabinet-member-adults', powers: ['decide', 'decide-key'], scope: 'adults', words: 'Executive decisions on adult social care up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) } },
    { entry: '3.3', post: 'cabinet-member-children', powers: ['decide', 'decide-key'], scope: 'children', words: 'Executive decisions on children’s social care up to £1,000,000 each', ceiling: { basis: 'each-act', pence: pounds(1_000_000) } },
    { entry: '4.1', post: 'director-adults', powers: ['decide'], scope: 'adults', words: 'Operational decisions on adult social care up to £500,000 each', ceiling: { basis: 'each-act', pence: pounds(500_000) } },
    { entry: '4.2', post: 'director-children', powers: ['decide'], scope: 'children', words: 'Operational decisions on children’s social care up to £500,000 each', ceiling: { basis: 'each-act', pence: pounds(500_000) } },
    { entry: '4.3', post: 'director-adults', powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'], scope: 'adults', words: 'Contracts and grants for adult social care up to £250,000 each', ceiling: { basis: 'each-act', pence: pounds(250_000) }, conditions: [{ kind: 'procedure', key: 'contract-rules', words: 'in accordance with the Contract Procedure Rules' }] },
    { entry: '4.4', post: 'director-children', powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'], scope: 'children', words: 'Contracts and grants for children’s social care up to £250,000 each', ceiling: { basis: 'each-act', pence: pounds(250_000) }, conditions: [{ kind: 'procedure', key: 'contract-rules', words: 'in accordance with the Contract Procedure Rules' }] },
    { entry: '4.5', post: 'head-commissioning', powers: ['consult', 'procure', 'publish-notice'], scope: '', words: 'Consultations, procurements and their notices for social care' },
    { entry: '4.6', post: 'head-commissioning', powers: ['decide', 'commit'], scope: 'adults', words: 'Commitments up to £25,000 in each financial year', ceiling: { basis: 'financial-year', pence: pounds(25_000) } },
  ],
  settings: [
    { key: 'call-in', from, source: 'Part 4, scrutiny procedure rule 15', value: { ...fiveClearWorkingDays, minCallers: 3 } },
    { key: 'key-decision-threshold', from, source: 'Part 2, article 13', value: { pence: pounds(500_000), basis: 'whole-life' } },
    { key: 'recording-threshold', from, source: 'Part 3, officer scheme', value: { pence: pounds(100_000), basis: 'whole-life' } },
  ],
}
