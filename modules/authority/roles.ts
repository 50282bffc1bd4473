import { anyone } from '#platform/use-case.ts'

/**
 * What people sign in as. A role opens a door; whether somebody may act is decided by the post that they hold on the day.
 */
export const officer = 'commissioning officer'
export const decisionMaker = 'decision maker'
export const democraticServices = 'democratic services'
export const scrutiny = 'scrutiny member'
export const monitoringOfficer = 'monitoring officer'
export const administrator = 'administrator'

export const roles = [officer, decisionMaker, democraticServices, scrutiny, monitoringOfficer, administrator] as const
export type Role = (typeof roles)[number]

/** Whoever works at the desk, whatever they do there. */
export const staff = roles
export const everybody = [anyone]
