/** Documents: one neutral tree, printed as PDF and DOCX. */
export { docxOf, docxType } from './docx.ts'
export { pdfOf } from './pdf.ts'
export {
  fact,
  heading,
  list,
  paragraph,
  prose,
  quietly,
  tableOf,
  textOf,
  type Block,
  type Document,
  type Run,
  type Words,
} from './tree.ts'
