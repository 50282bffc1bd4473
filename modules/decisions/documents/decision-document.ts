import { powerWords } from '#authority'
import { plainDay } from '#platform/days.ts'
import {
  fact,
  heading,
  list,
  paragraph,
  prose,
  quietly,
  tableOf,
  type Block,
  type Document,
  type Run,
} from '#platform/document/index.ts'
import { pounds } from '#platform/money.ts'
import { runsOf, type CorrectedPlace, type Run as CorrectedRun } from '../corrections/correction.ts'
import { operative, type Standing } from '../decision.ts'
import { kindWords, type PublicPaper } from '../papers/paper.ts'
import { neverBegan } from '../pages/grants.ts'
import type { viewDecision } from '../queries.ts'
import type { Answer } from '#platform/use-case.ts'
import type { PublicDecision } from '../register.ts'

type Found = Answer<typeof viewDecision>

/** How it stands, as records of councils say it. */
const standingWords: Record<Standing, string> = {
  draft: 'Draft',
  proposed: 'For determination',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  decided: 'Decided',
  published: 'Published',
  'call-in open': 'Approved (subject to call-in)',
  'called in': 'Called in',
  effective: 'Approved',
  superseded: 'Superseded',
}

/**
 * A published decision as a document, from the public document and nothing else. The labels are those of councils' own records, so
 * that people and programs find in it what they look for; `sections` are what the page shows beyond the record.
 */
export function decisionDocument(
  { decision: d, standing, mandates }: Found,
  at: { council: string; address: string },
  sections: readonly Block[] = [],
): Document {
  const day = (iso: string) => plainDay(Temporal.PlainDate.from(iso))
  return {
    title: d.title,
    author: at.council,
    subject: `Record of decision ${d.ref}`,
    day: Temporal.PlainDate.from(d.publishedOn),
    footer: `${at.council} · ${d.ref}`,
    blocks: [
      paragraph(`${at.council}: record of decision`),
      heading(1, d.title),
      fact('Reference', d.ref),
      ...d.identifiers.map((one) => fact('Reference', one)),
      fact('Decision Maker', d.maker.title),
      fact('Decision status', standingWords[standing]),
      fact('Is Key decision?', d.isKey ? 'Yes' : 'No'),
      fact('Is subject to call in?', d.callIn ? 'Yes' : 'No'),
      fact('Date of decision', day(d.decidedOn)),
      fact('Publication date', day(d.publishedOn)),
      fact('Effective from', day(d.effectiveOn)),
      ...(d.author === null ? [] : [fact('Report author', written(d, 'author', null, d.author))]),
      ...(d.wards === null ? [] : [fact('Wards affected', written(d, 'wards', null, d.wards))]),
      ...(d.purpose === null ? [] : [heading(2, 'Purpose'), ...texts(d, 'purpose', d.purpose)]),
      heading(2, 'Decision'),
      list(
        d.clauses.map(({ label, words, verb, calledIn }, place) => ({
          label: label === null ? null : `(${label})`,
          words: [
            ...written(d, 'clause', place, words),
            ...(calledIn && operative.includes(verb) ? [{ text: ' [Called in]', manner: 'strong' as const }] : []),
          ],
        })),
      ),
      heading(2, 'Reasons for the decision'),
      ...texts(d, 'reasons', d.reasons),
      heading(2, 'Alternative options considered'),
      ...texts(d, 'alternatives', d.alternatives),
      heading(2, 'Interests declared'),
      ...texts(d, 'conflicts', d.conflicts),
      ...texts(d, 'dispensations', d.dispensations),
      ...papers(d.papers ?? [], day),
      heading(2, 'Signed'),
      paragraph(`Decided by ${d.decidedBy} on ${day(d.decidedOn)}, by act ${d.decidedAct}. ${worth(d)}`),
      ...(d.keyReasoning === null ? [] : texts(d, 'key-reasoning', d.keyReasoning)),
      ...(d.callIn === null ? [] : [paragraph(`It could be called in until ${day(d.callIn.lastDay)}.`)]),
      ...(d.supersedes === null ? [] : [paragraph(`It supersedes ${d.supersedes}.`)]),
      ...(d.supersededBy === null ? [] : [paragraph(`It is superseded by ${d.supersededBy}.`)]),
      ...(mandates.length === 0
        ? []
        : [
            heading(2, 'Authority given'),
            tableOf(
              ['Mandate', 'Post', 'May', 'Up to', 'From'],
              mandates.map((one) => [
                one.ref,
                one.holderTitle,
                one.powers.map(powerWords).join(', '),
                one.ceilingWords,
                neverBegan(one) && one.until
                  ? `ended on ${plainDay(one.until)}, before it took effect`
                  : plainDay(one.from),
              ]),
            ),
          ]),
      ...withheld(d, day),
      ...corrections(d, day),
      ...sections,
      ...(d.availableUntil === undefined
        ? []
        : [quietly(`It stays open to inspection until ${day(d.availableUntil.record)} at least.`)]),
      quietly([
        { text: 'This is a copy. What counts is ' },
        { text: `the record of decision ${d.ref} on the council’s register`, href: at.address },
        { text: `, with everything done under it: ${at.address}` },
      ]),
    ],
  }
}

