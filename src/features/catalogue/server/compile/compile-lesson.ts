/** 330 lines because one switch names every block; each case is a few lines and they share the walker. */
import type { Blockquote, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as plainText } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, CheckOption, Inline } from '../../model/lesson-document.ts'
import type { Report } from './problem.ts'
import { isSafeUrl } from './safe-url.ts'

/** What a lesson may refer to. */
export type LessonSurroundings = {
  file: string
  /** Lines of front matter above the body. */
  lineOffset: number
  lessonKeys: readonly string[]
  sourceIds: readonly string[]
  /** The figure as safe SVG, or null when there is no such file. */
  figure: (src: string) => string | null
  fileExists: (src: string) => boolean
  readText: (src: string) => string | null
}

export type CompiledBody = { blocks: Block[]; blockIds: string[]; sourceIdsUsed: string[] }

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

/** Compiles a lesson's Markdown; everything wrong is reported with its line, and compiling goes on. */
export function compileLesson(
  markdown: string,
  around: LessonSurroundings,
  report: Report,
): CompiledBody {
  const root: Root = parser.parse(markdown)
  const blockIds: string[] = []
  const sourceIdsUsed: string[] = []
  let headingLevel = 1

  const at = (node: { position?: { start: { line: number } } | undefined }, message: string) =>
    report(around.file, around.lineOffset + (node.position?.start.line ?? 1), message)

  const blocks = (nodes: readonly RootContent[]): Block[] =>
    nodes.flatMap((node) => block(node) ?? [])

  function block(node: RootContent): Block | null {
    switch (node.type) {
      case 'heading': {
        if (node.depth !== 2 && node.depth !== 3) {
          at(node, 'headings in a lesson are ## or ###; the title stands in the front matter')
          return null
        }
        if (node.depth > headingLevel + 1) at(node, 'a heading level is skipped')
        headingLevel = node.depth
        return {
          type: 'heading',
          level: node.depth,
          id: slug(plainText(node)),
          children: inlines(node.children),
        }
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
      case 'thematicBreak':
        return null
      default:
        at(node, `"${node.type}" is not a lesson block`)
        return null
    }
  }

  function container(node: ContainerDirective): Block | null {
    const attribute = required(node)
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
        const [dont, right] = [child(node, 'dont'), child(node, 'do')]
        if (!dont || !right) {
          at(node, 'a comparison has one :::dont and one :::do')
          return null
        }
        return { type: 'compare', dont: side(dont), do: side(right) }
      }
      case 'case': {
        const reveal = child(node, 'reveal')
        if (!reveal) {
          at(node, 'a case has a :::reveal')
          return null
        }
        const story = node.children.filter((each) => each !== reveal)
        return {
          type: 'case',
          title: attribute('title'),
          blocks: blocks(story),
          reveal: { label: required(reveal)('label'), blocks: filled(reveal) },
        }
      }
      case 'accordion':
        return { type: 'accordion', title: attribute('title'), blocks: filled(node) }
      case 'checklist': {
        const list = onlyList(node)
        if (!list) return null
        return {
          type: 'checklist',
          id: ownId(node),
          title: attribute('title'),
          items: list.children.map(itemInlines),
        }
      }
      case 'check':
        return check(node)
      case 'reflection':
        return { type: 'reflection', id: ownId(node), blocks: filled(node) }
      default:
        at(node, `unknown block ":::${node.name}"`)
        return null
    }
  }

  function leaf(node: LeafDirective): Block | null {
    const attribute = required(node)
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
        const text = transcript ? around.readText(transcript) : null
        if (transcript && text === null) at(node, `there is no transcript ${transcript}`)
        return {
          type: 'media',
          kind: kind === 'audio' ? 'audio' : 'video',
          src,
          captions,
          transcript: text ? blocks(parser.parse(text).children) : [],
          title: attribute('title'),
        }
      }
      case 'download': {
        const src = attribute('src')
        if (src && !around.fileExists(src)) at(node, `there is no file ${src}`)
        return { type: 'download', src, title: attribute('title') }
      }
      default:
        at(node, `unknown block "::${node.name}"`)
        return null
    }
  }

  function check(node: ContainerDirective): Block | null {
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
        text: itemInlines(item),
        right: item.checked === true,
        why: why
          ? inlines(
              why.children.flatMap((each) => (each.type === 'paragraph' ? each.children : [])),
            )
          : [],
      }
    })
    const right = options.filter((option) => option.right).length
    if (right === 0) at(node, 'a knowledge check has a right answer')
    if (options.length < 2) at(node, 'a knowledge check has two answers at least')
    return {
      type: 'check',
      id: ownId(node),
      several: right > 1,
      question: blocks(question),
      options,
    }
  }

  const side = (node: ContainerDirective) => ({
    title: required(node)('title'),
    blocks: filled(node),
  })

  const items = (list: List): Block[][] => list.children.map((item) => blocks(item.children))

  const itemInlines = (item: ListItem): Inline[] =>
    inlines(item.children.flatMap((each) => (each.type === 'paragraph' ? each.children : [])))

  function table(node: Table): Block {
    const [head, ...rows] = node.children.map((row) =>
      row.children.map((cell) => inlines(cell.children)),
    )
    return { type: 'table', head: head ?? [], rows }
  }

  function inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text':
          return [{ type: 'text', text: node.value.replaceAll('\n', ' ') }]
        case 'strong':
        case 'emphasis':
          return [{ type: node.type, children: inlines(node.children) }]
        case 'inlineCode':
          return [{ type: 'code', text: node.value }]
        case 'break':
          return [{ type: 'break' }]
        case 'link':
          checkLink(node)
          return [{ type: 'link', href: node.url, children: inlines(node.children) }]
        case 'textDirective':
          // A colon before a word is a colon: authors write "a:b".
          return [{ type: 'text', text: `:${node.name}${plainText(node)}` }]
        default:
          at(node, `"${node.type}" does not stand in a text`)
          return []
      }
    })
  }

  function checkLink(node: PhrasingContent & { url: string }) {
    const lessonKey = /^([a-z0-9-]+)\.md(#.*)?$/.exec(node.url)?.[1]
    if (lessonKey && !around.lessonKeys.includes(lessonKey))
      at(node, `dead link: there is no lesson ${lessonKey}`)
    if (!lessonKey && !isSafeUrl(node.url))
      at(node, `dead link: ${node.url} is neither a lesson nor an https address`)
  }

  function required(node: ContainerDirective | LeafDirective) {
    return (name: string): string => {
      const value = node.attributes?.[name]?.trim() ?? ''
      if (value === '') at(node, `${node.name} needs ${name}="…"`)
      return value
    }
  }

  function ownId(node: ContainerDirective): string {
    const id = node.attributes?.id ?? ''
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      at(node, `${node.name} needs an id: {#words-with-hyphens}`)
    if (blockIds.includes(id)) at(node, `the id ${id} stands twice in this lesson`)
    blockIds.push(id)
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

  return { blocks: blocks(root.children), blockIds, sourceIdsUsed }
}

const child = (node: ContainerDirective, name: string) =>
  node.children.find(
    (each): each is ContainerDirective => each.type === 'containerDirective' && each.name === name,
  )

const slug = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
