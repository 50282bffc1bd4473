import {
  barChart,
  details,
  findingsList,
  gantt,
  optionsChart,
  riskMatrix,
  scrollRegion,
  sensitivityChart,
  sortableTable,
  statusTag,
  table,
  warningText,
  type GanttBar,
  type ShownFinding,
} from '#govuk'
import { plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Explanation } from '#platform/law.ts'
import { pounds } from '#platform/money.ts'
import { rulePath } from '#platform/rule-register.ts'
import { bestScore, optionKinds, shareNumber, shareWords, type Sensitivity } from '../options/appraisal.ts'
import { amountWords, figureWords } from '../need/words.ts'
import { comparable, topics } from '../need/statement.ts'
import { effectTitles } from '../duties/matrix.ts'
import { characteristics } from '../duties/specific-duties.ts'
import type { AppraisalSeen } from '../options/view-appraisal.ts'
import type { DutiesSeen } from '../duties/view-duties.ts'
import type { NeedSeen } from '../need/view-need.ts'
import type { PlanSeen } from '../timeline/view-plan.ts'
import type { Risk } from '../risks/register.ts'
import { ladderDays } from '../timeline/ladder.ts'
import { spanWords } from '../timeline/changes.ts'
import { lengthWords, regimes, stepKinds } from '../timeline/plan.ts'
import type { Clash, Placed } from '../timeline/schedule.ts'

/** What the rules say: what is not met, and behind a word what is. */
export function findingsShown(findings: readonly Explanation[]): Html {
  const [against, met] = [
    findings.filter(({ outcome }) => outcome === 'not-met'),
    findings.filter(({ outcome }) => outcome !== 'not-met'),
  ]
  const list = (some: readonly Explanation[]) =>
    findingsList(
      some.map(({ rule, outcome, says, sources, working }): ShownFinding => ({
        weight: outcome === 'not-met' ? 'not-met' : 'met',
        says: says ?? '',
        sources,
        working,
        link: { text: 'The rule', href: rulePath(rule) },
      })),
    )
  return html`${against.length > 0 ? list(against) : html`<p class="govuk-body">Nothing stands against it.</p>`}${
    met.length > 0
    && details({ summary: `${met.length} ${met.length === 1 ? 'rule is' : 'rules are'} met`, text: list(met) })
  }`
}

// ---- the timeline

function barOf(seen: PlanSeen, { step, from, until, minimum, critical, stretched }: Placed): GanttBar {
  const late = seen.outlook.late.find((one) => one.step.id === step.id)
  const clash = seen.schedule.clashes.filter((one) => one.step.id === step.id).toSorted((a, b) => b.days - a.days)[0]
  const gate = seen.gates[step.id]
  const notes = [
    ...(step.done ? [`over on ${shortDay(step.done.on)}`] : []),
    ...(late ? [`late by ${late.daysLate} ${late.daysLate === 1 ? 'day' : 'days'}`] : []),
    ...(stretched ? ['made as long as the law asks'] : []),
    ...(gate && !step.done ? [gate.open ? 'gate open' : 'gate shut'] : []),
  ]
  const look = step.done
    ? 'done'
    : late
      ? 'late'
      : minimum && step.length === null
        ? 'least'
        : critical
          ? 'critical'
          : 'planned'
  return {
    title: step.title,
    from,
    until,
    look,
    gate: step.gate !== null,
    note: notes.join(', ') || undefined,
    ...(clash && { tooEarly: { until: clash.until, words: clashWords(clash) } }),
  }
}

// The last day of what it waits for is the day before the one from which it is over.
const clashWords = ({ waitsFor, until, days }: Clash): string =>
  `${days} ${days === 1 ? 'day' : 'days'} too early: “${waitsFor.title}” is over only on ${shortDay(until.subtract({ days: 1 }))}`

/** The timeline as a drawing with its table: the contract that runs, then each step, today across it. */
export function timelineDrawn(seen: PlanSeen, move?: (step: string) => string): Html {
  const {
    plan,
    schedule: { steps },
    asOf,
  } = seen
  const ladder = plan.ladder ? ladderDays(plan.ladder) : null
  const first = steps[0]?.from
  const rungs: GanttBar[] =
    plan.ladder && ladder
      ? [
          {
            title: `${plan.ladder.contract}: first term and what is used of the option`,
            from: first && Temporal.PlainDate.compare(ladder.began, first) < 0 ? first : ladder.began,
            until: ladder.until,
            look: 'given',
            note: `since ${shortDay(ladder.began)}; ${plan.ladder.usedMonths} of ${plan.ladder.optionMonths} months used`,
          },
          ...(ladder.leftMonths > 0
            ? [
                {
                  title: 'Option that is left',
                  from: ladder.until,
                  until: atMost(ladder.couldUntil, plan.startsOn.add({ months: 2 })),
                  look: 'spare' as const,
                  note: `in all ${ladder.leftMonths} months, to ${shortDay(ladder.couldUntil.subtract({ days: 1 }))}`,
                },
              ]
            : []),
        ]
      : []
  return gantt({
    id: 'timeline',
    title: 'Timeline, planned backward from the start of the service',
    hideTitle: true,
    today: asOf,
    ...(seen.closed && { todayWords: 'Closed' }),
    goal: { day: plan.startsOn, words: 'The service must start' },
    bars: [
      ...rungs,
      ...steps.map((placed) => ({
        ...barOf(seen, placed),
        ...(!placed.step.done && { move: move?.(placed.step.id) }),
      })),
    ],
  })
}

