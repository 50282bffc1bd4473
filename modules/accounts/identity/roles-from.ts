import { roles, type Role } from '#authority'
import type { Oidc } from './service.ts'

/** The values of a claim as a list of texts: groups come as a list, as one text, or as several in one text. */
export function claimValues(claims: Record<string, unknown>, name: string): string[] {
  // Some services put roles in an object: "realm_access.roles" or "realm_access/roles" leads there, if no claim has
  // that very name.
  const found =
    name in claims
      ? claims[name]
      : name
          .split(/[./]/u)
          .reduce<unknown>((at, part) => (isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined), claims)
  if (Array.isArray(found)) return found.filter((one): one is string => typeof one === 'string').slice(0, 2000)
  return typeof found === 'string' && found !== '' ? [found] : []
}

const isRecord = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** The groups among these that give a role here, and the roles that they give together, in the order of all roles. */
export function rolesFrom(
  map: NonNullable<Oidc['roles']>['map'],
  groups: readonly string[],
): { groups: string[]; roles: Role[] } {
  const counting = map.filter(({ from }) => groups.includes(from))
  const given = new Set(counting.map(({ role }) => role))
  return { groups: [...new Set(counting.map(({ from }) => from))], roles: roles.filter((role) => given.has(role)) }
}
