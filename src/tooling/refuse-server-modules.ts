import type { Plugin } from 'vite'

/** Server code, and whatever knows right answers: neither may reach a browser. */
const refused = /\/server\/[^?]*\.[jt]sx?$|\/score(?:[-./])[^?]*\.?[jt]sx?$/

/** Fails the build when a client bundle reaches a refused module. Type imports are erased before this looks. */
export function refuseServerModules(): Plugin {
  return {
    name: 'officina-refuse-server-modules',
    enforce: 'pre',
    load: {
      filter: { id: { include: refused, exclude: /\/node_modules\// } },
      handler(id) {
        const importers = this.getModuleInfo(id)?.importers ?? []
        this.error(`The browser may not have ${id}, imported by ${importers.join(', ') || 'entry'}`)
      },
    },
  }
}
