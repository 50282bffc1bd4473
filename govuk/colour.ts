/**
 * A council's own colour. It is sent as a stylesheet of its own, because the content security policy allows no style in
 * a page: `/assets/council-1d4f63.css`, whose content depends on its name alone, so that browsers may keep it for ever.
 */

/** Where the page template asks for a colour's stylesheet. */
export const colourSheetPath = (colour: string): string => `/assets/council-${legible(colour).slice(1)}.css`

/** The stylesheet of a colour such as `#1d4f63`, darkened where white words on it would be hard to read. */
export const colourSheet = (colour: string): string => `:root{--govuk-brand-colour:${legible(colour)}}\n`

/**
 * The colour itself, or the first darker shade of it on which white text has a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3).
 * Anything that is not `#rrggbb` becomes the house's own blue-green.
 */
export function legible(colour: string): string {
  let [red, green, blue] = channels(/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#1d4f63')
  while (contrast([red, green, blue], [255, 255, 255]) < 4.5) {
    red = Math.floor(red * 0.95)
    green = Math.floor(green * 0.95)
    blue = Math.floor(blue * 0.95)
  }
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

type Channels = readonly [red: number, green: number, blue: number]

/** The three channels of `#rrggbb`, each 0 to 255. */
export const channels = (colour: string): Channels => {
  const at = (place: number) => Number.parseInt(colour.slice(place, place + 2), 16)
  return [at(1), at(3), at(5)]
}

/** Contrast of two colours as WCAG 2.2 reckons it: 1 for the same, 21 for black on white. */
export function contrast(a: Channels, b: Channels): number {
  const [lighter, darker] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function luminance(colour: Channels): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}
