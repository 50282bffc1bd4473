import type { Module } from '#platform/module.ts'
import { homePath, type Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { deskOf } from '../desk-links.ts'
import { startPath } from '../paths.ts'

/**
 * Leads everybody to where their own work starts: the desk, the network that they run, or the start page. Whoever has signed in
 * and has no role is told so by the desk.
 */
export const homePage = (modules: () => Module[]): Page => ({
  path: homePath.pattern,
  may: [anyone],
  get: ({ actor }) =>
    Promise.resolve({
      redirect:
        deskOf(modules().flatMap((module) => module.pages ?? []))(actor.roles)
        ?? (actor.account === null ? startPath() : '/desk'),
    }),
})
