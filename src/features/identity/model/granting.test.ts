import { expect, test } from 'vitest'
import { permissionsByRole, roles } from '../../../contract/permission.ts'
import { mayGive, viewOf } from './granting.ts'

test('an administrator may give every role', () => {
  for (const role of roles) expect(mayGive(role, permissionsByRole.administrator)).toBe(true)
})

test('who holds less power cannot make an administrator', () => {
  expect(mayGive('administrator', ['roles.grant', 'people.read'])).toBe(false)
  expect(mayGive('trainer', ['roles.grant'])).toBe(true)
})

test('roles that see nothing of single people are not among the viewers', () => {
  expect(viewOf('learner')).toEqual([])
  expect(viewOf('owner')).toEqual([])
  expect(viewOf('manager')).toContain('progress.read')
})
