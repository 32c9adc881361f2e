import cluster from 'node:cluster'
import { AggregatorRegistry, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { inTime } from './in-time.ts'

export type Metrics = {
  observe: (request: { method: string; pathname: string; status: number; seconds: number }) => void
  /** Prometheus text; 503 when a process does not tell its own. */
  render: () => Promise<Response>
}

/** Something of the whole installation, asked for when metrics are. */
export type Measure = {
  name: string
  help: string
  /** Which process's value counts for all. */
  ofAll: 'max' | 'min'
  /** Rejects, or is too late: then the value before stands, and when there was none the measure is missing. */
  read: () => Promise<number> | number
}

const patienceMs = 2000

export function createMetrics(measures: readonly Measure[] = []): Metrics {
  const registry = new Registry()
  if (cluster.isWorker) {
    // Making one begins to answer the process that asks all workers.
    void new AggregatorRegistry()
    AggregatorRegistry.setRegistries(registry)
  }
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  /** By labels: finding one takes the library longer than counting. As many as the histogram itself has. */
  const known = new Map<string, ReturnType<typeof duration.labels>>()
  for (const { name, help, ofAll, read } of measures) {
    const gauge = new Gauge({
      name,
      help,
      aggregator: ofAll,
      registers: [registry],
      collect: async () => {
        const value = await inTime(Promise.resolve().then(read), patienceMs).catch(() => null)
        if (value !== null) gauge.set(value)
      },
    })
    // It is made with 0, which would say that all is well.
    gauge.remove()
  }
  return {
    observe: ({ method, pathname, status, seconds }) => {
      const route = routeOf(pathname, status)
      const key = `${method} ${status} ${route}`
      let series = known.get(key)
      if (!series) {
        series = duration.labels({ method, route, status })
        known.set(key, series)
      }
      series.observe(seconds)
    },
    render: async () => {
      const text = cluster.isWorker ? await metricsOfAll() : await registry.metrics()
      if (text === null) return new Response('a process does not answer', { status: 503 })
      return new Response(text, { headers: { 'content-type': registry.contentType } })
    },
  }
}

/** Of all workers: the process that started them asks each. Null when one does not answer. */
function metricsOfAll(): Promise<string | null> {
  const wantsMetrics = nextQuestion++
  return new Promise((resolve) => {
    const hear = (message: { wantsMetrics?: number; text?: string | null }) => {
      if (message.wantsMetrics !== wantsMetrics) return
      process.off('message', hear)
      resolve(message.text ?? null)
    }
    process.on('message', hear)
    process.send?.({ wantsMetrics })
  })
}
let nextQuestion = 0

/** A label must have few values: paths that were not found, or hold an id, are counted by their area. */
function routeOf(pathname: string, status: number): string {
  const [, area = ''] = pathname.split('/')
  if (area === 'rpc' && status < 400) return pathname
  return ['rpc', 'api', 'xapi', 'content', 'assets', 'health'].includes(area) ? `/${area}` : 'page'
}
