import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from './ids.ts'

const chunkBytes = 65_536

type Add = (part: string | Uint8Array) => Promise<void>

/**
 * A file on the disk on its way to somebody, never whole in memory. It has no name there, so nothing of it is left
 * when the process dies. It is read once, by `chunks`; who does not read it to its end says `discard`.
 */
export class SpooledFile extends File {
  readonly #handle: FileHandle
  readonly #size: number

  private constructor(handle: FileHandle, size: number, name: string, type: string) {
    super([], name, { type })
    this.#handle = handle
    this.#size = size
  }

  /** @param write is given where the parts go, in their order; when it throws nothing is left */
  static async write(name: string, type: string, write: (add: Add) => Promise<void>) {
    const handle = await openUnnamed()
    try {
      await write((part) => handle.appendFile(part))
      return new SpooledFile(handle, (await handle.stat()).size, name, type)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  override get size() {
    return this.#size
  }

  /** Its bytes, once. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let position = 0; position < this.#size; ) {
      const { buffer, bytesRead } = await this.#handle.read({
        position,
        buffer: Buffer.alloc(chunkBytes),
      })
      if (bytesRead === 0) throw new Error('The file on the disk has become shorter.')
      position += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
    await this.discard()
  }

  /** Twice is no harm. */
  discard() {
    return this.#handle.close()
  }
}

async function openUnnamed(): Promise<FileHandle> {
  const path = join(tmpdir(), `officina-${newId()}`)
  const handle = await open(path, 'wx+', 0o600)
  await unlink(path)
  return handle
}
