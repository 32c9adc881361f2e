export { roleNames } from './role-names.ts'
