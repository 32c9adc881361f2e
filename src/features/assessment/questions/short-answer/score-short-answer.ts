import type { ResponseOf } from '../../model/response.ts'

/** Share gained, 0 or 1; compared without case, accents, outer and double spaces and a final full stop. */
export function scoreShortAnswer(
  key: { accept: readonly string[] },
  response: ResponseOf<'short-answer'>,
): number {
  const given = comparable(response.text)
  return given !== '' && key.accept.some((accepted) => comparable(accepted) === given) ? 1 : 0
}

const comparable = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    // NFD leaves these two letters whole.
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
