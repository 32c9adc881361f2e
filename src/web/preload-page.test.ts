import { type RouteObject, redirect } from 'react-router'
import { expect, test } from 'vitest'
import { preloadPage } from './preload-page.ts'

function routesThatTell() {
  const told: string[] = []
  const tell = (what: string) => {
    told.push(what)
    return null
  }
  const code = async () => tell('code')
  const routes: RouteObject[] = [
    {
      loader: () => tell('frame'),
      children: [
        {
          path: 'people/:personId',
          loader: ({ params, request }) =>
            tell(`${params.personId} ${new URL(request.url).searchParams.get('show')}`),
          lazy: { Component: code },
        },
        {
          path: 'dashboard',
          lazy: { loader: async () => () => tell('the loader that came with the code') },
        },
        {
          path: 'learn',
          loader: () => {
            throw redirect('/people/9')
          },
        },
        {
          path: 'broken',
          loader: () => Promise.reject(new Error('the server does not answer')),
          lazy: { Component: code },
        },
      ],
    },
  ]
  return { told, preload: (path: string) => preloadPage(routes, new URL(path, 'http://a.test')) }
}

test('brings data and code of each part of the page, and knows the address', async () => {
  const { told, preload } = routesThatTell()
  await preload('/people/7?show=all')
  expect(told.sort()).toEqual(['7 all', 'code', 'frame'])
})

test('calls a loader that comes with the code', async () => {
  const { told, preload } = routesThatTell()
  await preload('/dashboard')
  expect(told).toContain('the loader that came with the code')
})

test('follows where a loader leads on to', async () => {
  const { told, preload } = routesThatTell()
  await preload('/learn')
  expect(told).toContain('9 null')
})

test('leaves a failure to the navigation and brings the rest', async () => {
  const { told, preload } = routesThatTell()
  await preload('/broken')
  expect(told.sort()).toEqual(['code', 'frame'])
})

test('brings nothing of an address that is no page', async () => {
  const { told, preload } = routesThatTell()
  await preload('/nowhere')
  expect(told).toEqual([])
})
