type Text = { source: string; text: string }

/**
 * Texts that name something — in quotation marks, or as a link — which no screen says, or says otherwise in this
 * language. Where slices word the same source differently, each will do.
 */
export function misnamed(texts: readonly Text[], screens: readonly Text[]): string[] {
  const wordsBySource = new Map<string, Set<string>>()
  for (const { source, text } of screens) {
    const name = withoutHidden(source)
    const words = wordsBySource.get(name) ?? new Set()
    wordsBySource.set(name, words.add(withoutHidden(text)))
  }
  return texts.flatMap(({ source, text }) => {
    const wanted = namesIn(source)
    const used = namesIn(text)
    const isRight =
      wanted.length === used.length &&
      wanted.every((name) => used.some((word) => wordsBySource.get(name)?.has(word)))
    return isRight ? [] : [`${source} → ${text}`]
  })
}

const namesIn = (text: string) =>
  [...text.matchAll(/[“„]([^”“„]+)[”“]|<\d+>([^<]+)<\/\d+>/g)].map(
    ([, quoted, linked]) => quoted ?? linked ?? '',
  )

/** "Remind<0>: {name}</0>" is read on the screen as "Remind". */
const withoutHidden = (text: string) => text.replace(/<(\d+)>.*?<\/\1>/g, '')
