import { FolderHeld } from '../lock.ts'
import { CannotMigrate } from '../migrate.ts'

/**
 * What stands in the way and is for the operator to mend, in a sentence; null for a mistake of the program, which is to be
 * shown with its stack.
 */
export function inWords(cause: unknown): string | null {
  if (cause instanceof FolderHeld || cause instanceof CannotMigrate) return cause.message
  if (!(cause instanceof Error)) return null
  // Several addresses tried at once fail as one error without a code of its own.
  const one = cause instanceof AggregateError && cause.errors[0] instanceof Error ? cause.errors[0] : cause
  const { code, path, address, port, message } = one as NodeJS.ErrnoException & { address?: string; port?: number }
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001`
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address}. Set HOST to one that it has.`
    case 'EACCES':
    case 'EPERM':
      return path
        ? `${path} may not be used by this user. Set REMIT_DATA to a folder that may.`
        : `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000`
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} is not a folder. Set REMIT_DATA to one.`
    case 'ENOSPC':
      return 'The disk is full.'
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return 'The PostgreSQL server of DATABASE_URL does not answer. Start it, or check its address.'
    case '28P01':
    case '28000':
      return 'The PostgreSQL server of DATABASE_URL does not accept this user or password.'
    case '3D000':
      return `The PostgreSQL server of DATABASE_URL has no such database: ${message}.`
    case '42501':
      return `The user of DATABASE_URL may not set the database up: ${message}. Make it the owner of the database.`
    default:
      return null
  }
}
