import { existsSync } from 'node:fs'
import { z } from 'zod'
import { contrastWithWhite, leastContrast } from './platform/text/contrast.ts'
import { isPicture } from './platform/http/own-look.ts'

const Proxy = z.union([
  z.enum(['loopback', 'linklocal', 'uniquelocal']),
  z.ipv4(),
  z.ipv6(),
  // Of length 0 it would be everybody.
  z.cidrv4().regex(/\/0*[1-9]\d*$/),
  z.cidrv6().regex(/\/0*[1-9]\d*$/),
])

/** The proxies whose forwarding headers are believed: never those of any sender. */
const Proxies = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '0' ? [] : text.split(/[\s,]+/).filter((one) => one !== '')))
  .superRefine((addresses, context) => {
    const wrong = addresses.find((one) => !Proxy.safeParse(one).success)
    if (wrong === undefined) return
    context.addIssue({
      code: 'custom',
      message: `“${wrong}” is no address of a proxy. Write the addresses from which your proxies connect, such as loopback or 10.1.0.0/16,192.0.2.7; leave it empty, or write 0, where there is none`,
    })
  })

/** An address of one of these kinds. It never stands in the message: there may be a password in it. */
const address = (kinds: string[], such: string) =>
  z.string().refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    return url !== undefined && kinds.includes(url.protocol) && text.startsWith(`${url.protocol}//`)
  }, `it must be a whole address such as ${such}`)

/** All links and codes are signed with it: a shorter one can be guessed. */
const leastSecret = 32

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host/database (leave it out for the embedded database, whose folder is DATA_DIR)',
  ).default(''),
  PUBLIC_URL: address(['http:', 'https:'], 'https://spread.example.org').default(''),
  SECRET: z
    .string()
    .refine(
      (secret) => secret === '' || secret.length >= leastSecret,
      `it must be at least ${leastSecret} random characters, such as openssl rand -base64 32 prints`,
    )
    .default(''),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@host:587').default(''),
  MAIL_FROM: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  TRUST_PROXY: Proxies,
  ORGANISATION_NAME: z.string().default(''),
  ORGANISATION_SPLIT: z.string().default(''),
  ORGANISATION_DESCRIPTOR: z.string().default(''),
  ORGANISATION_LOGO: z
    .string()
    .refine(
      (file) => isPicture(file) && existsSync(file),
      'it must be a file on this computer that ends in .svg, .png, .jpg or .webp',
    )
    .optional(),
  ORGANISATION_COLOUR: z
    .string()
    .refine(
      (colour) => /^#[0-9a-f]{6}$/i.test(colour) && contrastWithWhite(colour) >= leastContrast,
      `it must be a colour such as #003087, dark enough for white letters (a contrast of ${leastContrast} to 1)`,
    )
    .default(''),
  SERVICE_NAME: z.string().default('Spreadathon'),
  CONTACT_EMAIL: z.string().default(''),
  ATTENDEE_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(20)
    .default(20 * 60),
  STAFF_IDLE_MINUTES: z.coerce.number().int().min(10).default(60),
})

export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string
  publicUrl: string
  secret: string
  smtpUrl: string
  mailFrom: string
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Addresses and ranges of the proxies whose `X-Forwarded-…` headers are believed; none where it is empty. */
  trustProxy: string[]
  /** The server is reachable from this machine alone: only then does the terminal show sign-in links and outgoing mail. */
  loopbackOnly: boolean
  /** The name, and a look of its own for the header: a file with its logo, and a dark colour. */
  organisation: { name: string; split: string; descriptor: string; logo: string; colour: string }
  serviceName: string
  contactEmail: string
  idleMinutes: { attendee: number; person: number }
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/

export const isLoopbackName = (host: string): boolean => loopback.test(host)

function isLoopback(host: string, publicUrl: string): boolean {
  if (!loopback.test(host)) return false
  return publicUrl === '' || loopback.test(new URL(publicUrl).hostname)
}

/** The environment as one typed object. Throws a sentence that names the setting at fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // Empty settings count as not set: compose files and .env files cannot leave a name out.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Error(`The setting ${String(issue.path[0])} is not right: ${issue.message}`)
  }
  const set = parsed.data
  return {
    port: set.PORT,
    host: set.HOST,
    dataDir: set.DATA_DIR,
    databaseUrl: set.DATABASE_URL,
    publicUrl: set.PUBLIC_URL.replace(/\/+$/, ''),
    secret: set.SECRET,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    logLevel: set.LOG_LEVEL,
    trustProxy: set.TRUST_PROXY,
    loopbackOnly: isLoopback(set.HOST, set.PUBLIC_URL),
    organisation: {
      name: set.ORGANISATION_NAME,
      split: set.ORGANISATION_SPLIT,
      descriptor: set.ORGANISATION_DESCRIPTOR,
      logo: set.ORGANISATION_LOGO ?? '',
      colour: set.ORGANISATION_COLOUR,
    },
    serviceName: set.SERVICE_NAME,
    contactEmail: set.CONTACT_EMAIL,
    idleMinutes: { attendee: set.ATTENDEE_IDLE_MINUTES, person: set.STAFF_IDLE_MINUTES },
  }
}
