import { createHmac } from 'node:crypto'

/** An API key of GOV.UK Notify in its parts: the service for which it speaks, and what requests are signed with. */
export type NotifyKey = { service: string; secret: string }

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/**
 * Reads a key as Notify shows it: a name, the service's identifier, the secret, joined by hyphens. Null for anything
 * else.
 */
export function readNotifyKey(given: string): NotifyKey | null {
  const [, service, secret] = new RegExp(`(${uuid})-(${uuid})$`, 'iu').exec(given.trim()) ?? []
  return service && secret ? { service, secret } : null
}

export type NotifyEmail = {
  to: string
  template: string
  /** What the template has places for; ours asks for `subject` and `body`. */
  personalisation: Record<string, string>
  /** Our own name for the letter, by which it is found at Notify. */
  reference: string
}

/**
 * What became of a letter. `again`: the trouble may pass, so that it is worth another try; otherwise it will fail in
 * the same way each time. `because` has no address and no key in it.
 */
export type Delivery = { sent: true } | { sent: false; again: boolean; because: string }

/** Sends one letter by GOV.UK Notify's API, version 2. Waits fifteen seconds at most. */
export async function sendByNotify(
  { key, url, at }: { key: NotifyKey; url: string; at: Temporal.Instant },
  email: NotifyEmail,
): Promise<Delivery> {
  const asked = await fetch(new URL('/v2/notifications/email', url), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
    headers: {
      authorization: `Bearer ${signedToken(key, at)}`,
      'content-type': 'application/json',
      'user-agent': 'remit',
    },
    body: JSON.stringify({
      email_address: email.to,
      template_id: email.template,
      personalisation: email.personalisation,
      reference: email.reference,
    }),
  }).catch((cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause))))
  if (asked instanceof Error) return { sent: false, again: true, because: 'GOV.UK Notify could not be reached.' }
  if (asked.status === 201) {
    await asked.body?.cancel()
    return { sent: true }
  }
  const says = await saidBy(asked)
  const status = asked.status
  // 400: this letter or template will never do. 403: the key or the clock is wrong, which somebody may be mending. 429:
  // too many, or today's allowance is used up. 5xx: theirs.
  return { sent: false, again: status !== 400, because: `GOV.UK Notify answered ${status}${says ? `: ${says}` : ''}.` }
}

/** A JSON Web Token as Notify wants it: HS256 over the service's identifier and the time, good for thirty seconds. */
export function signedToken({ service, secret }: NotifyKey, at: Temporal.Instant): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: service, iat: Math.floor(at.epochMilliseconds / 1000) })}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

// Notify's own sentences, which may name the address that was written to: that part is left out.
async function saidBy(response: Response): Promise<string> {
  try {
    const { errors } = (await response.json()) as { errors?: { message?: unknown }[] }
    const words = (errors ?? [])
      .map(({ message }) => (typeof message === 'string' ? message : ''))
      .join(' ')
      .slice(0, 300)
    return words.replaceAll(/\S+@\S+/gu, 'the address').replace(/\.$/u, '')
  } catch {
    return ''
  }
}
