import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** Tokens of one appearance; later blocks overrule earlier ones as in the browser. */
function tokensOf(...selectors: string[]): Record<string, string> {
  const blocks = [...css.matchAll(/^ *([^\s{}/@][^{]*) \{([^}]*)\}/gm)]
  return Object.fromEntries(
    blocks
      .filter(([, selector]) => selectors.includes(selector ?? ''))
      .flatMap(([, , body]) => [...(body ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)])
      .map(([, name, value]) => [name, value]),
  )
}

const appearances = {
  light: { tokens: tokensOf(':root'), least: 4.5 },
  dark: { tokens: tokensOf(':root', '.dark'), least: 4.5 },
  contrast: { tokens: tokensOf(':root', '.contrast'), least: 7 },
  'dark contrast': { tokens: tokensOf(':root', '.dark', '.contrast', '.dark.contrast'), least: 7 },
}

const grounds = ['paper', 'surface', 'sunken']
const textPairs = [
  ...['ink', 'ink-2', 'ink-3', 'brand', 'brand-strong', 'late'].flatMap((ink) =>
    grounds.map((ground) => [ink, ground] as const),
  ),
  ...['due', 'late', 'done', 'info'].map((state) => [state, `${state}-soft`] as const),
  ['on-brand', 'brand'] as const,
  ['on-brand', 'brand-strong'] as const,
  ['brand-strong', 'brand-soft'] as const,
  ['ink', 'brand-soft'] as const,
  ['paper', 'ink'] as const,
]

for (const [name, { tokens, least }] of Object.entries(appearances)) {
  test.each(textPairs)(`${name}: %s is readable on %s`, (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(least)
  })
  test.each(['paper', 'surface'])(`${name}: borders of controls are seen on %s`, (ground) => {
    expect(contrast(tokens['line-strong'], tokens[ground])).toBeGreaterThanOrEqual(3)
  })
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('a token is missing')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
