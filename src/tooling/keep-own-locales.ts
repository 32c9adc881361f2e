import type { Plugin } from 'vite'

/** React Aria carries its words in over thirty languages; only ours are bundled (about 60 kB less). */
export function keepOwnLocales(languages: readonly string[]): Plugin {
  return {
    name: 'officina-keep-own-locales',
    enforce: 'pre',
    load: {
      filter: {
        id: /\/(?:react-aria|react-aria-components|react-stately)\/dist\/.*\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.mjs$/,
      },
      handler(id) {
        const language = id.slice(-9, -7)
        return languages.includes(language) ? null : 'export default {}'
      },
    },
  }
}
