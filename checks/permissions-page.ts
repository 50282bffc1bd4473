import { writeFileSync } from 'node:fs'
import { roles } from '#authority'
import { modules } from '#modules'
import { anyone, type UseCase } from '#platform/use-case.ts'
import { site } from '../site/index.ts'
import { permissions } from './permissions.ts'

/** The table of permissions in Markdown. */
export function permissionsPage(useCases: readonly UseCase[]): string {
  const columns = [anyone, ...roles]
  const rows = useCases.map(({ name, title }) => {
    const may = permissions[name] ?? []
    return `| ${title} | \`${name}\` | ${columns.map((role) => (may.includes(role) || may.includes(anyone) ? 'yes' : '')).join(' | ')} |`
  })
  return `# Who may do what

Printed from \`checks/permissions.ts\`, which the tests walk cell by cell. A role opens a door; whether somebody may then act is
decided by the post that they hold on the day and by what decisions gave to it.

| Use case | Name | ${columns.map((role) => (role === anyone ? 'Anyone' : role[0]?.toUpperCase() + role.slice(1))).join(' | ')} |
|---|---|${columns.map(() => '---').join('|')}|
${rows.join('\n')}
`
}

if (import.meta.main) {
  writeFileSync(
    new URL('../docs/permissions.md', import.meta.url),
    permissionsPage([...modules, site(modules)].flatMap(({ useCases }) => useCases ?? [])),
  )
}
