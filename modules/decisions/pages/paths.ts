import { path } from '#platform/page.ts'

/** The public register. Its three addresses are promised, and never change. */
export const registerPath = path('/register')
export const registerJsonPath = path('/register.json')
export const registerCsvPath = path('/register.csv')

/** A decision's permanent address. */
export const decisionPath = path('/decisions/:ref')
/** The same as JSON. */
export const decisionJsonPath = path('/decisions/:ref.json')

export const deskPath = path('/desk')
export const newDraftPath = path('/desk/decisions/new')

/** A record on the desk, whatever its state: the tasks of a draft, or the record and what may be done with it. */
export const recordPath = path('/desk/decisions/:ref')

/** The record, a question at a time. */
export const titlePath = path('/desk/decisions/:ref/title')
export const makerPath = path('/desk/decisions/:ref/who-decides')
export const subjectPath = path('/desk/decisions/:ref/subject')
export const valuePath = path('/desk/decisions/:ref/value')
export const keyPath = path('/desk/decisions/:ref/key')
export const purposePath = path('/desk/decisions/:ref/purpose')
export const reasonsPath = path('/desk/decisions/:ref/reasons')
export const alternativesPath = path('/desk/decisions/:ref/alternatives')
export const authorPath = path('/desk/decisions/:ref/author')
export const supersedesPath = path('/desk/decisions/:ref/supersedes')

/** The clauses and what they give; `new` stands for one that is not there yet. */
export const clausesPath = path('/desk/decisions/:ref/clauses')
export const clausePath = path('/desk/decisions/:ref/clauses/:clause')
export const removeClausePath = path('/desk/decisions/:ref/clauses/:clause/remove')
export const grantPath = path('/desk/decisions/:ref/clauses/:clause/gives/:grant')
export const removeGrantPath = path('/desk/decisions/:ref/clauses/:clause/gives/:grant/remove')

/** What happens to the record as a whole. */
export const checkPath = path('/desk/decisions/:ref/check')
export const takeBackPath = path('/desk/decisions/:ref/take-back')
export const withdrawPath = path('/desk/decisions/:ref/withdraw')
export const signPath = path('/desk/decisions/:ref/sign')
export const refusePath = path('/desk/decisions/:ref/refuse')
export const publishPath = path('/desk/decisions/:ref/publish')
