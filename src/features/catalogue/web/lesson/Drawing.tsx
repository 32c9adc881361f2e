/** A figure of a course: ink is the text's colour, the tint follows the theme. Without `alt` it is decoration. */
export function Drawing({
  svg,
  alt,
  className = '',
}: {
  svg: string
  alt?: string
  className?: string
}) {
  return (
    <div
      {...(alt === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      className={`lesson-drawing text-ink [--figure-tint:var(--brand-soft)] ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the compiler lets only known elements and attributes through
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
