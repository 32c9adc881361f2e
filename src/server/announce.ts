import { isIPv6 } from 'node:net'
import { z } from 'zod'
import type { Config } from './config.ts'
import type { RunningServer } from './start-server.ts'

/** Tells whoever started the server where it is and how to get in. */
export async function announce(server: RunningServer, config: Config, seconds: number) {
  const lines = [`Officina is ready at ${config.publicUrl} (${seconds.toFixed(1)} s)`]
  const demo = server.demo ? await demonstration(config) : null
  if (demo) {
    const width = Math.max(...demo.accounts.map(({ email }) => email.length))
    lines.push('', `Demonstration accounts, password ${demo.password}`)
    for (const { email, role, displayName, unitName } of demo.accounts)
      lines.push(`  ${email.padEnd(width)}  ${role.padEnd(16)}  ${displayName}, ${unitName}`)
  }
  if (server.firstAdministratorLink)
    lines.push(
      '',
      'Make the first administrator with this link; it works once:',
      `  ${server.firstAdministratorLink}`,
    )
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}

const signInOptions = z.object({
  demo: z
    .object({
      password: z.string(),
      accounts: z.array(
        z.object({
          email: z.string(),
          displayName: z.string(),
          unitName: z.string(),
          role: z.string(),
        }),
      ),
    })
    .nullable(),
})

/** As the sign-in page learns it, so both always say the same. */
async function demonstration({ host, port }: Config) {
  const here = ['0.0.0.0', '::'].includes(host) ? 'localhost' : isIPv6(host) ? `[${host}]` : host
  const response = await fetch(`http://${here}:${port}/api/sign-in-options`)
  return response.ok ? signInOptions.parse(await response.json()).demo : null
}
