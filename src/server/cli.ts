import { parseArgs } from 'node:util'
import { commands } from './cli/commands.ts'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'

/** `npm run officina -- <command>`: exit code 0 when done, 1 when it failed, 2 when misspelt. */
const [name, ...args] = process.argv.slice(2)
const command = commands.find((each) => each.name === name)

if (!command) {
  const isHelp = name === undefined || name === '--help' || name === 'help'
  const list = commands.map((each) => `  ${each.name.padEnd(12)}${each.summary}`).join('\n')
  const usage = `Usage: npm run officina -- <command> [options]\n\n${list}\n\nEach command explains itself with --help.`
  console.log(isHelp ? usage : `There is no command "${name}".\n\n${usage}`)
  process.exit(isHelp ? 0 : 2)
}

if (args.includes('--help')) {
  console.log(
    `${command.summary}\n\nUsage: npm run officina -- ${command.usage}\n\n${command.help}`,
  )
  process.exit(0)
}

try {
  const { values, positionals } = parseArgs({
    args,
    options: command.options,
    allowPositionals: true,
  })
  const config = readConfig(process.env)
  const log = createLog(config.environment)
  await command.run({ config, log, values, positionals, print: (line) => console.log(line) })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
