/** Has public/sw.js keep the app's files on this device, so that it opens without a connection, too. */
export async function keepApp(): Promise<void> {
  // In development the files change under their names; without https there are no service workers.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === window.location.origin)
  active?.postMessage(loaded.map(({ pathname }) => pathname))
}
