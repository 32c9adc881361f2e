import type { Me } from './session.ts'

export type Appearance = Me['person']['appearance']

/** Shows the page this way at once; `public/start.js` does it again before the next first paint. */
export function applyAppearance({ theme, textSize }: Appearance): void {
  // biome-ignore lint/suspicious/noDocumentCookie: read synchronously before the first paint; Cookie Store is asynchronous
  document.cookie = `appearance=${theme}.${textSize}; path=/; max-age=31536000; samesite=lax`
  document.dispatchEvent(new Event('officina:appearance'))
}

/** What this browser shows now. */
export function browserAppearance(): Appearance {
  const [theme, textSize] =
    document.cookie.match(/(?:^|; )appearance=([^;]*)/)?.[1]?.split('.') ?? []
  return {
    version: 1,
    theme: themes.find((each) => each === theme) ?? 'system',
    textSize: textSizes.find((each) => each === textSize) ?? 'normal',
  }
}

export const themes: readonly Appearance['theme'][] = ['system', 'light', 'dark', 'contrast']
export const textSizes: readonly Appearance['textSize'][] = ['normal', 'large', 'largest']
