const systems = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
] as const

/** Edge and Chrome name those they descend from as well: the first that fits is it. */
const browsers = [
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const

/** "Firefox, Windows": enough to know one's own device by; null when the browser says nothing known. */
export function deviceName(userAgent: string | null): string | null {
  const named = (signs: typeof systems | typeof browsers) =>
    signs.find(([, sign]) => sign.test(userAgent ?? ''))?.[0]
  const browser = named(browsers)
  return browser ? [browser, named(systems)].filter(Boolean).join(', ') : null
}
