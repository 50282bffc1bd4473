import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { roles } from '#authority'
import { modules } from '#modules'
import { perform } from '#platform/perform.ts'
import { anyone } from '#platform/use-case.ts'
import { site } from '../site/index.ts'
import { aCouncil } from '../testing/world.ts'
import { permissions } from './permissions.ts'
import { permissionsPage } from './permissions-page.ts'

// One engine is enough: who may come in is decided before any statement is sent.

const useCases = [...modules, site(modules)].flatMap(({ useCases: some }) => some ?? [])
const world = await aCouncil({ on: '2022-08-04' })

test('the table names every use case, and no other', () => {
  assert.deepEqual(useCases.map(({ name }) => name).sort(), Object.keys(permissions).sort())
})

for (const useCase of useCases) {
  for (const role of [...roles, anyone]) {
    const may = permissions[useCase.name]?.some((one) => one === role || one === anyone) ?? false
    test(`${useCase.name}: ${role === anyone ? 'a visitor' : `a ${role}`} ${may ? 'may knock' : 'is turned away'}`, async () => {
      const actor =
        role === anyone
          ? world.visitor
          : { ...world.visitor, name: 'Somebody', account: world.as('Priya').account, roles: [role] }
      // An input of the wrong shape: whoever may knock is told what is wrong with it, and nothing is done.
      const outcome = await perform(world.house, useCase, actor, 'not an input')
      assert.equal(outcome.ok, false)
      assert.equal(!outcome.ok && outcome.refusal.kind === 'forbidden', !may)
    })
  }
}

test('the printed table is the table', () => {
  const path = new URL('../docs/permissions.md', import.meta.url)
  assert.equal(
    readFileSync(path, 'utf8'),
    permissionsPage(useCases),
    'run `node checks/permissions-page.ts` to print it anew',
  )
})
