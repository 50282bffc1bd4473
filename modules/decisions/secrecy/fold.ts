/**
 * A text as it is compared: only its letters and digits, in one case and one Unicode form, without accents. Spaces of every
 * kind, soft hyphens, line ends, curly or straight quotes and punctuation make no difference then. `at` and `end` say where
 * each unit stands in the text as it was written.
 */
export type Folded = { units: string; at: number[]; end: number[] }

export function fold(text: string): Folded {
  let units = ''
  const at: number[] = []
  const end: number[] = []
  let place = 0
  for (const character of text) {
    const next = place + character.length
    const folded = unitsOf(character)
    units += folded
    // A letter beyond the first plane is two units: both stand where it does.
    for (let unit = 0; unit < folded.length; unit++) {
      at.push(place)
      end.push(next)
    }
    place = next
  }
  return { units, at, end }
}

/** The letters and digits alone, as they are compared. */
export const foldedWords = (text: string): string => fold(text).units

const wordUnit = /[\p{L}\p{N}]/u

// Upper case first: ß becomes SS and both kinds of sigma become one.
const unitsOf = (character: string): string => {
  let units = ''
  for (const one of character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD'))
    if (wordUnit.test(one)) units += one
  return units
}

/** Words as people count them: runs of letters and digits. */
export const countWords = (text: string): number =>
  text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]+/u)
    .filter((one) => wordUnit.test(one)).length
