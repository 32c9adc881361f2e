export { recountRollups } from './recount.ts'
export { rebuildRollups } from './rollup.ts'
