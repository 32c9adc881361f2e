import type { Plugin } from 'vite'

/** Server code, and whatever knows right answers: neither may reach a browser. */
const refused = /\/server\/[^?]*\.[jt]sx?$|\/score(?:[-./])[^?]*\.?[jt]sx?$/

/** Fails the build when a client bundle reaches a refused module. Type imports are erased before this looks. */
export function refuseServerModules(): Plugin {
  return {
    name: 'officina-refuse-server-modules',
    enforce: 'pre',
    resolveId: {
      filter: { id: /server|score/ },
      async handler(source, importer, options) {
        const target = await this.resolve(source, importer, { ...options, skipSelf: true })
        if (target && refused.test(target.id) && !target.id.includes('/node_modules/'))
          this.error(`The browser may not have ${target.id}, imported by ${importer ?? 'the page'}`)
        return target
      },
    },
  }
}
