import fc from 'fast-check'
import { z } from 'zod'

type Schema = Record<string, unknown>

const awkward = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    '%_\\',
    "'; drop table person; --",
    '../../etc/passwd',
    'x'.repeat(5000),
    '𝕬😀\u202e',
    -1,
    0,
    2 ** 53,
    1e308,
    null,
    true,
    [],
    {},
  ),
  fc.jsonValue(),
)

/** Inputs near a schema: mostly of its shape, now and then with an awkward value in a place. */
export function arbitraryInput(schema: z.ZodType | undefined): fc.Arbitrary<unknown> {
  if (!schema) return awkward
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema // plain JSON
  return fromJsonSchema(json, json)
}

function fromJsonSchema(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: faithful(schema, root) },
    { weight: 1, arbitrary: awkward },
  )
}

function faithful(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') return faithful(resolve(schema.$ref, root), root)
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices))
    return fc.oneof(...choices.map((each: Schema) => fromJsonSchema(each, root)))
  switch (schema.type) {
    case 'object':
      return objectOf(schema, root)
    case 'array':
      return fc.array(fromJsonSchema((schema.items ?? {}) as Schema, root), { maxLength: 4 }) // JSON schema
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({ min: lower(schema), max: upper(schema) })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return awkward
  }
}

function objectOf(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema> // JSON schema
  const required = Array.isArray(schema.required) ? schema.required.map(String) : []
  return fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([key, each]) => [key, fromJsonSchema(each, root)]),
    ),
    { requiredKeys: required },
  )
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid({ version: 7 })
  if (schema.format === 'date')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
  if (schema.format === 'date-time')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString())
  if (schema.format === 'email') return fc.emailAddress()
  return fc.string({ unit: 'grapheme', maxLength: Math.min(Number(schema.maxLength ?? 60), 60) })
}

function resolve(reference: string, root: Schema): Schema {
  let at: unknown = root
  for (const key of reference.replace(/^#\/?/, '').split('/').filter(Boolean))
    at = (at as Schema)[key] // a path within the document
  return at as Schema
}

const lower = ({ minimum }: Schema) =>
  typeof minimum === 'number' ? Math.max(minimum, -1e9) : -1000
const upper = ({ maximum }: Schema) => (typeof maximum === 'number' ? Math.min(maximum, 1e9) : 1000)
