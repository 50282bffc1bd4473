// pdfkit ships no types; these are of the few calls the corpus makes.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'
  export default class PDFDocument extends Readable {
    constructor(options: { size?: string; margin?: number; userPassword?: string; ownerPassword?: string })
    page: { width: number; height: number }
    font(name: string): this
    fontSize(points: number): this
    text(text: string, options?: { width?: number; height?: number; columns?: number; columnGap?: number }): this
    heightOfString(text: string, options: { width: number }): number
    image(source: Buffer, x: number, y: number, options?: { width?: number }): this
    end(): void
  }
}
