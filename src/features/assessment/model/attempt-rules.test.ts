import { expect, test } from 'vitest'
import { decideStart } from './attempt-rules.ts'

const now = new Date('2026-11-22T10:00:00Z')
const done = { submittedAt: new Date('2026-11-22T08:00:00Z'), passed: false }

test.each([
  {
    name: 'the first',
    attempts: [],
    rules: { maxAttempts: 3, retakeWaitHours: 24 },
    expected: { type: 'may-start', number: 1 },
  },
  {
    name: 'one is open',
    attempts: [{ submittedAt: null, passed: null }],
    rules: { maxAttempts: 1, retakeWaitHours: 0 },
    expected: { type: 'continue-open' },
  },
  {
    name: 'none left',
    attempts: [done, done],
    rules: { maxAttempts: 2, retakeWaitHours: 0 },
    expected: { type: 'no-attempts-left' },
  },
  {
    name: 'wait not over',
    attempts: [done],
    rules: { maxAttempts: 2, retakeWaitHours: 24 },
    expected: { type: 'too-early', nextAttemptAt: new Date('2026-11-23T08:00:00Z') },
  },
  {
    name: 'wait just over',
    attempts: [done],
    rules: { maxAttempts: 2, retakeWaitHours: 2 },
    expected: { type: 'may-start', number: 2 },
  },
])('$name', ({ attempts, rules, expected }) => {
  expect(decideStart(attempts, rules, now)).toEqual(expected)
})
