import { createFirstAdministratorLink } from '../../features/identity/server/public.ts'
import { migrate } from '../db/migrate.ts'
import { type Command, withDatabase } from './command.ts'

export const userCommand: Command = {
  name: 'user',
  summary: 'Make a new link for the first administrator',
  usage: 'user administrator-link',
  help: 'Prints a link that works once, for 72 hours, as long as nobody is an administrator. An earlier link stops working.\nPUBLIC_URL is the address it leads to.',
  options: {},
  run: async (context) => {
    if (context.positionals.join(' ') !== 'administrator-link')
      throw new Error('Say what to do: user administrator-link.')
    await withDatabase(context, async ({ sql, db }) => {
      await migrate(sql)
      const link = await createFirstAdministratorLink(db, context.config.publicUrl)
      if (link === null)
        throw new Error('There is an administrator already: she grants roles on the page People.')
      context.print(link)
    })
  },
}
