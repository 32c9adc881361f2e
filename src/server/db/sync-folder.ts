import { open } from 'node:fs/promises'

/** Puts the names in a folder on the disk: without it a file that was just made or renamed may be gone after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and needs none of this.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
