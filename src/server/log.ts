import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/** JSON lines in production, one short readable line per event elsewhere. */
export function createLog(environment: 'production' | 'development' | 'test'): Log {
  const options = { level: environment === 'test' ? 'silent' : 'info', base: null, redact }
  return environment === 'production' ? pino(options, inBlocks()) : pino(options, readableLines)
}

/** A write a line costs a short request a twentieth of its time. What is left at the end is written at exit. */
const inBlocks = () => pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 })

// Headers that open a session must not end up in a log file.
const redact = ['*.cookie', '*.authorization', '*.password', '*.secret', '*.token']

const readableLines: DestinationStream = {
  write(line) {
    const { level, time, msg, err, ...rest } = JSON.parse(line) as ReadableEvent // written by pino just above
    const mark = level >= 50 ? ' ERROR' : level >= 40 ? ' warning' : ''
    const fields = Object.entries(rest).map(([name, value]) => `${name}=${plain(value)}`)
    const head = `${new Date(time).toISOString().slice(11, 19)}${mark} ${msg ?? ''}`
    process.stdout.write(`${[head, ...fields].join(' ')}\n${err?.stack ? `${err.stack}\n` : ''}`)
  },
}

type ReadableEvent = {
  level: number
  time: number
  msg?: string
  err?: { stack?: string }
  [field: string]: unknown
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value)
}
