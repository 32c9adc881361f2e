import { expect, test } from 'vitest'
import { earlyFiles } from './early-files.ts'

const html = '<script src="/start.js"></script><script src="/assets/index.js"></script>'

/** What the plugin makes of the page for a build of these chunks. */
function transform(page: string, chunks: Record<string, { of?: string; imports?: string[] }>) {
  const { transformIndexHtml } = earlyFiles()
  if (typeof transformIndexHtml !== 'object') throw new Error('the plugin has another shape')
  const bundle = Object.fromEntries(
    Object.entries(chunks).map(([fileName, { of, imports = [] }]) => [
      fileName,
      { type: 'chunk', fileName, facadeModuleId: of ? `/somewhere/${of}` : null, imports },
    ]),
  )
  for (const fileName of [
    'assets/reading-latin-normal-1.woff2',
    'assets/reading-polish-hungarian-normal-2.woff2',
  ])
    Object.assign(bundle, { [fileName]: { type: 'asset', fileName } })
  // The plugin reads four fields of a chunk, and nothing of the rest of the context.
  return Reflect.apply(transformIndexHtml.handler, undefined, [page, { bundle }]) as string
}

const catalogues = Object.fromEntries(
  ['first', 'rest'].flatMap((part) =>
    ['en', 'pl', 'hu'].map((language) => [
      `assets/${part}-${language}.js`,
      { of: `src/web/i18n/catalogues/${part}-${language}.ts` },
    ]),
  ),
)
const home = 'src/features/learning/web/home/HomePage.tsx'

test('names each part’s files with what they import, but not what the page names itself', () => {
  const page = transform(html, {
    ...catalogues,
    'assets/HomePage.js': { of: home, imports: ['assets/index.js', 'assets/page.js'] },
    'assets/page.js': { imports: ['assets/index.js'] },
    'assets/index.js': {},
  })
  expect(page).toContain('data-home="/assets/HomePage.js /assets/page.js"')
  expect(page).toContain('data-rest-hu="/assets/rest-hu.js"')
  expect(page).toContain(
    'data-faces="/assets/reading-latin-normal-1.woff2 /assets/reading-polish-hungarian-normal-2.woff2"',
  )
})

test('fails the build when a part is not in it, or the page has no start script', () => {
  expect(() => transform(html, catalogues)).toThrow('HomePage')
  expect(() => transform('<html></html>', { ...catalogues, 'h.js': { of: home } })).toThrow(
    'start.js',
  )
})

test('what comes early is compiled whole, the rest function by function', () => {
  const { generateBundle } = earlyFiles()
  if (typeof generateBundle !== 'object') throw new Error('the plugin has another shape')
  const chunk = (fileName: string, of: string | null, imports: string[] = []) => ({
    [fileName]: {
      type: 'chunk',
      fileName,
      facadeModuleId: of && `/somewhere/${of}`,
      imports,
      isEntry: fileName === 'index.js',
      code: 'work()',
    },
  })
  const bundle = {
    ...Object.assign({}, ...Object.entries(catalogues).map(([name, each]) => chunk(name, each.of))),
    ...chunk('index.js', null),
    ...chunk('home.js', home, ['page.js']),
    ...chunk('page.js', null),
    ...chunk('other.js', 'src/other.ts'),
  }
  Reflect.apply(generateBundle.handler, undefined, [{}, bundle])
  const codeOf = (name: string) => bundle[name]?.code
  for (const name of ['index.js', 'home.js', 'page.js', 'assets/first-hu.js'])
    expect(codeOf(name)).toBe('//# allFunctionsCalledOnLoad\nwork()')
  expect(codeOf('other.js')).toBe('work()')
})
