import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'

export type ChangeFeed = {
  /** False while changes may go unheard: nothing kept may be trusted. */
  isLive: () => boolean
  close: () => Promise<void>
}

const channel = 'officina_changes'
const pingEveryMs = 5000
const retryMs = 500

/**
 * Hears what other processes changed, by PostgreSQL's NOTIFY, which comes with the commit. A connection that
 * breaks is noticed at once, a network that goes silent after ten seconds; then it is opened anew.
 * @param onChange gets the kind, as the triggers of migration 0009 name it
 * @param onGap is called whenever changes may have been missed
 */
export function followChanges(
  url: string,
  { onChange, onGap }: { onChange: (kind: string) => void; onGap: () => void },
): ChangeFeed {
  let live = false
  let closed = false
  /** Ends the wait between two signs of life. */
  let wake: () => void = () => {}
  let sql = open()
  void follow()
  return {
    isLive: () => live,
    close: async () => {
      closed = true
      lose()
      await sql.end({ timeout: 1 })
    },
  }

  function open(): postgres.Sql {
    const settings = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      fetch_types: false,
      connection: { application_name: 'officina changes' },
      onnotice: () => {},
      onclose: lose,
      onnotify: (from: string, kind: string) => {
        if (from === channel) onChange(kind)
      },
    }
    return postgres(url, settings)
  }

  function lose() {
    live = false
    onGap()
    wake()
    // The wait before the next try is not cut short: closing what broke calls this once more.
    wake = () => {}
  }

  /** Listens, then asks for a sign of life again and again; the driver would open a new connection that does not listen. */
  async function follow() {
    const mine = sql
    try {
      await withinPatience(mine.unsafe(`listen ${channel}`))
      // What was read before may be older than what was not heard.
      onGap()
      live = !closed
      while (!closed && live) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pingEveryMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        if (live) await withinPatience(mine.unsafe('select 1'))
      }
    } catch {
      // Broken or silent: begun again below.
    }
    if (closed) return
    lose()
    await mine.end({ timeout: 0 }).catch(() => {})
    await pause(retryMs, undefined, { ref: false })
    if (closed) return
    sql = open()
    void follow()
  }
}

function withinPatience<T>(query: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database is silent')), pingEveryMs)
  })
  return Promise.race([query, late]).finally(() => clearTimeout(timer))
}
