import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const start = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui' })\n`

/** Puts Swagger UI beside the web app, for `/api/docs`: from this origin, without inline script. */
export function copyApiDocs(): Plugin {
  let folder = 'dist'
  return {
    name: 'officina-copy-api-docs',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir, 'api-docs')
    },
    writeBundle: {
      // Before what stands beside it is compressed.
      order: 'pre',
      sequential: true,
      async handler() {
        const source = dirname(
          createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
        )
        await mkdir(folder, { recursive: true })
        for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js'])
          await copyFile(join(source, name), join(folder, name))
        await writeFile(join(folder, 'start.js'), start)
      },
    },
  }
}
