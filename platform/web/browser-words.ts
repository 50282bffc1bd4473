// The order matters: most browsers also claim to be the ones they want to be taken for.
const browsers: [pattern: RegExp, words: string][] = [
  [/\bEdgA?(?:iOS)?\//u, 'Microsoft Edge'],
  [/\bOPR\/|\bOpera\b/u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//u, 'Firefox'],
  [/\bChrome\/|\bCriOS\//u, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//u, 'Safari'],
]

const machines: [pattern: RegExp, words: string][] = [
  [/\biPhone\b/u, 'an iPhone'],
  [/\biPad\b/u, 'an iPad'],
  [/\bAndroid\b/u, 'Android'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/u, 'a Mac'],
  [/\bCrOS\b/u, 'a Chromebook'],
  [/\bLinux\b/u, 'Linux'],
]

/**
 * A browser in plain words, "Firefox on Windows", from what it says of itself. Only the words are kept: the full text would
 * tell one machine from another, and nobody needs that to know their own sessions.
 */
export function browserWords(agent: string | undefined): string {
  const of = (known: typeof browsers) => known.find(([pattern]) => pattern.test(agent ?? ''))?.[1]
  const [browser, machine] = [of(browsers), of(machines)]
  if (!browser && !machine) return 'An unknown browser'
  return `${browser ?? 'An unknown browser'}${machine ? ` on ${machine}` : ''}`
}
