import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { refuseServerModules } from './refuse-server-modules.ts'

const bundle = (entry: string) =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins: [refuseServerModules()],
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(`fixtures/bad-bundle/${entry}`, import.meta.url)),
      },
    },
  })

test('stops a bundle that reaches a server module, and names both files', async () => {
  await expect(bundle('reaches-server.ts')).rejects.toThrow(
    /may not have .*server\/store\.ts, imported by .*reaches-server\.ts/,
  )
})

test('stops a bundle that reaches right answers, also when loaded later', async () => {
  await expect(bundle('reaches-answers.ts')).rejects.toThrow(/may not have .*score-order\.ts/)
})

test('lets types of a server module through: nothing of them is left', async () => {
  await expect(bundle('only-types.ts')).resolves.toBeDefined()
})
