import { datasetNames } from './dataset.ts'

const [subject = 'demo', ...rest] = process.argv.slice(2)
const dataset = datasetNames.find((name) => name === subject)

if (rest.length === 0 && dataset) {
  const { benchServer } = await import('./server.ts')
  await benchServer(dataset)
} else if (rest.length === 0 && subject === 'demo') await import('./demo.ts')
else {
  console.error(`npm run bench -- demo|${datasetNames.join('|')}`)
  process.exitCode = 1
}
