import { path } from '#platform/page.ts'

export const postsPath = path('/posts')
export const postPath = path('/posts/:post')
export const mandatesPath = path('/mandates')
export const mandatePath = path('/mandates/:ref')
export const passOnPath = path('/mandates/:ref/pass-on')
export const actsPath = path('/acts')
export const actPath = path('/acts/:ref')
export const undoPath = path('/acts/:ref/undo')
export const reportPath = path('/acts/:ref/report')
export const newActPath = path('/desk/acts/new')
export const whyPath = path('/why')
export const constitutionPath = path('/constitution')

export const postsFilePath = path('/posts.csv')
export const mandatesFilePath = path('/mandates.csv')
export const actsFilePath = path('/acts.csv')
export const schemeFilePath = path('/constitution.csv')
