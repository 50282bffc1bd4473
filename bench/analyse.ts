import {
  answerTheme,
  closeConsultation,
  codeResponse,
  markAnalysed,
  publishReport,
  publishWords,
  putCode,
  putTheme,
  releaseTables,
  respond,
  tieGroup,
} from '#consultations'
import { startSession } from '#platform/web/session.ts'
import { answersOf, atWork, openedIn } from './consulted.ts'
import { load, middle } from './load.ts'
import { started } from './processes/started.ts'
import type { Bench } from './report.ts'
import { analyseAll, seedResponses } from './seed-responses.ts'

const small = 1000
// REMIT_BENCH_ANSWERED=20000 measures at fewer.
const large = Number(process.env['REMIT_BENCH_ANSWERED'] ?? 100_000)
const rounds = 5

/**
 * The pages on which responses are counted, found, coded and weighed, with 1,000 and with 100,000 behind them: each may slow down
 * with what it shows, and not with what there is. The floor is the same page of the smaller consultation, asked for in turn.
 */
export const analyse: Bench = async function* ({ makeDatabase }) {
  const url = await makeDatabase('analyse')
  const then = await atWork(url, 50)
  const [few, most] = [await answeredBy(then, small), await answeredBy(then, large)]
  await then.close()
  const now = await atWork(url)
  const { token } = await startSession(now.house, now.officer.council, now.officer.account ?? '')
  const ours = await started('remit-server.ts', [url, 'anew'])
  const asked = { atOnce: 1, count: 5, headers: { cookie: `remit=${token}` }, expect: [200, 303] }
  const time = async (path: string) => (await load(ours.port, [path], asked)).median
  const compared = async function* (pages: Record<string, (ref: string) => string>) {
    for (const [name, path] of Object.entries(pages)) {
      // Often enough that the server has settled on its plans.
      for (const { ref } of [few, most]) await time(path(ref)).then(() => time(path(ref)))
      const runs: { few: number; most: number }[] = []
      for (let round = 0; round < rounds; round++)
        runs.push({ few: await time(path(few.ref)), most: await time(path(most.ref)) })
      yield {
        what: `${name}, ${large.toLocaleString('en-GB')} responses`,
        ours: `${middle(runs.map((run) => run.most)).toFixed(1)} ms`,
        floor: `${middle(runs.map((run) => run.few)).toFixed(1)} ms at ${small.toLocaleString('en-GB')}`,
        ratio: middle(runs.map((run) => run.few / run.most)),
        least: 0.67,
      }
    }
  }
  yield* compared(onTheDesk)
  await reported(now, few)
  const took = await reported(now, most)
  for await (const line of compared(afterwards)) yield { ...line, note: took }
  await ours.stop()
  await now.close()
}

type Answered = { ref: string; themes: string[] }

/** Closes, releases and reports it; says how long the two that count everybody took. */
async function reported(
  { does, house }: Awaited<ReturnType<typeof atWork>>,
  { ref, themes }: Answered,
): Promise<string> {
  await analyseAll(house.database, ref)
  await does(closeConsultation, { ref })
  await does(markAnalysed, { ref })
  const releasing = performance.now()
  await does(releaseTables, { ref })
  const released = performance.now() - releasing
  for (const theme of themes)
    await does(answerTheme, { ref, theme, answer: 'we-will-not', says: 'There are too few carers for that.' })
  const publishing = performance.now()
  await does(publishReport, { ref, summary: 'What people said of care at home.' })
  const written = performance.now()
  const { published } = await does(publishWords, { ref })
  const wrote = performance.now() - written
  return `once: ${published} answers in words published in ${(wrote / 1000).toFixed(1)} s, tables released in ${(released / 1000).toFixed(1)} s, report published in ${((written - publishing) / 1000).toFixed(1)} s`
}

const desk =
  (rest = '') =>
  (ref: string) =>
    `/desk/consultations/${ref}${rest}`
const onTheDesk: Record<string, (ref: string) => string> = {
  'the consultation on the desk': desk(),
  'responses, first page': desk('/responses'),
  'responses that were excluded': desk('/responses?what=excluded'),
  'responses that wait': desk('/responses?what=waiting'),
  letters: desk('/responses?channel=letter'),
  'late responses': desk('/responses?late=yes'),
  reconciliation: desk('/reconciliation'),
  campaigns: desk('/campaign'),
  analysis: desk('/analysis'),
  'the next to code': desk('/analysis/next/first'),
  'the next for a second coder': desk('/analysis/next/second'),
  'what two coders read differently': desk('/analysis/settle'),
  'evidence of the four principles': desk('/evidence'),
  'words to be read before they are published': desk('/words'),
  'the page for everybody': (ref) => `/consultations/${ref}`,
}
const afterwards: Record<string, (ref: string) => string> = {
  'the report': (ref) => `/consultations/${ref}/report`,
  'the report as PDF': (ref) => `/consultations/${ref}/report.pdf`,
  'you said, we did': (ref) => `/consultations/${ref}/you-said`,
  'open data': (ref) => `/consultations/${ref}/answers.csv`,
  'what people wrote': (ref) => `/consultations/${ref}/words`,
  'evidence once it is reported': desk('/evidence'),
}

/** A consultation with so many responses, half of them coded and analysed. */
async function answeredBy(work: Awaited<ReturnType<typeof atWork>>, size: number): Promise<Answered> {
  const { does, house } = work
  const ref = await openedIn(work)
  await does(tieGroup, { ref, group: 'People who have care at home', question: 'q1', choice: 'a3' })
  const codes: string[] = []
  for (const title of ['Time', 'The same carer', 'Cost', 'Distance', 'Language', 'Being heard'])
    codes.push((await does(putCode, { ref, title, means: `Whoever speaks of ${title}.` })).code)
  const themes: string[] = []
  for (const [at, code] of codes.entries())
    themes.push(
      (await does(putTheme, { ref, title: `Theme ${at + 1}`, says: 'What people said.', codes: [code] })).theme,
    )
  // The first is coded as people do it, so that a coder has a place to go on from.
  const { receipt } = await does(respond, { ref, answers: answersOf(0) })
  await does(codeResponse, { receipt, codes: { q10: codes.slice(0, 1) } })
  await seedResponses(house.database, ref, size, codes)
  return { ref, themes }
}
