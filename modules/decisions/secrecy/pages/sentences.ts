const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** A text sentence by sentence, each as it stands; line ends part sentences too. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+/u)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((one) => /[\p{L}\p{N}]/u.test(one))

/** Ticked sentences that follow each other directly are one passage. */
export function joined(all: readonly string[], ticked: readonly string[]): string[] {
  const chosen = new Set(ticked)
  const passages: string[][] = []
  let open = false
  for (const one of all) {
    if (!chosen.has(one)) open = false
    else if (open) passages.at(-1)?.push(one)
    else {
      passages.push([one])
      open = true
    }
  }
  // Whoever ticked what no longer stands there is told so, and nothing is dropped unseen.
  return [...passages.map((run) => run.join(' ')), ...ticked.filter((one) => !all.includes(one))]
}
