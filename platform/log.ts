import pino from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>

/**
 * Structured logs, a JSON object a line, on standard error so that standard output stays a command's own. Forms, names and
 * addresses of people are never logged: a request is its method, route pattern, status and duration.
 */
export function openLog(level: string): pino.Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: pino.stdSerializers.err, cause: pino.stdSerializers.err } }, pino.destination(2))
}
