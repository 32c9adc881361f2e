import { expect, test } from 'vitest'
import { membersFixture } from './matrix/members-fixture.ts'
import { membersInView, membersNamed } from './shown-members.ts'

const names = ['Kovács Eszter', 'Łucja Wójcik', 'Eszter Kiss']
const members = membersFixture(3, 5).map((member, index) => ({
  ...member,
  displayName: names[index] ?? '',
}))
const named = (query: string) => membersNamed(members, query).map((each) => each.displayName)

test.each([
  ['', names],
  ['  ', names],
  ['eszter', ['Kovács Eszter', 'Eszter Kiss']],
  ['eszter kovacs', ['Kovács Eszter']],
  ['lucja', ['Łucja Wójcik']],
  ['WÓJ', ['Łucja Wójcik']],
  ['nobody', []],
])('“%s” finds whose name has every word, accents or not', (query, found) => {
  expect(named(query)).toEqual(found)
})

test('a view shows those in its state', () => {
  const group = membersFixture(20, 5).map((member, index) =>
    index === 0 ? { ...member, state: 'completed' as const } : member,
  )
  const count = (view: Parameters<typeof membersInView>[1]) => membersInView(group, view).length
  expect(count('all')).toBe(20)
  expect(count('stuck')).toBe(2)
  expect(count('overdue')).toBe(4)
  expect(count('open')).toBe(19)
  expect(count('completed')).toBe(1)
})
