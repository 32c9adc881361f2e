import { backupCommand, restoreCommand } from './backup-command.ts'
import type { Command } from './command.ts'
import { migrateCommand } from './migrate-command.ts'
import { recountCommand } from './recount-command.ts'
import { seedCommand } from './seed-command.ts'
import { userCommand } from './user-command.ts'

export const commands: Command[] = [
  migrateCommand,
  seedCommand,
  userCommand,
  backupCommand,
  restoreCommand,
  recountCommand,
]
