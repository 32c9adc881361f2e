import { recountRollups } from '../../features/reporting/server/public.ts'
import { migrate } from '../db/migrate.ts'
import { type Command, withDatabase } from './command.ts'

export const recountCommand: Command = {
  name: 'recount',
  summary: 'Count the sums of the dashboards anew',
  usage: 'recount',
  help: 'Tells how many rows differed from what was kept, and puts them right. The server may run: dashboards are\nread meanwhile, and what people do is added afterwards. What they did in the seconds before may count as a\ndifference.',
  options: {},
  run: async (context) =>
    await withDatabase(context, async ({ sql, db }) => {
      await migrate(sql)
      const { timeZone } = context.config
      const tables = await recountRollups(db, { clock: () => new Date(), timeZone })
      const differing = tables.filter(({ differed }) => differed > 0)
      for (const { table, differed } of differing)
        context.print(`${table}: ${differed} rows differed and were put right`)
      const rows = tables.reduce((total, each) => total + each.rows, 0)
      if (differing.length === 0) context.print(`All ${rows} rows of the sums were right.`)
    }),
}
