import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compileAll } from './compile-all.ts'
import { badCourses } from './fixtures/bad-courses.ts'

const good = join(import.meta.dirname, 'fixtures/good')

describe('the compiler refuses', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'officina-courses-'))
    cpSync(good, root, { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it.each(badCourses)('$rule', ({ file, edit, problems }) => {
    const path = join(root, file)
    if (edit) {
      const before = readFileSync(path, 'utf8')
      expect(before).toContain(edit.from)
      writeFileSync(
        path,
        before.replace(edit.from, () => edit.to),
      )
    } else rmSync(path)

    const compiled = compileAll(root)
    const found = compiled.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
    expect(found.map((each, index) => upTo(problems[index], each)).sort()).toEqual(
      [...problems].sort(),
    )
    expect(compiled.courses).toEqual([])
  })
})

/** An expectation that ends in an ellipsis covers whatever begins like it. */
function upTo(expected: string | undefined, found: string): string {
  return expected?.endsWith('…') && found.startsWith(expected.slice(0, -1)) ? expected : found
}

describe('the good course', () => {
  const { courses, problems } = compileAll(good)
  const [course] = courses
  const blocks = course?.lessons[0]?.documents.en.blocks ?? []

  it('has no problems', () => {
    expect(problems).toEqual([])
    expect(course).toMatchObject({ id: 'sample', version: 1, title: { hu: 'Mintaképzés' } })
  })

  it('keeps every kind of block', () => {
    const kinds =
      'paragraph heading paragraph heading list table figure callout law definition steps compare case accordion checklist check reflection media download'
    expect(blocks.map(({ type }) => type).join(' ')).toBe(kinds)
  })

  it('leaves a colon in the text, gives headings ids and files their course', () => {
    expect(blocks[0]).toMatchObject({
      children: [{ text: 'At 10' }, { text: ':30' }, { text: ' a client comes; see ' }, {}, {}],
    })
    expect(blocks[1]).toMatchObject({ id: 'latwe-zdania' })
    const second = course?.lessons[1]?.documents.pl.blocks.filter(({ type }) => type === 'heading')
    expect(second).toMatchObject([{ id: 'a-heading' }, { id: 'a-heading-2' }])
    expect(blocks.at(-1)).toMatchObject({ src: 'sample/files/form.txt' })
    expect(blocks.at(-2)).toMatchObject({
      src: 'sample/media/call.mp3',
      transcript: [{ type: 'paragraph' }],
    })
  })

  it('names each source that a lesson cites, above or in a block', () => {
    const cited = course?.lessons.map(({ documents }) => documents.hu.sources.map(({ id }) => id))
    expect(cited).toEqual([['kpa', 'akr'], []])
  })

  it('parts what shows a question from what marks it', () => {
    const shown = JSON.stringify(course?.questions.map((question) => question.shown))
    expect(shown).not.toMatch(/right|why|It is|seven|false/)
    expect(course?.questions.map(({ marking }) => marking)).toMatchObject([
      { rightOptionId: 'this', whyByOption: { pl: { that: 'It is not.' } } },
      { rightOptionIds: ['red', 'green'] },
      { answer: false },
      { itemIds: ['explain', 'stay', 'name'] },
      { accept: { hu: ['7', 'seven'] } },
    ])
  })

  it('has a hash that follows its content', () => {
    expect(compileAll(good).courses[0]?.contentHash).toBe(course?.contentHash)
  })
})
