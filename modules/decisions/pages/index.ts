import type { Page } from '#platform/page.ts'
import { decisionJson, decisionPage } from './decision.ts'
import { registerCsv, registerJson } from './register-files.ts'
import { registerPage } from './register.ts'

/** The pages of this module, the public ones first. */
export const pages: Page[] = [
  registerPage, registerJson, registerCsv, decisionPage, decisionJson,
]
