export { rebuildRollups } from './rollup.ts'
