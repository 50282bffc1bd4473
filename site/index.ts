/** The site besides the rooms: the start page, signing in and out, mail, the demo's clock, and what people must be told. */
import type { Module } from '#platform/module.ts'
import { signIn } from '#platform/web/session.ts'
import { moveClock } from './move-clock.ts'
import { accessibilityPage, cookiesPage, privacyPage } from './pages/about.ts'
import { apiPage } from './pages/api-page.ts'
import { clockPage } from './pages/clock.ts'
import { homePage } from './pages/home.ts'
import { mailPage } from './pages/mail.ts'
import { signInPage } from './pages/sign-in.ts'
import { signOutPage } from './pages/sign-out.ts'
import { startPage } from './pages/start-page.ts'
import { readMail } from './read-mail.ts'

/** The site around these rooms; it links only to pages that they have. */
export function site(rooms: readonly Module[]): Module {
  const all = (): Module[] => [...rooms, own]
  const own: Module = {
    name: 'site',
    pages: [
      startPage(all),
      homePage(all),
      signInPage,
      signOutPage,
      mailPage,
      clockPage,
      accessibilityPage,
      cookiesPage,
      privacyPage,
      apiPage(all),
    ],
    useCases: [signIn, moveClock],
    queries: [readMail],
    offers: [
      { method: 'POST', path: '/demo/clock', does: moveClock },
      { method: 'GET', path: '/mail', does: readMail },
    ],
  }
  return own
}
