import { XMLParser } from 'fast-xml-parser'

const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs pattern clipPath mask linearGradient stop marker use symbol'.split(
    ' ',
  ),
)
const attributes =
  /^(id|class|viewBox|width|height|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|d|points|fill|fill-rule|fill-opacity|stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-dasharray|stroke-opacity|opacity|transform|clip-path|clip-rule|clipPathUnits|mask|offset|stop-color|stop-opacity|gradientUnits|patternUnits|patternTransform|preserveAspectRatio|text-anchor|font-size|font-weight|dominant-baseline|role|aria-[a-z]+|xmlns|refX|refY|orient|markerWidth|markerHeight|marker-end|marker-start|vector-effect)$/

type Node = { [name: string]: Node[] | string | Record<string, string> }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: true,
  trimValues: true,
  parseTagValue: false,
  parseAttributeValue: false,
})

/** Words for the drawing alone: on a page its alternative text says them in the reader's language. */
const ownWords = /^(title|desc|role|aria-.+)$/

/** The drawing with known elements and attributes only, or what is wrong with it. No scripts, styles or outside references. */
export function safeSvg(source: string): { svg: string } | { problem: string } {
  if (/<!DOCTYPE|<!ENTITY/i.test(source)) return { problem: 'a figure has no document type' }
  const nodes = parse(source)
  if (!nodes) return { problem: 'a figure is well-formed XML' }
  const problems: string[] = []
  const text = nodes.map((node) => write(node, problems)).join('')
  if (!text.startsWith('<svg')) return { problem: 'a figure is one <svg>' }
  if (!/<title[^>]*>[^<]+<\/title>/.test(source)) problems.push('a figure has a <title>')
  if (!/viewBox="/.test(text)) problems.push('a figure has a viewBox')
  const [first] = problems
  return first === undefined ? { svg: text } : { problem: first }
}

function parse(source: string): Node[] | null {
  try {
    return (parser.parse(source) as Node[]).filter((node) => !('?xml' in node)) // its documented shape
  } catch {
    return null
  }
}

function write(node: Node, problems: string[]): string {
  if (typeof node['#text'] === 'string') return escapeXml(node['#text'])
  const name = Object.keys(node).find((key) => key !== ':@') ?? ''
  if (name === '#comment' || ownWords.test(name)) return ''
  if (!elements.has(name)) {
    problems.push(`<${name}> is not allowed in a figure`)
    return ''
  }
  const given = (node[':@'] ?? {}) as Record<string, string> // its documented shape
  const kept = Object.entries(given).map(([key, value]) => {
    if (ownWords.test(key)) return ''
    const isOutside = /url\(\s*(?!#)|javascript:|https?:(?!\/\/www\.w3\.org)/i.test(value)
    const isLocalUse = key === 'href' && name === 'use' && value.startsWith('#')
    if ((!attributes.test(key) && !isLocalUse) || isOutside)
      problems.push(`${key} is not allowed on <${name}>`)
    return ` ${key}="${escapeXml(String(value))}"`
  })
  const children = Array.isArray(node[name]) ? node[name] : []
  return `<${name}${kept.join('')}>${children.map((child) => write(child, problems)).join('')}</${name}>`
}

const escapeXml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
