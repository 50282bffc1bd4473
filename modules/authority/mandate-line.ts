import { amountWithheld } from './amounts.ts'
import { forecastOf, usedPercent } from './forecast.ts'
import { ceilingWords, sourceWords, type Ceiling } from './mandate.ts'
import type { MandateRow } from './lists-store.ts'
import { powers } from './powers.ts'
import type { MandateLine, MandateState } from './shapes.ts'
import { leftUnder } from './weighing.ts'

/** How a mandate stands on a day; the day on which it ends is the first it no longer has. */
export function stateOn(
  mandate: { from: Temporal.PlainDate; until: Temporal.PlainDate | null; suspended: boolean; lapsed?: boolean },
  day: Temporal.PlainDate,
): MandateState {
  if (mandate.until && Temporal.PlainDate.compare(day, mandate.until) >= 0) return 'ended'
  if (Temporal.PlainDate.compare(day, mandate.from) < 0) return 'not yet'
  if (mandate.lapsed) return 'ended'
  return mandate.suspended ? 'suspended' : 'in effect'
}

/** A subject as people read it. The empty scope is everything the council does. */
export const scopeWords = (scope: string, title: string | null): string =>
  scope === '' ? 'Everything' : (title ?? scope)

/** A mandate as lists show it, on a day. */
export function mandateLine(found: MandateRow, day: Temporal.PlainDate): MandateLine {
  const ceiling = ceilingOf(found.basis, found.pence)
  const own = ceilingOf(found.ownBasis, found.ownPence)
  const left = ceiling && leftUnder({ ceiling, ownLimit: null, mandate: found, usedThisYear: found.usedThisYear })
  const use = {
    ceiling,
    exercised: found.exercisedPence,
    exercisedThisYear: found.usedThisYear,
    passedOn: found.passedOnPence,
    recalled: found.recalledPence,
    from: found.from,
    until: found.until,
    acts: found.acts,
  }
  const forecast = found.useWithheld ? null : forecastOf(use, day)
  const hidden = found.useWithheld
  const shown = (pence: bigint) => (hidden ? null : pence)
  return {
    ref: found.ref,
    source: found.source,
    comesFrom: sourceWords(found),
    decisionRef: found.decisionRef,
    clauseLabel: found.clauseLabel,
    schemeEntry: found.schemeEntry,
    holder: found.holder,
    holderTitle: found.holderTitle,
    powers: found.powers,
    scope: found.scope,
    scopeTitle: scopeWords(found.scope, found.scopeTitle),
    words: found.words,
    ceiling: found.ceilingWithheld ? null : ceiling,
    ceilingWords: found.ceilingWithheld
      ? amountWithheld.toLowerCase()
      : ceiling
        ? ceilingWords(ceiling)
        : ownWords(found, own),
    ownLimit: ceiling || found.ceilingWithheld ? null : own,
    exercised: shown(found.exercisedPence),
    passedOn: shown(found.passedOnPence),
    recalled: shown(found.recalledPence),
    exercisedThisYear: shown(found.usedThisYear),
    left: hidden ? null : left,
    usedPercent: hidden ? null : usedPercent(use),
    withheld: found.ceilingWithheld ? 'ceiling and use' : hidden ? 'use' : null,
    notForThePublic: found.notForThePublic && !hidden,
    forecast: forecast && {
      says: forecast.says,
      more: forecast.enough ? forecast.more : null,
      runsOutOn: forecast.enough ? forecast.runsOutOn : null,
      tooSoon: forecast.enough && forecast.tooSoon,
      working: forecast.enough ? forecast.working : [],
    },
    from: found.from,
    until: found.until,
    lapsesOn: found.lapsesOn,
    mayDelegate: found.mayDelegate,
    state: stateOn(found, day),
  }
}

/** What counts where a grant states no limit. A mandate all of whose powers commit no money needs none. */
function ownWords({ powers: given, ownEntry }: MandateRow, own: Ceiling | null): string {
  if (!given.some((power) => powers[power].valued)) return 'commits no money'
  return own
    ? `${ceilingWords(own)} (the post’s own limit, ${ownEntry ?? 'in the scheme'})`
    : 'nothing: no limit is stated, and the post has none of its own'
}

const ceilingOf = (basis: Ceiling['basis'] | null, pence: bigint | null): Ceiling | null =>
  basis === null ? null : basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence }
