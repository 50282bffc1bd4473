import { anyone, type Actor } from '#platform/use-case.ts'

/**
 * What people sign in as. A role opens a door; whether somebody may act is decided by the post that they hold on the day.
 */
export const officer = 'commissioning officer'
export const decisionMaker = 'decision maker'
export const democraticServices = 'democratic services'
export const scrutiny = 'scrutiny member'
export const monitoringOfficer = 'monitoring officer'
/** The officer responsible for the council's money: Local Government Act 1972 s151. */
export const financeOfficer = 'finance officer'
export const administrator = 'administrator'
/** Reads drafts for finance, legal, equality or procurement, and clears them or says why not. */
export const clearingOfficer = 'clearing officer'
/** Works for the organisation that hosts a co-production network, and keeps its records; knows nothing else of the desk. */
export const networkHost = 'network host'

export const roles = [
  officer,
  decisionMaker,
  democraticServices,
  scrutiny,
  monitoringOfficer,
  financeOfficer,
  administrator,
  clearingOfficer,
  networkHost,
] as const
export type Role = (typeof roles)[number]

/** Whoever works at the council's desk, whatever they do there. */
export const staff = roles.filter((role) => role !== networkHost)
export const everybody = [anyone]

/** Whether somebody works for the council itself, and so has a desk in it. */
export const isStaff = ({ roles: has }: Pick<Actor, 'roles'>): boolean => staff.some((role) => has.includes(role))
