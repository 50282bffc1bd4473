import { path } from '#platform/page.ts'

export const reportPath = path('/consultations/:ref/report')
export const youSaidPath = path('/consultations/:ref/you-said')
export const publishReportPath = path('/desk/consultations/:ref/publish-report')

export const reportPdfPath = path('/consultations/:ref/report.pdf')
export const reportDocxPath = path('/consultations/:ref/report.docx')
export const answersCsvPath = path('/consultations/:ref/answers.csv')
export const answersJsonPath = path('/consultations/:ref/answers.json')
