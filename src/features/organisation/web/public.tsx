export { useUnitWords } from './unit-words.ts'
