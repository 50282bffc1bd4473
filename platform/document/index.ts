/** Documents: one neutral tree, printed as PDF and DOCX in threads of their own. */
export { mediaTypes, printer, TooMuchToPrint, type Form } from './print.ts'
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
