/** The lesson's top blocks in order, as the catalogue marks them; read anew each time, for they come and go. */
export const lessonBlocks = (text: HTMLElement | null): Element[] => [
  ...(text?.querySelectorAll('[data-block]') ?? []),
]
