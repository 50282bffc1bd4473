// XML has no way to write most control characters, not even as references.
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is being left out
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** Text as it stands in an element or a quoted attribute of XML. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"\r]/gu, (one) => references[one] ?? one)
