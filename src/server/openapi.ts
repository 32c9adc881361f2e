import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../contract/index.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
let document: ReturnType<typeof generator.generate> | undefined

/** OpenAPI 3.1 of the whole contract; made once. */
export function openApiDocument() {
  document ??= generator.generate(contract, {
    info: {
      title: 'Officina',
      version: '1',
      description: 'Every procedure of the contract. Sign in first; the session cookie authorises.',
    },
    servers: [{ url: '/api' }],
  })
  return document
}

/** A page that shows the document with Swagger UI, from this origin alone. */
export function apiDocs(): Response {
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Officina API</title><link rel="stylesheet" href="/api-docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api-docs/swagger-ui-bundle.js"></script><script src="/api-docs/start.js"></script></body></html>`
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
