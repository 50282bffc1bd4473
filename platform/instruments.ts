/**
 * The Acts and statutory instruments that Remit cites, each with its place on legislation.gov.uk and, where it has
 * gone, the day it went and what took it away. A citation of anything else does not compile: add the instrument here
 * first.
 */
export type Instrument = {
  title: string
  /** Path on legislation.gov.uk, `uksi/2012/2089`. */
  path: string
  /** ISO day it came into force, where a rule depends on it. */
  from?: string
  /**
   * ISO day from which it no longer applies in England. `verify` marks what is general knowledge, not read in the text.
   */
  revoked?: { on: string; by: string; verify?: true }
}

/** By title with year, as `act()` names them. */
export const acts = {
  'Banking and Financial Dealings Act 1971': {
    title: 'Banking and Financial Dealings Act 1971',
    path: 'ukpga/1971/80',
  },
  'Care Act 2014': { title: 'Care Act 2014', path: 'ukpga/2014/23' },
  'Children Act 1989': { title: 'Children Act 1989', path: 'ukpga/1989/41' },
  'Children Act 2004': { title: 'Children Act 2004', path: 'ukpga/2004/31' },
  'Children and Families Act 2014': { title: 'Children and Families Act 2014', path: 'ukpga/2014/6' },
  'Data Protection Act 1998': {
    title: 'Data Protection Act 1998',
    path: 'ukpga/1998/29',
    revoked: { on: '2018-05-25', by: 'Data Protection Act 2018, Sch 19', verify: true },
  },
  'Data Protection Act 2018': { title: 'Data Protection Act 2018', path: 'ukpga/2018/12' },
  'Equality Act 2010': { title: 'Equality Act 2010', path: 'ukpga/2010/15' },
  'Freedom of Information Act 2000': { title: 'Freedom of Information Act 2000', path: 'ukpga/2000/36' },
  'Health and Care Act 2022': { title: 'Health and Care Act 2022', path: 'ukpga/2022/31' },
  'Human Rights Act 1998': { title: 'Human Rights Act 1998', path: 'ukpga/1998/42' },
  'Late Payment of Commercial Debts (Interest) Act 1998': {
    title: 'Late Payment of Commercial Debts (Interest) Act 1998',
    path: 'ukpga/1998/20',
  },
  'Limitation Act 1980': { title: 'Limitation Act 1980', path: 'ukpga/1980/58' },
  'Local Government Act 1972': { title: 'Local Government Act 1972', path: 'ukpga/1972/70' },
  'Local Government Act 1999': { title: 'Local Government Act 1999', path: 'ukpga/1999/27' },
  'Local Government Act 2000': { title: 'Local Government Act 2000', path: 'ukpga/2000/22' },
  'Local Government Finance Act 1988': { title: 'Local Government Finance Act 1988', path: 'ukpga/1988/41' },
  'Local Government and Housing Act 1989': { title: 'Local Government and Housing Act 1989', path: 'ukpga/1989/42' },
  'Localism Act 2011': { title: 'Localism Act 2011', path: 'ukpga/2011/20' },
  'Mental Capacity Act 2005': { title: 'Mental Capacity Act 2005', path: 'ukpga/2005/9' },
  'National Health Service Act 2006': { title: 'National Health Service Act 2006', path: 'ukpga/2006/41' },
  'Procurement Act 2023': { title: 'Procurement Act 2023', path: 'ukpga/2023/54', from: '2025-02-24' },
  'Public Services (Social Value) Act 2012': { title: 'Public Services (Social Value) Act 2012', path: 'ukpga/2012/3' },
} as const satisfies Record<string, Instrument>

/** By year and number, as `si()` names them. */
export const statutoryInstruments = {
  '2000/2853': {
    title: 'Local Authorities (Functions and Responsibilities) (England) Regulations 2000',
    path: 'uksi/2000/2853',
  },
  '2000/3272': {
    title: 'Local Authorities (Executive Arrangements) (Access to Information) (England) Regulations 2000',
    path: 'uksi/2000/3272',
    revoked: { on: '2012-09-10', by: 'SI 2012/2089, reg 23' },
  },
  '2006/5': {
    title: 'Public Contracts Regulations 2006',
    path: 'uksi/2006/5',
    revoked: { on: '2015-02-26', by: 'SI 2015/102, reg 116', verify: true },
  },
  '2011/707': {
    title: 'Breaks for Carers of Disabled Children Regulations 2011',
    path: 'uksi/2011/707',
    from: '2011-04-01',
  },
  '2012/1019': {
    title: 'Local Authorities (Arrangements for the Discharge of Functions) (England) Regulations 2012',
    path: 'uksi/2012/1019',
  },
  '2012/2089': {
    title: 'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012',
    path: 'uksi/2012/2089',
    from: '2012-09-10',
  },
  '2014/2095': {
    title: 'Openness of Local Government Bodies Regulations 2014',
    path: 'uksi/2014/2095',
    from: '2014-08-06',
  },
  '2014/2871': { title: 'Care and Support (Direct Payments) Regulations 2014', path: 'uksi/2014/2871' },
  '2015/102': { title: 'Public Contracts Regulations 2015', path: 'uksi/2015/102', from: '2015-02-26' },
  '2023/1348': {
    title: 'Health Care Services (Provider Selection Regime) Regulations 2023',
    path: 'uksi/2023/1348',
    from: '2024-01-01',
  },
  '2024/692': { title: 'Procurement Regulations 2024', path: 'uksi/2024/692', from: '2025-02-24' },
} as const satisfies Record<string, Instrument>

export type ActName = keyof typeof acts
export type SiNumber = keyof typeof statutoryInstruments
