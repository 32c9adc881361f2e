import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { unpacksWithin } from './unpacks-within.ts'

/** A zip file of these entries; each declares `claim` as its unpacked size. */
function zipOf(contents: Buffer[], claim: number): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const content of contents) {
    const data = deflateRawSync(content)
    const local = Buffer.alloc(31)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(claim, 22)
    local.writeUInt16LE(1, 26)
    local.write('x', 30)
    const entry = Buffer.alloc(47)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(claim, 24)
    entry.writeUInt16LE(1, 28)
    entry.writeUInt32LE(offset, 42)
    entry.write('x', 46)
    locals.push(local, data)
    entries.push(entry)
    offset += local.length + data.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(contents.length, 8)
  end.writeUInt16LE(contents.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const thousand = Buffer.alloc(1000)

test.each([
  ['one entry at the limit', [thousand], 1000, 1000, true],
  ['one entry above it', [thousand], 1000, 999, false],
  ['an entry that claims to be small', [thousand], 1, 999, false],
  ['several that are too much together', [thousand, thousand, thousand], 1000, 2999, false],
  ['nothing in it', [], 0, 0, true],
])('%s', (_, contents, claim, limit, fits) => {
  expect(unpacksWithin(zipOf(contents, claim), limit)).toBe(fits)
})

test.each([
  ['no directory', Buffer.from('PK\u0003\u0004 and nothing else')],
  ['cut off', zipOf([thousand], 1000).subarray(10)],
])('throws for a file with %s', (_, file) => {
  expect(() => unpacksWithin(file, 10_000)).toThrow()
})

test('a spreadsheet made to blow up is refused before it is opened', async () => {
  const bomb = zipOf([Buffer.alloc(201_000_000)], 100)
  expect(bomb.length).toBeLessThan(250_000)
  expect(await readTable(new Blob([new Uint8Array(bomb)]))).toEqual({ refused: 'too-large' })
})

test('an ordinary spreadsheet is read', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('People').addRows([['Name'], ['Łucja']])
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  expect(await readTable(new Blob([bytes]))).toMatchObject({ columns: ['Name'] })
})

test.each(['utf-16le', 'utf-16be'])('a list in %s is read by its mark', async (encoding) => {
  const bytes = Buffer.from('\ufeffNazwisko;Imię\r\nŁapa;Łucja\r\n', 'utf16le')
  if (encoding === 'utf-16be') bytes.swap16()
  expect(await readTable(new Blob([new Uint8Array(bytes)]))).toEqual({
    columns: ['Nazwisko', 'Imię'],
    rows: [{ rowNumber: 2, cells: ['Łapa', 'Łucja'] }],
  })
})
