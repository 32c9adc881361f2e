import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Report } from './problem.ts'

type Path = readonly PropertyKey[]
export type Parsed<Value> = {
  value: Value
  /** Line in the file where a value stands; that of its parent when it stands nowhere. */
  lineOf: (path: Path) => number
}

/** Parses YAML that begins below `lineOffset` lines of the file; what is wrong is reported with its line. */
export function readYaml<Value>(
  source: string,
  file: string,
  lineOffset: number,
  schema: z.ZodType<Value>,
  report: Report,
): Parsed<Value> | null {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, schema: 'core' })
  for (const error of document.errors)
    report(file, lineOffset + lines.linePos(error.pos[0]).line, error.message.split('\n')[0] ?? '')
  if (document.errors.length > 0) return null
  const lineOf = (path: Path) => lineOffset + lineIn(document, lines, path)
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, lineOf }
  for (const { path, message } of parsed.error.issues)
    report(file, lineOf(path), path.length > 0 ? `${path.join('.')}: ${message}` : message)
  return null
}

function lineIn(document: Document.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length > 0 ? document.getIn(path.slice(0, length), true) : null
    if (typeof node !== 'object' || node === null || !('range' in node)) continue
    const [start]: unknown[] = Array.isArray(node.range) ? node.range : []
    if (typeof start === 'number') return lines.linePos(start).line
  }
  return 1
}
