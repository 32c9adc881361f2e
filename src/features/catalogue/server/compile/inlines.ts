import type { Blockquote, Link, ListItem, PhrasingContent, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Inline } from '../../model/lesson-document.ts'
import { isSafeUrl } from './safe-url.ts'

type Place = { position?: { start: Point; end: Point } | undefined }
type Point = { line: number; offset?: number | undefined }
export type At = (node: Place, message: string) => void

/** A link to a lesson of the course, and perhaps to a heading in it; looked up when all lessons are compiled. */
export type LessonLink = { lessonKey: string; heading: string | null; line: number }

/** Compiles running text; links to lessons are collected in `lessonLinks`. */
export function inlineCompiler(markdown: string, lessonLinks: LessonLink[], at: At) {
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
          // A colon before a word is a colon: authors write "10:30" and "a:b".
          return [{ type: 'text', text: sourceOf(node) }]
        default:
          at(node, `"${node.type}" does not stand in a text`)
          return []
      }
    })
  }

  function checkLink(node: Link) {
    if (plainText(node).trim() === '') at(node, 'a link has words to press')
    const [, lessonKey, heading] = /^([a-z0-9-]+)\.md(?:#(.*))?$/.exec(node.url) ?? []
    if (lessonKey !== undefined)
      lessonLinks.push({
        lessonKey,
        heading: heading ?? null,
        line: node.position?.start.line ?? 1,
      })
    else if (!isSafeUrl(node.url))
      at(node, `dead link: ${node.url} is neither a lesson nor an https address`)
  }

  const sourceOf = ({ position }: Place) =>
    markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)

  /** The text of a list item, an answer or a reason: one paragraph and nothing else. */
  function onlyParagraph(parent: Place, children: readonly RootContent[]): Inline[] {
    const [paragraph, ...rest] = children
    if (paragraph?.type !== 'paragraph' || rest.length > 0) {
      at(parent, 'here stands one paragraph and nothing else')
      return []
    }
    return inlines(paragraph.children)
  }

  return {
    inlines,
    itemText: (item: ListItem) =>
      onlyParagraph(
        item,
        item.children.filter((each) => each.type !== 'blockquote'),
      ),
    reasonText: (quote: Blockquote) => onlyParagraph(quote, quote.children),
  }
}
