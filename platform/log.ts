import pino from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>

/**
 * Structured logs, a JSON object a line, on standard error so that standard output stays a command's own. Forms, names and
 * addresses of people are never logged: a request is its method, route pattern, status and duration.
 *
 * Lines are gathered and written four times a second or by the page, and at the end of the process: written one by one they
 * took as long as everything else that a small page needs.
 */
export function openLog(level: string): pino.Logger {
  const out = pino.destination({ fd: 2, sync: false, minLength: 4096 })
  setInterval(() => out.flush(), 250).unref()
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: told, cause: told } },
    out,
  )
}

/**
 * What is told of an error. Both database drivers hang the statement's parameters and the offending row on it, which are what
 * people typed: only its kind, code, message, stack and cause go out.
 */
export function told(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : 'not an error' }
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { name, message, stack, ...(code ? { code } : {}), ...(cause === undefined ? {} : { cause: told(cause) }) }
}
