import { resolve } from 'node:path'
import { backup } from '../db/backup.ts'
import { restore } from '../db/restore.ts'
import { type Command, withDatabase } from './command.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Write all data of the database to a folder',
  usage: 'backup [folder]',
  help: 'Default folder: officina-backup-<date and time>. The folder must not exist yet.\nThe server may run: the backup shows one moment. Keep the SECRET (DATA_DIR/secret) with it:\nwithout it people have to set up their second factor again.',
  options: {},
  run: async (context) => {
    const at = new Date().toISOString().slice(0, 19).replaceAll(':', '')
    const folder = resolve(context.positionals[0] ?? `officina-backup-${at}`)
    const rows = await withDatabase(context, ({ sql }) => backup(sql, folder))
    context.print(`${rows} rows written to ${folder}`)
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Load a backup into an empty database',
  usage: 'restore <folder>',
  help: 'Stop the server first. The database may hold no people and no units; a backup of an older version is\nmigrated on the way. Everything is loaded, or nothing.',
  options: {},
  run: async (context) => {
    const [folder] = context.positionals
    if (!folder) throw new Error('Name the folder of the backup.')
    const rows = await withDatabase(context, ({ sql }) => restore(sql, resolve(folder)))
    context.print(`${rows} rows loaded from ${resolve(folder)}`)
  },
}
