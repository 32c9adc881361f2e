/** A heading's id on the page; the prefix keeps "Main" from taking the page's own ids. */
export const anchorOf = (headingId: string) => `section-${headingId}`
