import { lingui } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import tailwindcss from '@tailwindcss/vite'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { copyApiDocs } from './src/tooling/copy-api-docs.ts'
import { earlyFiles } from './src/tooling/early-files.ts'
import { keepOwnLocales } from './src/tooling/keep-own-locales.ts'
import { precompress } from './src/tooling/precompress.ts'
import { refuseServerModules } from './src/tooling/refuse-server-modules.ts'

const apiServer = `http://localhost:${process.env.API_PORT ?? 8080}`

export default defineConfig({
  plugins: [
    refuseServerModules(),
    keepOwnLocales(['en', 'pl', 'hu']),
    lingui({ macroTransform: true, failOnCompileError: true }),
    react(),
    babel({ presets: [reactCompilerPreset()] }),
    tailwindcss(),
    earlyFiles(),
    copyApiDocs(),
    precompress(),
  ],
  build: {
    manifest: true,
    target: 'baseline-widely-available',
    // Scripts and styles come as files only: the content policy allows nothing inline.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file for what every page needs: crumbs compress badly and queue. Catalogues stay a language each.
            {
              name: 'first',
              tags: ['$initial'],
              test: (id) => !/\/(?:locales|catalogues)\//.test(id),
            },
            // What the start page and most others are made of, for the same reason.
            {
              name: 'page',
              test: /design-system\/(?:PageHeader|Card|Tag|DateTile|EmptyState|Disclosure|Steps|Progress)\.tsx|i18n\/(?:format|merge-catalogues)\.ts|icons\/(?:check|chevron-right)\./,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/rpc', '/api', '/content', '/health', '/xapi'].map((path) => [path, apiServer]),
    ),
  },
})
