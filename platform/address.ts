/** An address with a query; what is empty is left out, so that an address says only what was chosen. */
export function withQuery(address: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  return given.length ? `${address}?${new URLSearchParams(given).toString()}` : address
}
