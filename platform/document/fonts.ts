import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Blob, Buffer as Shaper, ClusterLevel, Direction, Face as HbFace, Font as HbFont, shape } from 'harfbuzzjs'

const require = createRequire(import.meta.url)
const noto = (script: string, file: string) => ({
  plain: `@expo-google-fonts/${script}/400Regular/${file}_400Regular.ttf`,
  bold: `@expo-google-fonts/${script}/700Bold/${file}_700Bold.ttf`,
})

const classical = '@expo-google-fonts/chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf'

/** The families of letters that go into a PDF: see docs/decisions/0022. */
const families = {
  text: { plain: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf', bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf' },
  arabic: noto('noto-sans-arabic', 'NotoSansArabic'),
  devanagari: noto('noto-sans-devanagari', 'NotoSansDevanagari'),
  bengali: noto('noto-sans-bengali', 'NotoSansBengali'),
  gurmukhi: noto('noto-sans-gurmukhi', 'NotoSansGurmukhi'),
  gujarati: noto('noto-sans-gujarati', 'NotoSansGujarati'),
  tamil: noto('noto-sans-tamil', 'NotoSansTamil'),
  // Both ways of writing Chinese, and kana, in one weight: what is strong looks like the rest.
  chinese: { plain: classical, bold: classical },
} as const

export type Family = keyof typeof families
export const familyNames = Object.keys(families) as Family[]

/**
 * A glyph where it stands, in thousandths of the size of the letters. `text` is what it stands for; the sum over a text's glyphs is
 * the text, in the order in which they are drawn.
 */
export type Glyph = { id: number; text: string; advance: number; nominal: number; x: number; y: number }
export type Shaped = { glyphs: readonly Glyph[]; width: number }

/** A font file: which letters it has, and how a text is set in it. */
export type Face = {
  name: string
  source: Buffer
  ascent: number
  descent: number
  has: (text: string) => boolean
  shape: (text: string, fromRight: boolean) => Shaped
}

const opened = new Map<string, Face>()

/** A face, read when it is first needed: most documents need one. */
export function faceOf(family: Family, bold = false): Face {
  const name = `${family}${bold ? ' bold' : ''}`
  let face = opened.get(name)
  if (!face) opened.set(name, (face = open(name, families[family][bold ? 'bold' : 'plain'])))
  return face
}

// What another glyph of its cluster already says. It joins no words and parts none.
const said = '\u2060'
const enoughWords = 20_000

function open(name: string, file: string): Face {
  const source = readFileSync(require.resolve(file))
  const face = new HbFace(new Blob(source))
  const font = new HbFont(face)
  const letters = new Set(face.collectUnicodes())
  const { ascender, descender } = font.hExtents()
  const unit = 1000 / face.upem
  const shaper = new Shaper()
  const known = new Map<string, Shaped>()

  function set(text: string, fromRight: boolean): Shaped {
    shaper.reset()
    shaper.addText(text)
    shaper.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS)
    shaper.guessSegmentProperties()
    shaper.setDirection(fromRight ? Direction.RTL : Direction.LTR)
    shape(font, shaper)
    const infos = shaper.getGlyphInfosAndPositions()
    const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((one, other) => one - other)
    const ends = new Map(starts.map((start, at) => [start, starts[at + 1] ?? text.length]))
    const speaks = new Map<number, number>()
    const glyphs = infos.map(({ codepoint: id, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 }, at): Glyph => {
      const nominal = font.glyphHAdvance(id) * unit
      // Of several glyphs in one cluster the broadest speaks for all: a letter, not its dots.
      const best = speaks.get(cluster)
      if (best === undefined || nominal > font.glyphHAdvance(infos[best]?.codepoint ?? 0) * unit)
        speaks.set(cluster, at)
      return { id, text: said, advance: xAdvance * unit, nominal, x: xOffset * unit, y: yOffset * unit }
    })
    for (const [cluster, at] of speaks) {
      const glyph = glyphs[at]
      if (glyph) glyph.text = text.slice(cluster, ends.get(cluster))
    }
    return { glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) }
  }

  return {
    name,
    source,
    ascent: ascender * unit,
    descent: -descender * unit,
    has: (text) => Array.from(text).every((one) => letters.has(one.codePointAt(0) ?? 0)),
    shape: (text, fromRight) => {
      const key = fromRight ? `\u200F${text}` : text
      let found = known.get(key)
      if (!found) {
        // Words come back in every document; what people wrote must not fill the memory all the same.
        if (known.size > enoughWords) known.clear()
        known.set(key, (found = set(text, fromRight)))
      }
      return found
    },
  }
}
