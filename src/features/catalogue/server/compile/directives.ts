import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { At } from './inlines.ts'

/** What each block may say in its braces; a name not here is a slip of the pen. */
const attributesByBlock: Record<string, readonly string[]> = {
  callout: ['kind'],
  law: ['ref', 'url', 'source'],
  definition: ['term'],
  steps: [],
  compare: [],
  dont: ['title'],
  do: ['title'],
  case: ['title'],
  reveal: ['label'],
  accordion: ['title'],
  checklist: ['id', 'title'],
  check: ['id'],
  reflection: ['id'],
  figure: ['src', 'alt', 'caption'],
  media: ['kind', 'src', 'captions', 'transcript', 'title'],
  download: ['src', 'title'],
}

/** Reads the attributes of a block; those missing, empty or unknown are reported. */
export function attributeReader(node: ContainerDirective | LeafDirective, at: At) {
  const known = attributesByBlock[node.name]
  for (const name of Object.keys(node.attributes ?? {}))
    if (known && !known.includes(name)) at(node, `${node.name} does not know ${name}="…"`)
  return (name: string): string => {
    const value = node.attributes?.[name]?.trim() ?? ''
    if (value === '') at(node, `${node.name} needs ${name}="…"`)
    return value
  }
}

export const childNamed = (node: ContainerDirective, name: string) =>
  node.children.find(
    (each): each is ContainerDirective => each.type === 'containerDirective' && each.name === name,
  )
