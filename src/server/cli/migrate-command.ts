import { migrate, migrationState } from '../db/migrate.ts'
import { type Command, withDatabase } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database to the state this version needs',
  usage: 'migrate [--dry-run]',
  help: 'A server does this itself when it starts.\n  --dry-run  only list what is missing',
  options: { 'dry-run': { type: 'boolean' } },
  run: async (context) =>
    await withDatabase(context, async ({ sql }) => {
      const state = await migrationState(sql)
      if (state.conflict !== null) throw new Error(state.conflict)
      const names = context.values['dry-run'] ? state.pending : await migrate(sql)
      const done = context.values['dry-run'] ? 'missing' : 'applied'
      for (const name of names) context.print(`${done}: ${name}`)
      if (names.length === 0) context.print('The database is current.')
    }),
}
