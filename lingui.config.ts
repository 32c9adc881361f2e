import { readdirSync } from 'node:fs'
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

const slices = readdirSync(new URL('./src/features', import.meta.url))

/** One catalogue a slice and one for the shell, so that a slice's words live and change with it. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'pl', 'hu'],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
  catalogs: [
    {
      path: '<rootDir>/src/web/i18n/locales/{locale}',
      include: ['<rootDir>/src/web'],
      exclude: ['<rootDir>/src/web/pages', '<rootDir>/src/web/tour'],
    },
    // Apart, because the first page waits for the shell's words but not for these.
    {
      path: '<rootDir>/src/web/pages/locales/{locale}',
      include: ['<rootDir>/src/web/pages'],
      exclude: ['<rootDir>/src/web/pages/help'],
    },
    // Read only by who asks for them.
    {
      path: '<rootDir>/src/web/pages/help/locales/{locale}',
      include: ['<rootDir>/src/web/pages/help'],
    },
    { path: '<rootDir>/src/web/tour/locales/{locale}', include: ['<rootDir>/src/web/tour'] },
    ...slices.map((slice) => ({
      path: `<rootDir>/src/features/${slice}/web/locales/{locale}`,
      include: [
        `<rootDir>/src/features/${slice}/web`,
        // Question types keep their screens in the folder of the type.
        `<rootDir>/src/features/${slice}/questions`,
      ],
    })),
  ],
})
