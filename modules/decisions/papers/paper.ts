/** What a paper is to its decision, in the order in which a record lists them. */
export const paperKinds = ['report', 'appendix', 'background', 'equality'] as const
export type PaperKind = (typeof paperKinds)[number]

/** As a record says it. A background paper is one on which the report was based to a material extent (SI 2012/2089, reg 2). */
export const kindWords: Record<PaperKind, string> = {
  report: 'Report',
  appendix: 'Appendix',
  background: 'Background paper',
  equality: 'Equality analysis',
}

/** A document that a decision rests on. `sha256` is the digest of its bytes in hex: the same content has the same digest. */
export type Paper = {
  paper: string
  position: number
  kind: PaperKind
  title: string
  author: string | null
  dated: Temporal.PlainDate | null
  sha256: string
  name: string
  mediaType: string
  /** In bytes. */
  size: bigint
  addedBy: string
}

/** What the public is shown of a paper. `file` is null where the whole of it is withheld. */
export type PublicPaper = {
  paper: string
  kind: PaperKind
  title: string
  author: string | null
  dated: string | null
  file: { sha256: string; name: string; mediaType: string; size: string } | null
  /** Why it is not shown, or only in a version for the public. */
  withheld: string | null
}

/** What is sealed of a record's papers when it is signed: enough to prove each byte, and nothing that later days may change. */
export const sealedPaper = ({ paper, position, kind, title, author, dated, sha256 }: Paper) => ({
  paper,
  position,
  kind,
  title,
  author,
  dated: dated?.toString() ?? null,
  sha256,
})
