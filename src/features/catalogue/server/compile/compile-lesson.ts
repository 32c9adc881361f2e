// Over 300 lines because one switch names every block: each case is a few lines, and they share the walker.
import type { Blockquote, List, Root, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as plainText } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, CheckOption } from '../../model/lesson-document.ts'
import { attributeReader, childNamed } from './directives.ts'
import { type At, inlineCompiler, type LessonLink } from './inlines.ts'
import type { Report } from './problem.ts'
import { isSafeUrl } from './safe-url.ts'
import { slug } from './slug.ts'

/** What a lesson may refer to. */
export type LessonSurroundings = {
  file: string
  /** Lines of front matter above the body. */
  lineOffset: number
  courseId: string
  sourceIds: readonly string[]
  /** The figure as safe SVG, or null when there is no such file. */
  figure: (src: string) => string | null
  fileExists: (src: string) => boolean
  /** A transcript, in the lesson's language. */
  readText: (src: string) => string | null
}

/** A block that keeps a learner's state. `shape` is what must agree between languages. */
export type BlockId = { id: string; shape: string; line: number }

export type CompiledBody = {
  blocks: Block[]
  /** Line of each block in the file. */
  lines: number[]
  blockIds: BlockId[]
  headingIds: string[]
  lessonLinks: LessonLink[]
  sourceIdsUsed: string[]
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

/** Compiles a lesson's Markdown; everything wrong is reported with its line, and compiling goes on. */
export function compileLesson(
  markdown: string,
  around: LessonSurroundings,
  report: Report,
): CompiledBody {
  const root: Root = parser.parse(markdown)
  const blockIds: BlockId[] = []
  const headingIds: string[] = []
  const lessonLinks: LessonLink[] = []
  const sourceIdsUsed: string[] = []
  let headingLevel = 1

  const lineOf = (node: Parameters<At>[0]) => around.lineOffset + (node.position?.start.line ?? 1)
  const at: At = (node, message) => report(around.file, lineOf(node), message)
  const { inlines, itemText, reasonText } = inlineCompiler(markdown, lessonLinks, at)

  const blocks = (nodes: readonly RootContent[]): Block[] =>
    nodes.flatMap((node) => {
      if (node.type !== 'heading') return block(node) ?? []
      at(node, 'a heading stands between blocks, not inside one')
      return []
    })

  function block(node: RootContent): Block | null {
    switch (node.type) {
      case 'heading': {
        if (node.depth !== 2 && node.depth !== 3) {
          at(node, 'headings in a lesson are ## or ###; the title stands in the front matter')
          return null
        }
        if (node.depth > headingLevel + 1) at(node, 'a heading level is skipped')
        headingLevel = node.depth
        const id = slug(plainText(node), headingIds)
        headingIds.push(id)
        return { type: 'heading', level: node.depth, id, children: inlines(node.children) }
      }
      case 'paragraph':
        return { type: 'paragraph', children: inlines(node.children) }
      case 'list':
        return { type: 'list', ordered: node.ordered ?? false, items: items(node) }
      case 'table':
        return table(node)
      case 'containerDirective':
        return container(node)
      case 'leafDirective':
        return leaf(node)
      case 'blockquote':
        at(node, 'a quotation needs a block of its own: law, case or callout')
        return null
      default:
        at(node, `"${node.type}" is not a lesson block`)
        return null
    }
  }

  function container(node: ContainerDirective): Block | null {
    const attribute = attributeReader(node, at)
    switch (node.name) {
      case 'callout': {
        const kind = attribute('kind')
        if (kind !== 'tip' && kind !== 'warning' && kind !== 'remember') {
          at(node, "a callout's kind is tip, warning or remember")
          return null
        }
        return { type: 'callout', kind, blocks: filled(node) }
      }
      case 'law': {
        const source = attribute('source')
        if (source && !around.sourceIds.includes(source)) at(node, `unknown source "${source}"`)
        sourceIdsUsed.push(source)
        const url = attribute('url')
        if (url && !isSafeUrl(url)) at(node, `"${url}" is not an https address`)
        return { type: 'law', reference: attribute('ref'), url, blocks: filled(node) }
      }
      case 'definition':
        return { type: 'definition', term: attribute('term'), blocks: filled(node) }
      case 'steps': {
        const list = onlyList(node)
        return list && { type: 'steps', items: items(list) }
      }
      case 'compare': {
        const [dont, right] = [childNamed(node, 'dont'), childNamed(node, 'do')]
        if (!dont || !right || node.children.length !== 2) {
          at(node, 'a comparison has one :::dont and one :::do, and nothing else')
          return null
        }
        return { type: 'compare', dont: side(dont), do: side(right) }
      }
      case 'case': {
        const reveal = childNamed(node, 'reveal')
        if (!reveal) {
          at(node, 'a case has a :::reveal')
          return null
        }
        const story = node.children.filter((each) => each !== reveal)
        if (story.length === 0) at(node, 'a case has a story before its :::reveal')
        return {
          type: 'case',
          title: attribute('title'),
          blocks: blocks(story),
          reveal: { label: attributeReader(reveal, at)('label'), blocks: filled(reveal) },
        }
      }
      case 'accordion':
        return { type: 'accordion', title: attribute('title'), blocks: filled(node) }
      case 'checklist': {
        const list = onlyList(node)
        if (!list) return null
        return {
          type: 'checklist',
          id: ownId(node, `checklist of ${list.children.length}`),
          title: attribute('title'),
          items: list.children.map(itemText),
        }
      }
      case 'check':
        return check(node)
      case 'reflection':
        return { type: 'reflection', id: ownId(node, 'reflection'), blocks: filled(node) }
      default:
        at(node, `unknown block ":::${node.name}"`)
        return null
    }
  }

  function leaf(node: LeafDirective): Block | null {
    const attribute = attributeReader(node, at)
    switch (node.name) {
      case 'figure': {
        const src = attribute('src')
        const svg = src ? around.figure(src) : null
        if (src && svg === null) at(node, `there is no figure ${src}`)
        return {
          type: 'figure',
          svg: svg ?? '',
          alt: attribute('alt'),
          caption: attribute('caption'),
        }
      }
      case 'media': {
        const kind = attribute('kind')
        if (kind !== 'video' && kind !== 'audio') at(node, 'kind is video or audio')
        const [src, captions, transcript] = [
          attribute('src'),
          attribute('captions'),
          attribute('transcript'),
        ]
        for (const path of [src, captions])
          if (path && !around.fileExists(path)) at(node, `there is no file ${path}`)
        return {
          type: 'media',
          kind: kind === 'audio' ? 'audio' : 'video',
          src: `${around.courseId}/${src}`,
          captions: `${around.courseId}/${captions}`,
          transcript: transcriptBlocks(node, transcript),
          title: attribute('title'),
        }
      }
      case 'download': {
        const src = attribute('src')
        if (src && !around.fileExists(src)) at(node, `there is no file ${src}`)
        return { type: 'download', src: `${around.courseId}/${src}`, title: attribute('title') }
      }
      default:
        at(node, `unknown block "::${node.name}"`)
        return null
    }
  }

  function check(node: ContainerDirective): Block | null {
    attributeReader(node, at)
    const list = node.children.find((each) => each.type === 'list')
    const question = node.children.filter((each) => each !== list)
    if (!list || question.length === 0) {
      at(node, 'a knowledge check has a question and a task list')
      return null
    }
    const options = list.children.map((item): CheckOption => {
      const why = item.children.find((each): each is Blockquote => each.type === 'blockquote')
      if (item.checked == null) at(item, 'an answer begins with [ ] or [x]')
      if (!why) at(item, 'an answer has its reason as an indented quotation (>)')
      return {
        text: itemText(item),
        right: item.checked === true,
        why: why ? reasonText(why) : [],
      }
    })
    const right = options.filter((option) => option.right).length
    if (right === 0) at(node, 'a knowledge check has a right answer')
    if (options.length < 2) at(node, 'a knowledge check has two answers at least')
    const signs = options.map((option) => (option.right ? 'x' : '-')).join('')
    return {
      type: 'check',
      id: ownId(node, `check ${signs}`),
      several: right > 1,
      question: blocks(question),
      options,
    }
  }

  const side = (node: ContainerDirective) => ({
    title: attributeReader(node, at)('title'),
    blocks: filled(node),
  })

  const items = (list: List): Block[][] => list.children.map((item) => blocks(item.children))

  function table(node: Table): Block {
    const [head, ...rows] = node.children.map((row) =>
      row.children.map((cell) => inlines(cell.children)),
    )
    return { type: 'table', head: head ?? [], rows }
  }

  function transcriptBlocks(node: LeafDirective, src: string): Block[] {
    const text = src ? around.readText(src) : null
    if (src && text === null) at(node, `there is no transcript ${src}`)
    if (text === null) return []
    return compileLesson(
      text,
      { ...around, file: `${around.file} (${src})`, lineOffset: 0 },
      report,
    ).blocks
  }

  function ownId(node: ContainerDirective, shape: string): string {
    const id = node.attributes?.id ?? ''
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      at(node, `${node.name} needs an id: {#words-with-hyphens}`)
    if (blockIds.some((each) => each.id === id))
      at(node, `the id ${id} stands twice in this lesson`)
    blockIds.push({ id, shape, line: lineOf(node) })
    return id
  }

  function filled(node: ContainerDirective): Block[] {
    const content = blocks(node.children)
    if (content.length === 0) at(node, `${node.name} is empty`)
    return content
  }

  function onlyList(node: ContainerDirective): List | null {
    const list = node.children.find((each) => each.type === 'list')
    if (!list || node.children.length !== 1) {
      at(node, `${node.name} holds one list and nothing else`)
      return null
    }
    return list
  }

  const top = root.children.flatMap((node) => {
    const compiled = block(node)
    return compiled ? [{ compiled, line: lineOf(node) }] : []
  })
  return {
    blocks: top.map(({ compiled }) => compiled),
    lines: top.map(({ line }) => line),
    blockIds,
    headingIds,
    lessonLinks: lessonLinks.map((link) => ({ ...link, line: around.lineOffset + link.line })),
    sourceIdsUsed,
  }
}
