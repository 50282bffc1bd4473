// pdfkit ships no types; these are of the few calls that the house makes. What begins with "_" is not promised by pdfkit: its version
// is pinned, and what is made with it is read back in tests.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'
  /** An element of a tagged PDF's structure. */
  export type Structure = { add(child: object): Structure; end(): void; dictionary: { data: Record<string, unknown> } }
  export type Outline = {
    addItem(title: string, options: { fit: boolean; left: number; top: number; expanded: boolean }): Outline
  }
  /** A font of one file: what is in it is what was asked for. */
  export type Font = {
    id: string
    subset: { glyphs: number[] }
    widths: number[]
    unicode: number[][]
    ref(): object
    finalize(): void
  }
  export default class PDFDocument extends Readable {
    constructor(options: {
      size?: string
      margin?: number
      autoFirstPage?: boolean
      font?: null
      userPassword?: string
      ownerPassword?: string
      tagged?: boolean
      subset?: 'PDF/UA'
      lang?: string
      displayTitle?: boolean
      pdfVersion?: string
      info?: Record<string, string | Date>
    })
    info: Record<string, string | Date>
    _addInfo(): void
    _font: Font
    page: { width: number; height: number; fonts: Record<string, object> }
    outline: Outline
    x: number
    y: number
    font(name: string): this
    registerFont(name: string, source: Buffer | string): this
    fontSize(points: number): this
    fillColor(colour: string): this
    moveDown(lines: number): this
    addPage(): this
    addContent(operators: string): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    text(text: string, options?: TextOptions): this
    table(options: { data: { text: string }[][] }): this
    heightOfString(text: string, options: { width: number }): number
    image(source: Buffer, x: number, y: number, options?: { width?: number }): this
    link(
      x: number,
      y: number,
      width: number,
      height: number,
      address: string,
      options: { structParent: Structure; Contents: object },
    ): this
    struct(type: string, options?: { alt?: string; lang?: string; scope?: 'Column' | 'Row' }): Structure
    addStructure(element: Structure): this
    markStructureContent(tag: string): object
    endMarkedContent(): this
    end(): void
  }
  type TextOptions = {
    width?: number
    height?: number
    columns?: number
    columnGap?: number
    lineGap?: number
    lineBreak?: boolean
    continued?: boolean
  }
}
