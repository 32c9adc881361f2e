import fc from 'fast-check'
import { z } from 'zod'

type Schema = Record<string, unknown>

const awkward = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '0000-01-01',
    '9999-12-31',
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

/** Ids and keys that name something in the test's world, by the field that holds them. */
export type Known = Record<string, string>

/**
 * Inputs near a schema: mostly of its shape, now and then with an awkward value in a place. Fields that are
 * known mostly name what is there, so that inputs reach the handlers.
 */
export function arbitraryInput(
  schema: z.ZodType | undefined,
  known: Known = {},
): fc.Arbitrary<unknown> {
  if (!schema) return awkward
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema // plain JSON
  return fromJsonSchema(json, { json, known })
}

/** What neither PostgreSQL's texts, its JSON nor its dates can hold, or only just. */
const poisons = ['\u0000', 'a\u0000b', '\ud800', '0000-01-01', '9999-12-31', '275760-09-13']

/** Copies of an input with one of its texts replaced by something that cannot be stored. */
export function poisoned(input: unknown): unknown[] {
  if (typeof input === 'string') return poisons
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([key, each]) =>
    poisoned(each).map(
      (spoilt) =>
        Array.isArray(input)
          ? input.with(Number(key), spoilt)
          : { ...(input as object), [key]: spoilt }, // narrowed above
    ),
  )
}

type Root = { json: Schema; known: Known }

function fromJsonSchema(schema: Schema, root: Root): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: faithful(schema, root) },
    { weight: 1, arbitrary: awkward },
  )
}

function faithful(schema: Schema, root: Root): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') return faithful(resolve(schema.$ref, root.json), root)
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

function objectOf(schema: Schema, root: Root): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema> // JSON schema
  const required = Array.isArray(schema.required) ? schema.required.map(String) : []
  return fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([key, each]) => [key, propertyOf(key, each, root)]),
    ),
    { requiredKeys: required },
  )
}

function propertyOf(key: string, schema: Schema, root: Root): fc.Arbitrary<unknown> {
  const any = fromJsonSchema(schema, root)
  const one = root.known[key]
  const several = root.known[key.replace(/s$/, '')]
  if (one === undefined && (several === undefined || schema.type !== 'array')) return any
  const there = one ?? [several]
  return fc.oneof({ weight: 4, arbitrary: fc.constant(there) }, { weight: 1, arbitrary: any })
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
