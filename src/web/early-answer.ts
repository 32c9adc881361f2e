declare global {
  interface Window {
    /** The start page's first question, asked by public/start.js before the app was here. */
    officinaEarly?: { body: string; answer: Promise<Response> }
  }
}

/** The answer to this question when it was asked early; given once, and to the first question only. */
export async function earlyAnswer(request: Request): Promise<Response | null> {
  const early = window.officinaEarly
  delete window.officinaEarly
  return early && early.body === (await request.clone().text()) ? early.answer : null
}