const worth = ({ value }: PublicDecision): string =>
  value.kind === 'stated' && value.pence !== null
    ? `It is worth ${pounds(BigInt(value.pence))} over its whole life.`
    : value.kind === 'none'
      ? 'It commits no money.'
      : value.kind === 'withheld'
        ? 'What it is worth is withheld.'
        : 'The record does not state what it is worth.'

// A text as it was signed, its corrections to be seen in it.
function written({ corrections }: PublicDecision, place: CorrectedPlace, clause: number | null, text: string): Run[] {
  return runsOf(
    text,
    (corrections ?? []).filter((one) => one.place === place && one.clause === clause),
  ).map(({ kind, text: words }): Run => (kind === 'kept' ? { text: words } : { text: words, manner: kind }))
}

const texts = (d: PublicDecision, place: CorrectedPlace, text: string): Block[] => {
  const runs = written(d, place, null, text)
  if (runs.every(({ manner }) => manner === undefined)) return prose(text)
  return paragraphsOf(
    runs.map((run): CorrectedRun => ({
      kind: run.manner === 'struck' || run.manner === 'put-in' ? run.manner : 'kept',
      text: run.text,
    })),
  )
}

function paragraphsOf(runs: readonly CorrectedRun[]): Block[] {
  const paragraphs: Run[][] = [[]]
  for (const { kind, text } of runs) {
    for (const [at, piece] of text.split(/\n+/u).entries()) {
      if (at > 0) paragraphs.push([])
      if (piece !== '') paragraphs.at(-1)?.push(kind === 'kept' ? { text: piece } : { text: piece, manner: kind })
    }
  }
  return paragraphs.filter((one) => one.length > 0).map((one) => paragraph(one))
}

const papers = (given: readonly PublicPaper[], day: (iso: string) => string): Block[] =>
  given.length === 0
    ? []
    : [
        heading(2, 'Accompanying Documents'),
        list(
          given.map(
            ({ kind, title, author, dated, withheld: why }) =>
              `${kindWords[kind]}: ${[title, author, dated === null ? null : day(dated)].filter(Boolean).join(', ')}${why === null ? '' : ` (withheld: ${why})`}`,
          ),
        ),
      ]

const withheld = ({ withheld: given }: PublicDecision, day: (iso: string) => string): Block[] =>
  !given?.length
    ? []
    : [
        heading(2, 'What is withheld'),
        list(
          given.map(
            (one) =>
              `In ${one.where}: ${one.grounds}. ${one.publicInterest} Decided by ${one.decidedBy} on ${day(one.decidedOn)}${one.reviewOn === null ? '' : `; to be reviewed by ${day(one.reviewOn)}`}.`,
          ),
        ),
      ]

const corrections = ({ corrections: given }: PublicDecision, day: (iso: string) => string): Block[] =>
  !given?.length
    ? []
    : [
        heading(2, 'Corrections'),
        list(
          given.map((one): Run[] => [
            { text: `${day(one.on)}, in ${one.where}: it said “` },
            { text: one.said, manner: 'struck' },
            { text: '”; it should say “' },
            { text: one.shouldSay, manner: 'put-in' },
            { text: `”. ${one.because} ${one.by}.` },
          ]),
        ),
      ]
