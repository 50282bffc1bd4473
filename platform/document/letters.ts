import { faceOf, familyNames, type Family } from './fonts.ts'

/** A stretch of a text that is set in one family. `written` is there where it says something else than was written. */
export type Stretch = { text: string; family: Family; lang?: string; written?: string }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Text as it can be set and compared: its accents composed, nothing in it that is not seen and does nothing. Overrides of direction
 * go too: they serve to make a line look as if it said something else.
 */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replaceAll(/[^\S\n\u00A0\u202F]/gu, ' ')
    .replaceAll(/(?![\n\u200B-\u200F\u202A-\u202C\u2066-\u2069])[\p{Cc}\p{Cf}\p{Cs}\uFE00-\uFE0F]/gu, '')

/** What directs a line without being seen: it has done its work once the order is known. */
export const unseen = /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

const scripts: readonly [RegExp, Family, (text: string) => string][] = [
  [/\p{Script_Extensions=Arabic}/u, 'arabic', (text) => (/[ٹڈڑںےہھۓۂ]/u.test(text) ? 'ur' : 'ar')],
  [/\p{Script=Devanagari}/u, 'devanagari', () => 'hi'],
  [/\p{Script=Bengali}/u, 'bengali', () => 'bn'],
  [/\p{Script=Gurmukhi}/u, 'gurmukhi', () => 'pa'],
  [/\p{Script=Gujarati}/u, 'gujarati', () => 'gu'],
  [/\p{Script=Tamil}/u, 'tamil', () => 'ta'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'chinese', () => 'ja'],
  [/\p{Script_Extensions=Han}/u, 'chinese', (text) => chineseOf(text)],
]

// Frequent words that are written one way only.
const simplified =
  /[们这说对时间关开门问员务实应业东车见书亲爱买卖读认议让许论证诉话语请谁谢费质资选边过还进远运达连适听医药护养预顾]/u
const traditional =
  /[們這說對時間關開門問員務實應業東車見書親愛買賣讀認議讓許論證訴話語請誰謝費質資選邊過還進遠運達連適聽醫藥護養預顧]/u

const chineseOf = (text: string): string =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 'ja'
    : traditional.test(text)
      ? 'zh-Hant'
      : simplified.test(text)
        ? 'zh-Hans'
        : 'zh'

/**
 * The language that a script most likely means in England: a screen reader with the wrong voice of the right script says
 * something, with an English voice nothing. Null where the letters do not tell (Latin, Cyrillic).
 */
export function languageOf(text: string, whole = text): string | null {
  const found = scripts.find(([script]) =>
    script.test(text.replaceAll(/[\p{Script=Common}\p{Script=Inherited}]/gu, '')),
  )
  if (found) return found[2](whole)
  if (/\p{Script=Hebrew}/u.test(text)) return 'he'
  return /\p{Script=Greek}/u.test(text) ? 'el' : null
}

// What no font of ours has, as people call it.
const unshown: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese characters'],
  [/\p{Script=Han}/u, 'Chinese characters'],
  [/\p{Script=Hangul}/u, 'Korean characters'],
  [/\p{Script=Thai}/u, 'Thai characters'],
  [/\p{Script=Ethiopic}/u, 'Ethiopic characters'],
  [/\p{Script=Sinhala}/u, 'Sinhala characters'],
  [/\p{Script=Telugu}/u, 'Telugu characters'],
  [/\p{Script=Malayalam}/u, 'Malayalam characters'],
  [/\p{Extended_Pictographic}/u, 'pictures'],
]

/**
 * The stretches of a text that is tidy. What no font has is not left out and not an empty box: it is said in its place how much is
 * missing, "[2 Korean characters not shown]".
 */
export function stretchesOf(text: string): Stretch[] {
  if (text === '') return []
  // Nearly everything is Latin, and has no need to be taken apart.
  if (!/[^\n -\u024F\u2010-\u2027\u2030-\u203A€£]/u.test(text) && faceOf('text').has(text.replaceAll('\n', '')))
    return [{ text, family: 'text' }]
  const stretches: (Stretch & { missing: number })[] = []
  for (const { segment } of graphemes.segment(text)) {
    const { text: set, family } = settingOf(segment)
    const last = stretches.at(-1)
    const missing = family === null ? 1 : 0
    if (last && last.missing > 0 === missing > 0 && (missing > 0 || last.family === family)) {
      last.text += set
      last.missing += missing
    } else stretches.push({ text: set, family: family ?? 'text', missing })
  }
  const languages = stretches.map((one) =>
    one.missing === 0 && /\p{L}/u.test(one.text) ? languageOf(one.text, text) : undefined,
  )
  // What stands between two words of a language is in it; what stands after its last is not.
  let coming: string | null | undefined
  const next = languages
    .toReversed()
    .map((one) => (coming = one ?? (one === null ? null : coming)))
    .toReversed()
  let before: string | null = null
  return stretches.map(({ missing, ...one }, at) => {
    if (missing > 0) return { text: said(one.text, missing), family: 'text', written: one.text }
    const own = languages[at]
    if (own !== undefined) before = own
    const lang = own ?? (next[at] === before ? before : null)
    return lang === null ? one : { ...one, lang }
  })
}

/** What a text is that no font has: "Korean characters". */
export const kindOf = (text: string): string => unshown.find(([script]) => script.test(text))?.[1] ?? 'characters'

// An isolate of its own from the left, so that its brackets stand right in a line of Arabic.
function said(text: string, count: number): string {
  return `\u2066[${count} ${kindOf(text).slice(0, count === 1 ? -1 : undefined)} not shown]\u2069`
}

function settingOf(one: string): { text: string; family: Family | null } {
  const seen = one.replaceAll(unseen, '').replaceAll(/[\n\u200C\u200D]/gu, '')
  const own = scripts.find(([script]) => script.test(one))?.[1]
  if (own && faceOf(own).has(seen)) return { text: one, family: own }
  const family = familyNames.find((name) => faceOf(name).has(seen))
  if (family) return { text: one, family }
  // A letter without an accent that its font has not can be read.
  const bare = one.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return bare !== one && bare !== '' && faceOf('text').has(bare)
    ? { text: bare, family: 'text' }
    : { text: one, family: null }
}
