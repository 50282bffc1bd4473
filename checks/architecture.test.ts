import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { floors, mayUse } from './may-use.ts'

const root = join(import.meta.dirname, '..')
const sources = globSync(['platform/**/*.ts', 'govuk/**/*.ts', 'modules/**/*.ts', 'site/**/*.ts'], { cwd: root }).map(
  (file) => file.replaceAll('\\', '/'),
)
// Builders for tests stand in an examples.ts; one that opens the tests' world is part of the tests, and no others may use it.
const opensWorld = (file: string) =>
  file.endsWith('/examples.ts')
  && sources.includes(file)
  && /testing\/world/u.test(readFileSync(join(root, file), 'utf8'))
const isTest = (file: string) => file.endsWith('.test.ts') || opensWorld(file)

/** Every module that a text imports, however it is written: import, export from, import type, import(). */
export function importsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '')
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/gu)].map((found) => found[2] ?? '')
}

/** Where an import leads, as a path from the root; null for packages and node's own modules. */
export function leadsTo(file: string, given: string): string | null {
  if (given.startsWith('.')) return normalize(join(dirname(file), given)).replaceAll('\\', '/')
  if (given === '#modules') return 'modules/all.ts'
  if (given === '#govuk') return 'govuk/index.ts'
  const found = /^#(\w+)(?:\/(.*))?$/u.exec(given)
  if (!found) return null
  return found[1] === 'platform'
    ? `platform/${found[2]}`
    : found[1] === 'testing'
      ? `testing/${found[2]}`
      : `modules/${found[1]}/${found[2] ?? 'index'}.ts`
}

// A room has one door, and may have a light one for its pure rules.
const isDoor = (path: string) => /^modules\/[^/]+\/(?:index|rules)\.ts$/u.test(path)

const moduleOf = (path: string) => /^modules\/([^/]+)\//u.exec(path)?.[1]

/** What is wrong with one import, in a sentence; null when nothing is. */
export function fault(file: string, given: string): string | null {
  const to = leadsTo(file, given)
  const rule = /^modules\/.+\/rules\//u.test(file) && !isTest(file)
  if (rule && given.startsWith('node:')) return `${file} is a rule and rules are pure: it may not use ${given}`
  if (!to) return rule ? `${file} is a rule and rules are pure: it may not use the package ${given}` : null
  if (isTest(file)) return null
  if (opensWorld(to)) return `${file} uses ${to}, which is for tests`
  const from = floors.findIndex((floor) => file.startsWith(`${floor}/`))
  const target = floors.findIndex((floor) => to.startsWith(`${floor}/`))
  if (target === -1) return `${file} uses ${to}, which is not part of the house`
  if (target > from) return `${file} reaches up to ${to}`
  const [mine, theirs] = [moduleOf(file), moduleOf(to)]
  if (mine && theirs && mine !== theirs) {
    if (!isDoor(to)) return `${file} climbs in at ${to}: use the door #${theirs}`
    if (rule && to.endsWith('/index.ts'))
      return `${file} is a rule and rules are pure: it may only use the light door #${theirs}/rules`
    if (!mayUse[mine]?.includes(theirs)) return `${mine} may not use ${theirs} (${file}); announce it instead`
  }
  if (!mine && theirs && floors[from] === 'site' && !isDoor(to))
    return `${file} climbs in at ${to}: use the door #${theirs}`
  return null
}

test('every import keeps to its floor and goes through the door', () => {
  const faults = sources.flatMap((file) =>
    importsOf(readFileSync(join(root, file), 'utf8')).flatMap((given) => fault(file, given) ?? []),
  )
  assert.deepEqual(faults, [])
})

test('rules look at no clock, no chance and no process', () => {
  const impure = sources
    .filter((file) => /^modules\/.+\/rules\//u.test(file) && !isTest(file))
    .filter((file) =>
      /Temporal\.Now|new Date|Date\.now|Math\.random|process\.|fetch\(/u.test(readFileSync(join(root, file), 'utf8')),
    )
  assert.deepEqual(impure, [])
})

test('only the platform opens a database or looks at the clock', () => {
  const faults = sources
    .filter((file) => !isTest(file) && !file.startsWith('platform/'))
    .filter((file) =>
      /Temporal\.Now|Date\.now\(|new Date\(\)|from 'pg'|@electric-sql\/pglite|asOwner\(/u.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
  assert.deepEqual(faults, [])
})

test('a module writes SQL about its own schema and the platform’s only', () => {
  const schemas = Object.keys(mayUse)
  const faults = sources
    .filter((file) => moduleOf(file) && !isTest(file))
    .flatMap((file) => {
      const mine = moduleOf(file)
      const text = readFileSync(join(root, file), 'utf8')
      return schemas
        .filter((other) => other !== mine && new RegExp(`\\b(?:from|join|into|update)\\s+${other}\\.`, 'u').test(text))
        .map((other) => `${file} speaks of ${other}'s tables`)
    })
  assert.deepEqual(faults, [])
})

test('the table of who may use whom has no circles', () => {
  const seen = new Set<string>()
  const walk = (module: string, path: string[]): void => {
    assert.ok(!path.includes(module), `${[...path, module].join(' → ')} is a circle`)
    if (seen.has(module)) return
    for (const next of mayUse[module] ?? []) walk(next, [...path, module])
    seen.add(module)
  }
  for (const module of Object.keys(mayUse)) walk(module, [])
})

test('planted faults are caught', () => {
  const caught = (file: string, text: string) => importsOf(text).some((given) => fault(file, given) !== null)
  const planted: [string, string][] = [
    ['platform/x.ts', "import { a } from '#authority'"],
    ['platform/x.ts', "import type { A } from '../modules/authority/index.ts'"],
    ['govuk/x.ts', "export { a } from '#decisions'"],
    ['modules/authority/x.ts', "const a = await import('#decisions')"],
    ['modules/authority/x.ts', "import {\n  a,\n  b,\n} from '#intake'"],
    ['modules/decisions/x.ts', "import { lockMandate } from '../authority/store.ts'"],
    ['modules/decisions/x.ts', "export * from '../authority/store.ts'"],
    ['modules/decisions/rules/x.ts', "import { readFile } from 'node:fs/promises'"],
    ['modules/decisions/rules/x.ts', "import { z } from 'zod'"],
    ['modules/intake/rules/x.ts', "import { callInWindow } from '#decisions'"],
    ['modules/decisions/x.ts', "import { world } from '../../testing/world.ts'"],
  ]
  for (const [file, text] of planted) assert.ok(caught(file, text), `${file}: ${text}`)
  assert.ok(!caught('modules/decisions/x.ts', "import { exercise } from '#authority'"))
})
