import { datasetNames } from './dataset.ts'

const subjects = ['demo', ...datasetNames] as const
const words = process.argv.slice(2)
// The browser alone, or the server first and then the browser.
const isBrowserOnly = words[0] === 'browser'
const [wanted = 'demo', ...rest] = isBrowserOnly ? words.slice(1) : words
const subject = subjects.find((name) => name === wanted)

if (rest.length > 0 || !subject) {
  console.error(`npm run bench -- [browser] ${subjects.join('|')}`)
  process.exitCode = 1
} else {
  if (!isBrowserOnly && subject === 'demo') await import('./demo.ts')
  else if (!isBrowserOnly && subject !== 'demo') {
    const { benchServer } = await import('./server.ts')
    await benchServer(subject)
  }
  const { benchBrowser } = await import('./browser.ts')
  await benchBrowser(subject)
}