// What is drawn of an option ends soon after the start of the service, or the steps would have no room.
const atMost = (on: Temporal.PlainDate, most: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(on, most) <= 0 ? on : most

/** The steps one by one; `act` is what may be done with one. */
export function stepsShown(seen: PlanSeen, act?: (placed: Placed) => Html): Html {
  const title = (id: string) => seen.plan.steps.find((step) => step.id === id)?.title ?? id
  return html`<ol class="govuk-list remit-entries">
    ${seen.schedule.steps.map((placed) => {
      const { step, from, until, minimum, stretched, pushed, room, critical } = placed
      const blocked = seen.blocked[step.id] ?? []
      const late = seen.outlook.late.find((one) => one.step.id === step.id)
      return html`<li class="remit-entry" id="step-${step.id}">
        <p class="govuk-body remit-entry__head">
          <strong>${step.title}</strong> ${statusTag(stepKinds[step.kind].title)}
          ${
            step.done
              ? statusTag('Over', 'ended')
              : late
                ? statusTag(`Late by ${late.daysLate} ${late.daysLate === 1 ? 'day' : 'days'}`, 'bad')
                : blocked.length > 0 && statusTag('Blocked', 'waiting')
          }
          ${critical && !step.done && statusTag('On the longest way')}
        </p>
        <p class="govuk-body">
          ${spanWords({ from, until })},
          ${
            step.length ? lengthWords(step.length) : minimum ? 'as long as the law asks' : 'a day'
          }${step.pinned && ', on a day that is settled'}${pushed && ', later than would suit because of what it waits for'}.${
            room > 0
            && !step.done
            && ` It may end ${room} ${room === 1 ? 'day' : 'days'} later before the service does.`
          }
        </p>
        ${
          minimum
          && html`<p class="govuk-body-s">
            ${stretched ? 'Made longer than was given: ' : 'No shorter, because '}${minimum.says}
            (${
              minimum.source.href === null
                ? minimum.source.words
                : html`<a class="govuk-link" href="${minimum.source.href}">${minimum.source.words}</a>`
            }).
          </p>`
        }${step.after.length > 0 && html`<p class="govuk-body-s">Waits for: ${step.after.map(title).join('; ')}.</p>`}${
          step.gate
          && html`<p class="govuk-body-s">
            ${seen.gates[step.id]?.says ?? ''}${step.gate.says !== '' && ` ${step.gate.says}.`}
          </p>`
        }${
          blocked.length > 0
          && !step.done
          && html`<p class="govuk-body-s">Blocked until the gate is open: ${blocked.join('; ')}.</p>`
        }${step.done && html`<p class="govuk-body-s">Over on ${plainDay(step.done.on)}: ${step.done.says}</p>`}${
          late
          && late.endangers.length > 0
          && html`<p class="govuk-body-s">If it were over today:</p>
            <ul class="govuk-list govuk-list--bullet govuk-body-s">
              ${late.endangers.map((one) => html`<li>${one}</li>`)}
            </ul>`
        }${act?.(placed)}
      </li>`
    })}
  </ol>`
}

/** When the service starts, how that stands today, and what in the plan cannot be as it is, each in a sentence. */
export function startShown({ plan, schedule: { startsOn, daysLate, first, clashes }, outlook }: PlanSeen): Html {
  const now =
    outlook.daysLate > daysLate
      ? html` As things stand today it could start on <strong>${plainDay(outlook.startsOn)}</strong>,
          ${outlook.daysLate} days too late.`
      : ''
  return html`<p class="govuk-body-l">
      The service must start on <strong>${plainDay(plan.startsOn)}</strong>, so the first step starts on
      ${plainDay(first)}.${
        daysLate > 0
        && html` By this plan it can start only on <strong>${plainDay(startsOn)}</strong>, ${daysLate} days too late.`
      }${now}
    </p>
    <p class="govuk-body">Bought under the ${regimes[plan.regime].title}.</p>
    ${clashes.map((clash) =>
      warningText({
        text: `“${clash.step.title}” starts on ${shortDay(clash.from)}, ${clashWords(clash)}.${
          clash.waitsFor.gate ? ' Until then nobody has allowed it.' : ''
        }`,
      }),
    )}`
}

// ---- options

/** The options compared, drawn; how they rank, and which weight would change that. */
export function optionsShown({ appraisal, ranked, sensitivity }: AppraisalSeen, act?: (option: string) => Html): Html {
  const chosen = appraisal.recommended
  const recommended = ranked.find(({ option }) => option.id === chosen?.option)
  return html`<p class="govuk-body-l">${appraisal.question}</p>
    ${
      chosen
      && recommended
      && html`<div class="govuk-inset-text">
        <p class="govuk-body"><strong>Recommended: ${recommended.option.title}</strong></p>
        <p class="govuk-body">${chosen.because}</p>
      </div>`
    }
    ${
      ranked.length > 0
      && optionsChart({
        id: 'options',
        title: 'The options by their weighted points',
        hideTitle: false,
        criteria: appraisal.criteria,
        most: bestScore * 100,
        options: ranked.map(({ option, points, total, cost, rank }) => ({
          title: option.title,
          rank,
          points,
          total,
          cost: cost === null ? undefined : pounds(cost),
          recommended: option.id === chosen?.option,
        })),
      })
    }${
      sensitivity.length > 0
      && sensitivityChart({
        id: 'sensitivity',
        title: 'Which weight would change what comes first',
        rows: sensitivity.map((one) => ({
          criterion: one.criterion.title,
          weight: one.criterion.weight,
          says: turnWords(one),
          stretches: one.stretches.map(({ from, to, first }) => ({
            from: shareNumber(from),
            to: shareNumber(to),
            first: first.map(({ title }) => title).join(' and '),
            holds: first.some(({ id }) => ranked.some(({ option, rank }) => rank === 1 && option.id === id)),
          })),
        })),
      })
    }${ranked.map(
      ({ option, total, cost, rank }) =>
        html`<h3 class="govuk-heading-s">${rank}. ${option.title} ${statusTag(optionKinds[option.kind].title)}</h3>
          ${option.says !== '' && html`<p class="govuk-body">${option.says}</p>`}${scrollRegion(
            `${option.title}: scores and costs`,
            table({
              caption: `${option.title}: scores`,
              captionClasses: 'govuk-visually-hidden',
              firstCellIsHeader: true,
              head: ['Criterion', { text: 'Score', format: 'numeric' }, 'Why'],
              rows: appraisal.criteria.map(({ id, title, weight }) => {
                const score = option.scores.find(({ criterion }) => criterion === id)
                return [
                  `${title} (${weight}%)`,
                  { text: score ? `${score.score} of ${bestScore}` : 'Not scored', format: 'numeric' },
                  score?.why ?? '',
                ]
              }),
            }),
            'narrow',
          )}
          <p class="govuk-body">
            ${total} points.
            ${
              cost === null
                ? 'Not costed.'
                : `${pounds(cost)} in all: ${option.costs
                    .map(({ year, pence }) => `${pounds(pence)} in ${year}/${String(year + 1).slice(2)}`)
                    .join(', ')}.`
            }
          </p>
          ${act?.(option.id)}`,
    )}`
}

function turnWords({ criterion, turns, stretches }: Sensitivity): string {
  if (!turns || stretches.length === 1) return 'No weight of this criterion changes what comes first.'
  const who = turns.to.map(({ title }) => title).join(' and ')
  return `${
    turns.up ? 'Above' : 'Below'
  } ${shareWords(turns.weight)}% ${who} would come first (now ${criterion.weight}%).`
}

// ---- risks

type RiskShown = Risk & { ownerTitle?: string; reviewOverdue?: boolean }

/** Open risks, the gravest first, by their numbers in the drawing. */
export const risksShown = (open: readonly RiskShown[], act?: (risk: RiskShown) => Html): Html =>
  open.length === 0
    ? html`<p class="govuk-body">No risk is open.</p>`
    : html`${riskMatrix({
        id: 'risks',
        title: 'Open risks by likelihood and impact',
        risks: open.map(({ title, likelihood, impact }, at) => ({ number: at + 1, title, likelihood, impact })),
      })}${sortableTable({
        caption: 'Open risks',
        columns: [
          { key: 'risk', text: 'Risk' },
          { key: 'score', text: 'Score', numeric: true },
          { key: 'mitigation', text: 'What is done about it' },
          { key: 'owner', text: 'Watched by' },
          { key: 'review', text: 'Next review' },
        ],
        rows: open.map((risk, at) => [
          html`${at + 1}.
          ${risk.title}${
            risk.says !== '' && html`<br /><span class="govuk-hint">${risk.says}</span>`
          }${act && html`<br />${act(risk)}`}`,
          String(risk.likelihood * risk.impact),
          risk.mitigation,
          risk.ownerTitle ?? risk.owner,
          html`${plainDay(risk.reviewOn)}${risk.reviewOverdue && html`<br />${statusTag('Overdue', 'bad')}`}`,
        ]),
      })}`

// ---- equality and duties

/** Each duty with what was considered, then each characteristic with what would change. */
export function dutiesShown(
  { matrix, asked }: DutiesSeen,
  act?: { duty(duty: string, title: string): Html; impact(characteristic: string, title: string): Html },
): Html {
  const impactOf = (name: string) => matrix.impacts.find(({ characteristic }) => characteristic === name)
  return html`${sortableTable({
    caption: 'Specific duties',
    columns: [
      { key: 'duty', text: 'Duty' },
      { key: 'considered', text: 'What was considered' },
      { key: 'where', text: 'Where it is written' },
    ],
    rows: asked.map(({ duty, title, source }) => {
      const entry = matrix.duties.find((one) => one.duty === duty)
      const cite =
        source.href === null ? source.words : html`<a class="govuk-link" href="${source.href}">${source.words}</a>`
      return [
        html`${title}<br /><span class="govuk-hint">${cite}</span>`,
        html`${entry?.considered ?? 'Nothing yet.'}${act && html`<br />${act.duty(duty, title)}`}`,
        entry?.where ?? '',
      ]
    }),
  })}${sortableTable({
    caption: 'Impact by characteristic',
    columns: [
      { key: 'who', text: 'Characteristic' },
      { key: 'effect', text: 'Effect' },
      { key: 'evidence', text: 'Evidence' },
      { key: 'mitigation', text: 'What is done about it' },
    ],
    rows: Object.entries(characteristics).map(([name, title]) => {
      const entry = impactOf(name)
      return [
        html`${title}${act && html`<br />${act.impact(name, title)}`}`,
        entry ? effectTitles[entry.effect] : 'Not assessed',
        entry?.evidence ?? '',
        entry?.mitigation ?? '',
      ]
    }),
  })}`
}

// ---- need and market

/** Figures side by side where they can be compared, each with its day and source; then lots and exits. */
export function needShown(
  { statement }: NeedSeen,
  act?: (kind: 'figures' | 'lots' | 'exits', id: string) => Html,
): Html {
  const groups = comparable(statement)
  return html`${groups.map(
    ({ topic, measure, figures }, at) =>
      html`<h3 class="govuk-heading-s">${topics[topic]}: ${measure}</h3>
        ${
          figures.length > 1
            ? barChart({
                id: `need-${at}`,
                title: measure,
                hideTitle: true,
                of: 'Of whom',
                amount: measure,
                bars: figures.map((one) => ({ label: one.cohort, value: BigInt(one.value), shown: amountWords(one) })),
              })
            : ''
        }
        <ul class="govuk-list govuk-list--bullet">
          ${figures.map(
            (one) =>
              html`<li>
                ${one.cohort}: ${figureWords(one)}. <span class="govuk-hint">${one.source}</span> ${act?.(
                  'figures',
                  one.id,
                )}
              </li>`,
          )}
        </ul>`,
  )}${
    statement.lots.length > 0
    && html`<h3 class="govuk-heading-s">Bidders by lot</h3>
      ${barChart({
        id: 'lots',
        title: 'Bidders by lot',
        hideTitle: true,
        of: 'Lot',
        amount: 'Bidders',
        bars: statement.lots.map(({ title, bidders }) => ({
          label: title,
          value: bidders,
          shown: bidders === 1 ? 'A single bidder' : bidders === 0 ? 'Nobody' : String(bidders),
          marked: bidders < 2,
        })),
      })}
      <ul class="govuk-list govuk-list--bullet">
        ${statement.lots.map(
          (one) =>
            html`<li>
              ${one.title}: ${one.bidders} on ${plainDay(one.on)}. ${one.says}
              <span class="govuk-hint">${one.source}</span> ${act?.('lots', one.id)}
            </li>`,
        )}
      </ul>`
  }${
    statement.exits.length > 0
    && html`<h3 class="govuk-heading-s">Providers that left</h3>
      <ul class="govuk-list govuk-list--bullet">
        ${statement.exits.map(
          (one) =>
            html`<li>
              ${one.provider}, on ${plainDay(one.on)}: ${one.says}
              <span class="govuk-hint">${one.source}</span> ${act?.('exits', one.id)}
            </li>`,
        )}
      </ul>`
  }`
}
