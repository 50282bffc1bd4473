import { z } from 'zod'
import { everybody, officer, settingOn } from '#authority'
import { ref, whole } from '#platform/input.ts'
import { done, missing, query, refused, useCase } from '#platform/use-case.ts'
import { yearReport } from './queries.ts'
import { tellOfReport } from './own/tell-of-report.ts'
import { theOpenNetwork } from './the-network.ts'
import { findYearReport, insertYearReport, lastEdition, type YearReport } from './year-report-store.ts'

/** Publishes the year's report. It is sealed; a later edition follows it. Members who agreed to such news are told. */
export const publishYearReport = useCase({
  name: 'networks.publish-year-report',
  title: 'Publish the year’s report of a network',
  may: [officer],
  input: z.object({ ref, year: whole(2000, 2199) }),
  async run(work, { ref: number, year }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const rule = await settingOn(tx, council, 'small-numbers', today)
    if (!rule)
      return refused(
        'The council has not settled how it publishes small numbers.',
        [],
        'Add it to the constitution: a threshold of 10 is usual, and never less than 5.',
      )
    const read = await yearReport.run(work, { ref: number, year })
    if (!read.ok) return read
    const { network, figures: f, spent, issues, workshops, until } = read.value
    if (Temporal.PlainDate.compare(today, until) < 0)
      return refused(
        `The year ${year}/${String(year + 1).slice(2)} is not over.`,
        'It ends on 31 March.',
        'Publish its report from 1 April.',
      )
    const { threshold } = rule.value
    // A number of people below the threshold says who; and so does the rest where a part of it is small.
    const shown = (people: number) => (people >= threshold ? people : null)
    const bothShown = (part: number, of: number) =>
      part >= threshold && (of - part === 0 || of - part >= threshold) ? { met: part, of } : null
    const report: YearReport = {
      network: number,
      title: network.title,
      year,
      edition: (await lastEdition(tx, council, network.network, year)) + 1,
      publishedOn: today.toString(),
      workshops: workshops.map(({ title, day, state }) => ({ title, day: day.toString(), state })),
      people: { members: shown(f.members), joined: shown(f.joined), left: shown(f.left), came: shown(f.came) },
      needsMet: bothShown(f.needsMet, f.needsAsked),
      threshold,
      raised: f.raised,
      answered: f.answered,
      told: f.told,
      will: f.will,
      medianDays: f.medianDays === null ? null : Math.round(f.medianDays),
      spentPence: String(spent),
      budgetPence: String(network.yearlyBudget),
      issues: issues
        .filter((one) => one.public)
        .map(({ ref: issue, says, topic, outcome: what, answer, toldOn }) => ({
          ref: issue,
          says,
          topic,
          outcome: what,
          answer,
          told: toldOn !== null,
        })),
    }
    await insertYearReport(tx, council, network.network, report)
    work.seal('network-year-report', `${number}/${year}/${report.edition}`, report)
    if (report.edition === 1) await tellOfReport(work, network, year)
    return done({ ref: number, year, edition: report.edition })
  },
})

/** The year's report as it was published last. */
export const viewYearReport = query({
  name: 'networks.view-year-report',
  title: 'Read the published report of a year',
  may: everybody,
  input: z.object({ ref, year: whole(2000, 2199) }),
  async run({ tx, council }, { ref: number, year }) {
    const report = await findYearReport(tx, council, number, year)
    return report ? done({ report }) : missing(`There is no report of ${number} for ${year}.`)
  },
})
