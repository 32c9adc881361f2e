import { inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const deflated = 8
const tooLargeCode = 'ERR_BUFFER_TOO_LARGE'

/**
 * Whether everything in a zip file, unpacked, is no longer than so many bytes together. It is unpacked to be
 * sure, entry by entry and never beyond what is left: the sizes a file declares are only a claim.
 * Throws for what is no zip file, and for the form of larger ones (zip64).
 */
export function unpacksWithin(file: Uint8Array, mostBytes: number): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  let left = mostBytes
  for (const { method, data } of entriesOf(bytes)) {
    left -= method === deflated ? inflatedSize(data, left) : data.length
    if (left < 0) return false
  }
  return true
}

/** Infinity when it is longer than the limit. */
function inflatedSize(data: Uint8Array, limit: number): number {
  try {
    // At least one, for zero means no limit.
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) }).length
  } catch (error) {
    const isTooLarge = error instanceof RangeError && Reflect.get(error, 'code') === tooLargeCode
    if (isTooLarge) return Number.POSITIVE_INFINITY
    throw error
  }
}

/** What the directory at the end of the file lists (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
function* entriesOf(bytes: Buffer) {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(endMark)
  const end = bytes.lastIndexOf(mark)
  let at = bytes.readUInt32LE(end + 16)
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry--) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error('not a zip directory')
    const size = bytes.readUInt32LE(at + 20)
    const header = bytes.readUInt32LE(at + 42)
    const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
    if (from + size > bytes.length) throw new Error('an entry leads out of the file')
    yield { method: bytes.readUInt16LE(at + 10), data: bytes.subarray(from, from + size) }
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}
