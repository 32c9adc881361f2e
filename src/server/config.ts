import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type IsProxy, loopback, proxiesIn } from './client-address.ts'

export type Config = {
  environment: 'development' | 'production' | 'test'
  host: string
  /** 0 lets the system choose. */
  port: number
  /** Processes that serve. */
  workers: number
  /** Absolute. */
  dataDir: string
  databaseUrl: string | undefined
  readDatabaseUrl: string | undefined
  /** A replica further behind is not asked. */
  readMaxLagSeconds: number
  /** Of the scheduled backup; null when none is made. */
  backup: {
    /** Absolute. */
    directory: string
    /** `02:15`, in `timeZone`. */
    time: string
    retention: { daily: number; weekly: number }
  } | null
  /** Without a slash at the end. */
  publicUrl: string
  /** Whose word on the client's address counts. */
  isProxy: IsProxy
  timeZone: string
  /** `?from=Name <address>` names the sender. */
  smtpUrl: string | undefined
  oidc: { issuer: string; clientId: string; clientSecret: string; label: string } | null
  s3: {
    endpoint: string
    bucket: string
    region: string
    accessKeyId: string
    secretAccessKey: string
  } | null
  secret: string
}

/** Where Node keeps compiled code; it goes without where it may not write. */
export const compileCacheOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'compiled')

type Environment = Record<string, string | undefined>

/** A wrong setting, told in one sentence that names it. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/** Reads the environment; an empty variable counts as absent. Makes and keeps a SECRET where it may. */
export function readConfig(environment: Environment): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(present)
  if (!parsed.success) throw new ConfigurationError(sentence(parsed.error))
  const env = parsed.data
  const dataDir = resolve(env.DATA_DIR)
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '')
  return {
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    workers: env.WORKERS,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    readDatabaseUrl: env.READ_DATABASE_URL,
    readMaxLagSeconds: env.READ_MAX_LAG_SECONDS,
    backup: backupOf(env),
    publicUrl,
    isProxy: env.TRUSTED_PROXIES,
    timeZone: env.TIME_ZONE,
    smtpUrl: env.SMTP_URL,
    oidc: oidcOf(env),
    s3: s3Of(env),
    secret: env.SECRET ?? keptSecret(env, dataDir),
  }
}

const url = (...schemes: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
      error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    })

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number)

const settings = z
  .object({
    NODE_ENV: z
      .enum(['development', 'production', 'test'], {
        error: 'must be development, production or test',
      })
      .default('development'),
    HOST: z.string().default('0.0.0.0'),
    PORT: wholeNumber(0, 65_535).default(8080),
    WORKERS: wholeNumber(1, 64).default(1),
    DATA_DIR: z.string().default('./data'),
    DATABASE_URL: url('postgres', 'postgresql').optional(),
    READ_DATABASE_URL: url('postgres', 'postgresql').optional(),
    READ_MAX_LAG_SECONDS: wholeNumber(1, 3600).default(10),
    BACKUP_DIR: z.string().optional(),
    BACKUP_TIME: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 02:15' })
      .optional(),
    BACKUP_KEEP_DAILY: wholeNumber(1, 366).optional(),
    BACKUP_KEEP_WEEKLY: wholeNumber(0, 520).optional(),
    PUBLIC_URL: url('http', 'https').optional(),
    TRUSTED_PROXIES: z
      .string()
      .default(loopback.join())
      .transform((text, context) => {
        const isProxy = proxiesIn(text.split(',').map((each) => each.trim()))
        if (!isProxy)
          context.addIssue({
            code: 'custom',
            message: 'must be addresses or networks such as 127.0.0.1, 10.20.0.0/16',
          })
        return isProxy ?? z.NEVER
      }),
    TIME_ZONE: z
      .string()
      .refine(isTimeZone, { error: 'must be a time zone such as Europe/Warsaw' })
      .default('Europe/Warsaw'),
    SMTP_URL: url('smtp', 'smtps').optional(),
    OIDC_ISSUER: url('http', 'https').optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_LABEL: z.string().default('Single sign-on'),
    S3_ENDPOINT: url('http', 'https').optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  })
  .superRefine((env, context) => {
    needTogether('OIDC_ISSUER', ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
    needTogether('S3_ENDPOINT', ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
    for (const name of ['BACKUP_TIME', 'BACKUP_KEEP_DAILY', 'BACKUP_KEEP_WEEKLY'] as const)
      if (env[name] !== undefined && env.BACKUP_DIR === undefined)
        missing('BACKUP_DIR', `must be set too, with ${name}`)
    // Several servers share one database: a secret each made for itself would end the others' sessions.
    if (env.NODE_ENV === 'production' && env.DATABASE_URL && !env.SECRET)
      missing('SECRET', 'must be set when NODE_ENV is production and DATABASE_URL is given')

    function needTogether(first: keyof typeof env, others: (keyof typeof env)[]) {
      if (others.concat(first).every((name) => env[name] === undefined)) return
      for (const name of [first, ...others])
        if (env[name] === undefined)
          missing(name, `must be set too, with ${[first, ...others].join(', ')}`)
    }
    function missing(name: string, message: string) {
      context.addIssue({ code: 'custom', path: [name], message })
    }
  })

type Settings = z.infer<typeof settings>

function sentence(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.')} ${issue.message}.` : 'The configuration is wrong.'
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function backupOf(env: Settings): Config['backup'] {
  if (env.BACKUP_DIR === undefined) return null
  return {
    directory: resolve(env.BACKUP_DIR),
    time: env.BACKUP_TIME ?? '02:15',
    retention: { daily: env.BACKUP_KEEP_DAILY ?? 7, weekly: env.BACKUP_KEEP_WEEKLY ?? 5 },
  }
}

function oidcOf(env: Settings): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer || !clientId || !clientSecret) return null
  return { issuer, clientId, clientSecret, label: env.OIDC_LABEL }
}

function s3Of(env: Settings): Config['s3'] {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = env
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null
  return { endpoint, bucket, region, accessKeyId, secretAccessKey }
}

function keptSecret(env: Settings, dataDir: string): string {
  const path = join(dataDir, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    throw new ConfigurationError(`DATA_DIR ${env.DATA_DIR} cannot be written.`, { cause })
  }
  return readFileSync(path, 'utf8').trim()
}
