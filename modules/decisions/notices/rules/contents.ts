import { met, notMet, rule, si } from '#platform/law.ts'

/** What a notice of a key decision must say: reg 9(2)(a) to (h). */
export type KeyNoticeFacts = {
  isKey: boolean
  matter: string | null
  /** Name and title of whoever decides; for a body its name, and its members. */
  maker: string | null
  isBody: boolean
  members: readonly string[]
  due: string | null
  /** The documents submitted for consideration, or that there are none yet. */
  documents: readonly string[]
  address: string | null
  otherDocuments: string | null
  howToRequest: string | null
}

const aNotice = (but: Partial<KeyNoticeFacts> = {}): KeyNoticeFacts => ({
  isKey: true,
  matter: 'Care at home',
  maker: 'Cabinet',
  isBody: true,
  members: ['Rosalind Thwaite, Leader'],
  due: '1 October 2022',
  documents: ['Report of the Director'],
  address: 'Democratic Services, County Hall',
  otherDocuments: 'Other documents may be submitted.',
  howToRequest: 'Write to Democratic Services.',
  ...but,
})

/** What a notice of a key decision leaves out, by letter. */
export function missingFrom(said: KeyNoticeFacts): string[] {
  const blank = (text: string | null) => !text?.trim()
  return [
    ...(said.isKey ? [] : ['(a) that a key decision is to be made']),
    ...(blank(said.matter) ? ['(b) the matter'] : []),
    ...(blank(said.maker)
      ? ['(c) who decides']
      : said.isBody && said.members.length === 0
        ? ['(c) the members of the body']
        : []),
    ...(blank(said.due) ? ['(d) the date or period'] : []),
    ...(said.documents.length === 0 ? ['(e) the documents submitted, or that there are none yet'] : []),
    ...(blank(said.address) ? ['(f) the address from which copies can be had'] : []),
    ...(blank(said.otherDocuments) ? ['(g) that other documents may be submitted'] : []),
    ...(blank(said.howToRequest) ? ['(h) how to ask for them'] : []),
  ]
}

/** Each of the eight is there before the notice can be published. */
export const keyNoticeIsComplete = rule<KeyNoticeFacts>({
  id: 'notice-says-all-eight',
  title: 'A notice of a key decision says all that the regulations ask for',
  source: si('2012/2089', 'reg 9(2)'),
  from: '2012-09-10',
  check: (said) => {
    const missing = missingFrom(said)
    return missing.length
      ? notMet(`The notice does not say ${missing.join('; ')}.`)
      : met('It says all eight things, (a) to (h).')
  },
  examples: [
    { given: 'all eight', facts: aNotice(), met: true },
    { given: 'a body without its members', facts: aNotice({ members: [] }), met: false },
    {
      given: 'a member alone, who has no members to list',
      facts: aNotice({ isBody: false, members: [], maker: 'Desmond Okoro, Cabinet Member for Adult Social Care' }),
      met: true,
    },
    { given: 'no word about documents', facts: aNotice({ documents: [] }), met: false },
    { given: 'no way to ask for them', facts: aNotice({ howToRequest: ' ' }), met: false },
  ],
})
