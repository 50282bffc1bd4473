import { canonicalJson } from '#platform/json.ts'
import type { Read } from './store.ts'

/** The keys of the questions on which two people read a form differently; `said` is what stands beside the answers. */
export function differences(a: Read, b: Read): string[] {
  const keys = [...new Set([...Object.keys(a.answers), ...Object.keys(b.answers)])].toSorted()
  return [
    ...keys.filter((key) => canonicalJson(a.answers[key] ?? null) !== canonicalJson(b.answers[key] ?? null)),
    ...(plain(a.said) === plain(b.said) ? [] : ['said']),
  ]
}

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/gu, ' ').trim()

export type Rates = {
  forms: number
  questions: { question: string; compared: number; differed: number }[]
  keyers: { keyer: string; name: string; keyed: number; wrong: number }[]
}

/**
 * How often two people who keyed in the same form read it differently, question by question; and how often each was the one who
 * had misread it, which is known where the difference was settled.
 */
export function ratesOf(
  questions: readonly string[],
  forms: readonly { keyings: readonly { n: 1 | 2 | 3; keyer: string; keyerName: string; read: Read }[] }[],
): Rates {
  const perQuestion = new Map(questions.map((question) => [question, { question, compared: 0, differed: 0 }]))
  const perKeyer = new Map<string, Rates['keyers'][number]>()
  for (const { keyings } of forms) {
    const [first, second, settled] = [1, 2, 3].map((n) => keyings.find((one) => one.n === n))
    if (!first || !second) continue
    const differ = new Set(differences(first.read, second.read))
    for (const line of perQuestion.values()) {
      line.compared++
      if (differ.has(line.question)) line.differed++
    }
    const right = settled ?? (differ.size === 0 ? first : null)
    if (!right) continue
    for (const { keyer, keyerName, read } of [first, second]) {
      const line = perKeyer.get(keyer) ?? { keyer, name: keyerName, keyed: 0, wrong: 0 }
      line.keyed += questions.length
      line.wrong += differences(read, right.read).length
      perKeyer.set(keyer, line)
    }
  }
  return {
    forms: forms.length,
    questions: [...perQuestion.values()],
    keyers: [...perKeyer.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}
