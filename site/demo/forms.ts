/**
 * A record of an operational decision as officers’ delegation schemes ask for it: what Bury’s forms of 2021 and 2024 (references
 * 2084 and 2237) ask, in words of our own.
 */
export const operationalForm = {
  key: 'operational-decision',
  title: 'Record of an operational decision',
  makers: ['officer'],
  sections: [
    {
      title: 'About the record',
      items: [
        { field: 'title', label: 'Title/subject matter' },
        { field: 'author', label: 'Responsible officer, and wards affected' },
        { field: 'maker', label: 'Decision taken by' },
        { field: 'key', label: 'Type of decision' },
        {
          key: 'public-domain',
          label: 'Can it be made public?',
          kind: 'choice',
          choices: ['All of it', 'Part of it', 'None of it'],
          required: true,
        },
      ],
    },
    {
      title: 'Budget and policy',
      items: [
        { key: 'approved-budget', label: 'Is it within an approved budget?', kind: 'yes-no', required: true },
        { key: 'policy', label: 'Does it keep to the council’s policies?', kind: 'yes-no', required: true },
        { field: 'value', label: 'Financial implications' },
        {
          key: 'equality',
          label:
            'Does it change a policy, a procedure or a practice, or bear harder on some people? If so, what does the equality analysis find?',
          kind: 'long-text',
          required: true,
        },
      ],
    },
    {
      title: 'Details of the decision taken',
      items: [
        { field: 'subject' },
        { field: 'purpose', label: 'Background' },
        { field: 'clauses', label: 'The decision taken' },
        { field: 'reasons', label: 'Reasons for the decision taken', hint: 'Say why, and what it will achieve.' },
        { field: 'alternatives', label: 'Options considered' },
        { key: 'corporate-priorities', label: 'Links with the corporate priorities', kind: 'long-text' },
        { key: 'risks', label: 'Risks, and what is done about them', kind: 'long-text' },
        { key: 'scrutiny-interest', label: 'Interest of a scrutiny committee', kind: 'text' },
      ],
    },
  ],
} satisfies Record<string, unknown>

/** Larkshire’s report to Cabinet or to a member: invented, in the order in which its officers think. */
export const larkshireReport = {
  key: 'executive-report',
  title: 'Report for an executive decision',
  makers: ['cabinet', 'member'],
  sections: [
    {
      title: 'What we recommend',
      items: [
        { field: 'title' },
        {
          field: 'clauses',
          label: 'Recommendations',
          hint: 'Each by itself, with its letter: one may be called in while the others go on.',
        },
        { field: 'reasons', label: 'Why we recommend this' },
      ],
    },
    {
      title: 'What we looked at',
      items: [
        { field: 'purpose', label: 'Where we are now' },
        { field: 'alternatives', label: 'What else we considered' },
        {
          key: 'lived-experience',
          label: 'What people who use the service said',
          hint: 'Who was heard, how, and what changed because of it.',
          kind: 'long-text',
          required: true,
        },
        { key: 'climate', label: 'Does it change how far people or goods travel?', kind: 'yes-no' },
      ],
    },
    {
      title: 'Who decides, and within what',
      items: [
        { field: 'maker' },
        { field: 'subject' },
        { field: 'value', label: 'What it costs over its whole life' },
        { field: 'key' },
        { field: 'author' },
        { field: 'supersedes' },
      ],
    },
  ],
} satisfies Record<string, unknown>

/** Those that Larkshire uses. */
export const larkshireForms = [larkshireReport, { ...operationalForm, title: 'Record of an officer’s decision' }]
