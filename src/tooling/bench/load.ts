import { Agent, request } from 'node:http'

/** One request; the same function may give another each time it is asked. */
export type Ask = () => {
  method: 'GET' | 'POST'
  path: string
  /** Session of the person who asks; none for pages that everybody may see. */
  cookie?: string
  body?: unknown
}

export type Figures = {
  connections: number
  requests: number
  seconds: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
  /** Mean size of an answer's body as sent. */
  bytes: number
}

/**
 * Asks over so many kept connections, each as soon as its last answer is there, for some seconds after
 * a warm-up. Throws at the first answer that is not a success: failures are not fast answers.
 */
export async function measure(
  base: string,
  ask: Ask,
  {
    connections,
    seconds,
    warmUpSeconds,
  }: Record<'connections' | 'seconds' | 'warmUpSeconds', number>,
): Promise<Figures> {
  const agents = Array.from(
    { length: connections },
    () => new Agent({ keepAlive: true, maxSockets: 1 }),
  )
  try {
    await askFor(base, ask, agents, warmUpSeconds)
    const began = performance.now()
    const answers = await askFor(base, ask, agents, seconds)
    return summary(answers, connections, (performance.now() - began) / 1000)
  } finally {
    for (const agent of agents) agent.destroy()
  }
}

type Answer = { ms: number; bytes: number }

async function askFor(base: string, ask: Ask, agents: Agent[], seconds: number): Promise<Answer[]> {
  const until = performance.now() + seconds * 1000
  const answers: Answer[] = []
  await Promise.all(
    agents.map(async (agent, index) => {
      // Each connection speaks for an office of its own, and more than one: limits count by address.
      for (let turn = 0; performance.now() < until; turn += 1) {
        const address = `10.${turn % 16}.${index}.1`
        answers.push(await askOnce(base, ask, agent, address))
      }
    }),
  )
  return answers
}

function askOnce(base: string, ask: Ask, agent: Agent, address: string): Promise<Answer> {
  const { method, path, cookie, body } = ask()
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers: Record<string, string> = {
    'x-forwarded-for': address,
    'accept-encoding': 'br',
    ...(method === 'POST' ? { origin: base } : {}),
    ...(text === undefined ? {} : { 'content-type': 'application/json' }),
    ...(cookie === undefined ? {} : { cookie }),
  }
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const outgoing = request(base + path, { agent, method, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const all = Buffer.concat(chunks)
        if (incoming.statusCode !== 200)
          reject(
            new Error(`${method} ${path}: ${incoming.statusCode} ${all.toString('utf8', 0, 300)}`),
          )
        else resolve({ ms: performance.now() - began, bytes: all.length })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

function summary(answers: Answer[], connections: number, seconds: number): Figures {
  const sorted = answers.map(({ ms }) => ms).sort((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    connections,
    requests: sorted.length,
    seconds,
    perSecond: sorted.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: answers.reduce((all, { bytes }) => all + bytes, 0) / Math.max(1, answers.length),
  }
}
