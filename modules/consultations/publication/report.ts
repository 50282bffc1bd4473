import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Work } from '#platform/use-case.ts'
import type { ReleasedTables } from '../analysis/count.ts'
import { kappaOf, pooled } from '../analysis/kappa.ts'
import { lastRelease } from '../analysis/release.ts'
import { shareOf, tallyOf, themesOf, type AnswerKind, type Trace } from '../analysis/store.ts'
import type { Consultation } from '../consultation.ts'
import { reconciled } from '../responses/reconcile.ts'

/** A report as everybody may read it. Days are ISO text. `raised` is null where the number is withheld or nothing was released. */
export type PublicReport = {
  ref: string
  title: string
  n: number
  on: string
  by: string
  because: string | null
  opensOn: string
  closesOn: string
  summary: string
  total: { received: number; analysed: number; excluded: number; late: number }
  channels: { title: string; received: number; analysed: number; excluded: number }[]
  reasons: { because: string; n: number }[]
  coding: { share: number; judgements: number; kappa: string | null }
  themes: {
    title: string
    says: string
    raised: number | null
    answer: AnswerKind | null
    answerSays: string
    traces: Trace[]
  }[]
  tables: { release: number; on: string; source: string; of: ReleasedTables } | null
}

/** Writes what a report says, from what was analysed, answered and released. Read once, when it is published. */
export async function reportOf(
  work: Pick<Work, 'tx' | 'council'>,
  c: Consultation,
  edition: Pick<PublicReport, 'n' | 'on' | 'by' | 'because' | 'summary'>,
): Promise<PublicReport> {
  const { tx, council } = work
  const { total, channels, reasons } = await reconciled(work, c)
  const tally = await tallyOf(tx, council, c.consultation)
  const judged = kappaOf(
    pooled(
      tally.flatMap(({ kind, amount }) =>
        kind === 'used' || kind === 'state' || kind === 'grouped'
          ? []
          : [{ yy: 0, yn: 0, ny: 0, nn: 0, [kind]: amount }],
      ),
    ),
  )
  const release = await lastRelease(tx, council, c.consultation)
  const themes = await themesOf(tx, council, c.consultation)
  return {
    ref: c.ref,
    title: c.title,
    opensOn: String(c.opensOn),
    closesOn: String(c.closesOn),
    ...edition,
    total: { received: total.received, analysed: total.analysed, excluded: total.excluded, late: total.late },
    channels: channels
      .filter(({ received }) => received > 0)
      .map(({ title, received, analysed, excluded }) => ({ title, received, analysed, excluded })),
    reasons,
    coding: { share: await shareOf(tx, council, c.consultation), judgements: judged.answers, kappa: judged.words },
    themes: themes.map(({ theme, title, says, answer }) => ({
      title,
      says,
      raised: release?.tables.tables.find(({ key }) => key === `theme/${theme}`)?.cells[0]?.shown ?? null,
      answer: answer?.answer ?? null,
      answerSays: answer?.says ?? '',
      traces: answer?.traces ?? [],
    })),
    tables: release && {
      release: release.n,
      on: release.on.toString(),
      source: release.source,
      of: { ...release.tables, tables: release.tables.tables.filter(({ of }) => of === 'answers') },
    },
  }
}

export const insertReport = (tx: Tx, council: string, consultation: string, report: PublicReport) =>
  sql`insert into consultations.report (council, consultation, n, ref, document, because, on_day, by_name)
    values (${council}, ${consultation}, ${report.n}, ${report.ref}, ${toJson(report)}::jsonb, ${report.because},
      ${report.on}::date, ${report.by})`.execute(tx)

/** The last edition of a report. */
export const findReport = async (tx: Tx, council: string, ref: string): Promise<PublicReport | null> =>
  (
    await row<{ document: PublicReport }>(
      tx,
      sql`select document from consultations.report where council = ${council} and ref = ${ref} order by n desc
        limit 1`,
    )
  )?.document ?? null

/** Reports, for comparison with what the journal sealed. */
export async function sealedReports(tx: Tx, council: string, ids: string[]): Promise<Map<string, unknown>> {
  const found = await rows<{ id: string; document: PublicReport }>(
    tx,
    sql`select ref || '/' || n as id, document from consultations.report
    where council = ${council} and ref || '/' || n = any (${ids}::text[])`,
  )
  return new Map(found.map(({ id, document }) => [id, document]))
}
