export { commissionSteps } from './larkshire.ts'
export { buryDays, openBury, signBury } from './bury.ts'
