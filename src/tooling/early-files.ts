import type { Plugin, Rolldown } from 'vite'

/** The face of lessons: what its files' names begin with. */
const readingFaces = ['reading-latin-normal', 'reading-polish-hungarian-normal']

/** What public/start.js asks for while the app comes: each part's files, by what it calls them. */
const parts = {
  home: 'src/features/learning/web/home/HomePage.tsx',
  ...Object.fromEntries(
    ['first', 'rest'].flatMap((part) =>
      ['en', 'pl', 'hu'].map((language) => [
        `${part}-${language}`,
        `src/web/i18n/catalogues/${part}-${language}.ts`,
      ]),
    ),
  ),
}

/** All of such a file is compiled while it arrives, beside the main thread, and not function by function when called. */
const compileWhole = '//# allFunctionsCalledOnLoad\n'

/**
 * Writes the names of these parts' files on the element of the start script, once the build has given them, and
 * has the browser compile them and the entry early.
 */
export function earlyFiles(): Plugin {
  return {
    name: 'officina-early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const known = new Set(html.match(/(?<=")\/assets\/[^"]+\.js/g))
        const attributes = Object.entries(parts).map(([part, module]) => {
          const files = filesOf(chunks, module).filter((file) => !known.has(file))
          return ` data-${part}="${files.join(' ')}"`
        })
        const faces = Object.keys(bundle).filter((name) =>
          readingFaces.some((face) => name.startsWith(`assets/${face}-`)),
        )
        if (faces.length < readingFaces.length)
          throw new Error('The build lacks a file of the face that lessons are read in')
        attributes.push(` data-faces="${faces.map((name) => `/${name}`).join(' ')}"`)
        const at = '<script src="/start.js"'
        if (!html.includes(at)) throw new Error(`index.html has no ${at}`)
        return html.replace(at, at + attributes.join(''))
      },
    },
    generateBundle: {
      // Last: the comment counts at the very beginning of a file only.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const early = new Set(Object.values(parts).flatMap((module) => filesOf(chunks, module)))
        for (const chunk of chunks)
          if (chunk.isEntry || early.has(`/${chunk.fileName}`))
            chunk.code = compileWhole + chunk.code
      },
    },
  }
}

/** The chunk of a module and all it imports statically. */
function filesOf(chunks: Rolldown.OutputChunk[], module: string): string[] {
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
  if (!own) throw new Error(`The build has no chunk of ${module}: nothing can be asked for early`)
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(visit)
  }
  visit(own.fileName)
  return [...seen].map((name) => `/${name}`)
}
