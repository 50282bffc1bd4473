import { shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { partOf, partTitle, type PartValue } from '../parts.ts'
import type { Correction } from '../store.ts'
import { partWords, shortened } from './part-words.ts'
import { readingJsonPath, undoPath } from './paths.ts'

/** Every correction, the latest first: what stood there, what stands there now, by whom and why. */
export function correctionsShown(id: string, corrections: readonly Correction[]): Html {
  if (corrections.length === 0)
    return html`<h2 class="govuk-heading-m" id="corrections">Corrections</h2>
      <p class="govuk-body">Nothing has been corrected. If something was read wrongly, choose “Correct” beside it.</p>`
  return html`<h2 class="govuk-heading-m" id="corrections">Corrections</h2>
    <ol class="govuk-list govuk-list--spaced" reversed>
      ${corrections.toReversed().map((one) => html`<li>${line(id, one, corrections)}</li>`)}
    </ol>
    <p class="govuk-body">
      <a class="govuk-link" href="${`${readingJsonPath({ id })}?as=first`}"
        >What was read before any correction, as JSON</a
      >
    </p>`
}

function line(
  id: string,
  { n, part: name, old, new: now, why, undoes, byName, at }: Correction,
  all: readonly Correction[],
): Html {
  const part = partOf(name)
  const words = (value: unknown) => shortened(partWords(name, value as PartValue) ?? 'nothing')
  const latest = all.findLast((one) => one.part === name)?.n === n
  return html`<strong>${part ? partTitle(part) : name}</strong>${undoes !== null && ` (undoes correction ${undoes})`}:
    was <del>${words(old)}</del>, now <ins>${words(now)}</ins>. ${byName},
    ${shortDay(at.toZonedDateTimeISO('Europe/London').toPlainDate())}.${why !== null && ` “${why}”`}
    ${latest && html`<a class="govuk-link" href="${undoPath({ id, n: String(n) })}">Undo<span class="govuk-visually-hidden"> the correction of ${part ? partTitle(part) : name}</span></a>`}`
}
