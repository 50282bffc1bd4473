import { path } from '#platform/page.ts'

/** Commissions as the public sees them. */
export const commissionsPath = path('/commissions')
export const commissionPath = path('/commissions/:ref')
export const commissionThreadPath = path('/commissions/:ref/thread')

/** The same on the desk, whole. */
export const deskCommissionsPath = path('/desk/commissions')
export const newCommissionPath = path('/desk/commissions/new')
export const wholePath = path('/desk/commissions/:ref')
export const editPath = path('/desk/commissions/:ref/edit')
export const showPath = path('/desk/commissions/:ref/show')
export const closePath = path('/desk/commissions/:ref/close')
export const reopenPath = path('/desk/commissions/:ref/reopen')
export const linkPath = path('/desk/commissions/:ref/link')
export const unlinkPath = path('/desk/commissions/:ref/links/:link/end')
export const wholeThreadPath = path('/desk/commissions/:ref/thread')

export const timelinePath = path('/desk/commissions/:ref/timeline')
export const framePath = path('/desk/commissions/:ref/timeline/frame')
export const stepPath = path('/desk/commissions/:ref/timeline/steps/:step')
export const dropStepPath = path('/desk/commissions/:ref/timeline/steps/:step/remove')
export const finishStepPath = path('/desk/commissions/:ref/timeline/steps/:step/over')
export const comparePath = path('/desk/commissions/:ref/timeline/changes')

export const optionsPath = path('/desk/commissions/:ref/options')
export const criteriaPath = path('/desk/commissions/:ref/options/criteria')
export const recommendPath = path('/desk/commissions/:ref/options/recommend')
export const optionPath = path('/desk/commissions/:ref/options/option/:option')
export const dropOptionPath = path('/desk/commissions/:ref/options/option/:option/remove')

export const risksPath = path('/desk/commissions/:ref/risks')
export const riskPath = path('/desk/commissions/:ref/risks/:risk')

export const dutiesPath = path('/desk/commissions/:ref/duties')
export const dutyPath = path('/desk/commissions/:ref/duties/duty/:duty')
export const impactPath = path('/desk/commissions/:ref/duties/impact/:characteristic')

export const needPath = path('/desk/commissions/:ref/need')
export const figurePath = path('/desk/commissions/:ref/need/figures/:id')
export const lotPath = path('/desk/commissions/:ref/need/lots/:id')
export const exitPath = path('/desk/commissions/:ref/need/exits/:id')
export const dropNeedPath = path('/desk/commissions/:ref/need/:kind/:id/remove')

export const owePath = path('/desk/commissions/:ref/owed/new')
export const settlePath = path('/desk/commissions/:ref/owed/:owed/done')
