import { migrate } from '../db/migrate.ts'
import { type Command, withDatabase } from './command.ts'

export const seedCommand: Command = {
  name: 'seed',
  summary: 'Load a dataset into an empty database',
  usage: 'seed demo',
  help: '  demo  the demonstration region: 137 Lublin offices, 1,425 officials, Veszprém county',
  options: {},
  run: async (context) => {
    const [dataset, ...rest] = context.positionals
    if (dataset !== 'demo' || rest.length > 0) throw new Error('Name one dataset: demo.')
    if (context.config.environment === 'production')
      throw new Error(
        'The demonstration accounts have a public password: not with NODE_ENV=production.',
      )
    await withDatabase(context, async ({ sql, db }) => {
      await migrate(sql)
      const [row] = await sql<{ filled: boolean }[]>`select exists (select 1 from unit) as filled`
      if (row?.filled) throw new Error('The database already holds units: seed an empty one.')
      const { seedDemo } = await import('../seed/demo.ts')
      await seedDemo({ sql, db })
      context.print('The demonstration region is loaded.')
    })
  },
}
