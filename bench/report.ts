/** One measurement: ours beside the floor of the same run. `ratio` is ours over the floor; `least` what it must reach. */
export type Line = { what: string; ours: string; floor: string; ratio: number; least: number; note?: string }

/** A measurement gives its lines as they come: the whole takes minutes. */
export type Bench = (given: { makeDatabase(name: string): Promise<string> }) => AsyncIterable<Line>

/** The measurements as a Markdown table, for the README and for eyes. */
export const table = (lines: readonly Line[]): string =>
  [
    '| what | ours | floor | ratio | at least | |',
    '|---|---|---|---|---|---|',
    ...lines.map(
      ({ what, ours, floor, ratio, least, note }) =>
        `| ${what} | ${ours} | ${floor} | ${ratio.toFixed(2)} ${ratio >= least ? '✔' : '✖'} | ${least} | ${note ?? ''} |`,
    ),
  ].join('\n')
