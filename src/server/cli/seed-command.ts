import type { Connection } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { type Command, withDatabase } from './command.ts'

type Seed = (connection: Pick<Connection, 'sql' | 'db'>) => Promise<void>

const datasets: Record<string, { about: string; load: () => Promise<Seed> }> = {
  demo: {
    about: 'the demonstration region: 137 Lublin offices, 1,425 officials, Veszprém county',
    load: async () => (await import('../seed/demo.ts')).seedDemo,
  },
  national: {
    about: 'a country for measuring: 217 offices, 23,000 officials, 20 courses',
    load: async () => (await import('../seed/national/seed-national.ts')).seedNational,
  },
  large: {
    about:
      'sixty such countries: 13,020 offices, 1.38 million officials; needs 40 GB and some minutes',
    load: async () => (await import('../seed/national/seed-large.ts')).seedLarge,
  },
}

/** What is loaded at once need not stand in the log as well: a seed that breaks off begins anew. */
const forLoading = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  full_page_writes: 'off',
}

export const seedCommand: Command = {
  name: 'seed',
  summary: 'Load a dataset into an empty database',
  usage: `seed ${Object.keys(datasets).join('|')}`,
  help: Object.entries(datasets)
    .map(([name, { about }]) => `  ${name.padEnd(9)} ${about}`)
    .join('\n'),
  options: {},
  run: async (context) => {
    const [name = '', ...rest] = context.positionals
    const dataset = datasets[name]
    if (!dataset || rest.length > 0)
      throw new Error(`Name one dataset: ${Object.keys(datasets).join(' or ')}.`)
    if (context.config.environment === 'production')
      throw new Error(
        'The demonstration accounts have a public password: not with NODE_ENV=production.',
      )
    const load = async ({ sql, db }: Connection) => {
      await migrate(sql)
      const [row] = await sql<{ filled: boolean }[]>`select exists (select 1 from unit) as filled`
      if (row?.filled) throw new Error('The database already holds units: seed an empty one.')
      const began = performance.now()
      const seed = await dataset.load()
      await seed({ sql, db })
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      context.print(`The dataset ${name} is loaded (${seconds} s).`)
    }
    await withDatabase(context, load, forLoading)
  },
}
