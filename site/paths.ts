import { path } from '#platform/page.ts'

/** Addresses of the site itself. */
export const startPath = path('/')
export const signInPath = path('/sign-in')
export const signOutPath = path('/sign-out')
export const mailPath = path('/desk/mail')
export const clockPath = path('/demo/clock')
export const accessibilityPath = path('/accessibility')
export const cookiesPath = path('/cookies')
export const privacyPath = path('/privacy')
export const apiPath = path('/api')

/** Fixed addresses of rooms, which the site links to where they are there. */
export const registerPath = path('/register')
