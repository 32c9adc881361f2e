import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'officina-config-'))

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({ DATA_DIR, PORT: '' })).toMatchObject({
      environment: 'development',
      port: 8080,
      publicUrl: 'http://localhost:8080',
      databaseUrl: undefined,
      backup: null,
      readMaxLagSeconds: 10,
      oidc: null,
      s3: null,
    })
  })

  it('makes a secret once and keeps it where only its owner reads it', () => {
    const { secret } = readConfig({ DATA_DIR })
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(readConfig({ DATA_DIR }).secret).toBe(secret)
    expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o600)
  })

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be development, production or test.'],
    [
      { DATABASE_URL: 'mysql://db/officina' },
      'DATABASE_URL must be an address that begins with postgres:// or postgresql://.',
    ],
    [
      { PUBLIC_URL: 'officina.example' },
      'PUBLIC_URL must be an address that begins with http:// or https://.',
    ],
    [
      { TRUSTED_PROXIES: '127.0.0.1, proxy.office' },
      'TRUSTED_PROXIES must be addresses or networks such as 127.0.0.1, 10.20.0.0/16.',
    ],
    [{ TIME_ZONE: 'Mars/Olympus' }, 'TIME_ZONE must be a time zone such as Europe/Warsaw.'],
    [
      { BACKUP_DIR: '/b', BACKUP_TIME: '24:00' },
      'BACKUP_TIME must be a time of day such as 02:15.',
    ],
    [
      { BACKUP_DIR: '/b', BACKUP_KEEP_DAILY: '0' },
      'BACKUP_KEEP_DAILY must be a whole number from 1 to 366.',
    ],
    [{ BACKUP_TIME: '02:15' }, 'BACKUP_DIR must be set too, with BACKUP_TIME.'],
    [{ READ_MAX_LAG_SECONDS: '0' }, 'READ_MAX_LAG_SECONDS must be a whole number from 1 to 3600.'],
    [{ SECRET: 'short' }, 'SECRET must have at least 32 characters.'],
    [
      { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'officina' },
      'OIDC_CLIENT_SECRET must be set too, with OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.',
    ],
    [
      { S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' },
      'S3_ENDPOINT must be set too, with S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY.',
    ],
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/officina' },
      'SECRET must be set when NODE_ENV is production and DATABASE_URL is given.',
    ],
  ])('refuses %j with one sentence', (environment, sentence) => {
    expect(() => readConfig({ DATA_DIR, ...environment })).toThrow(sentence)
  })

  it('plans a backup where BACKUP_DIR says, at night', () => {
    expect(readConfig({ DATA_DIR, BACKUP_DIR: '/b' }).backup).toEqual({
      directory: '/b',
      time: '02:15',
      retention: { daily: 7, weekly: 5 },
    })
  })

  it('drops the slash at the end of PUBLIC_URL', () => {
    expect(readConfig({ DATA_DIR, PUBLIC_URL: 'https://szkolenia.example/' }).publicUrl).toBe(
      'https://szkolenia.example',
    )
  })
})
