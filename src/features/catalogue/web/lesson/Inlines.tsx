import { Link } from 'react-router'
import type { Inline } from '../../model/lesson-document.ts'
import { anchorOf } from './anchor-of.ts'
import { bindLetters } from './bind-letters.ts'
import { useLesson } from './lesson-context.ts'

/** A run of text with its emphasis and links. */
export function Inlines({ of }: { of: Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
  return of.map((inline, index) => <One key={index} inline={inline} />)
}

function One({ inline }: { inline: Inline }) {
  const { lang } = useLesson()
  switch (inline.type) {
    case 'text':
      return bindLetters(inline.text, lang)
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      )
    case 'code':
      return <code className="rounded-sm bg-sunken px-1 text-[0.9em]">{inline.text}</code>
    case 'break':
      return <br />
    case 'link':
      return (
        <LessonLink href={inline.href}>
          <Inlines of={inline.children} />
        </LessonLink>
      )
  }
}

/** `probing.md#open` is a place in another lesson of the course; everything else leads out of it. */
function LessonLink({ href, children }: { href: string; children: React.ReactNode }) {
  const { lessonHref } = useLesson()
  const [, lessonKey, heading] = /^([a-z0-9-]+)\.md(?:#(.*))?$/.exec(href) ?? []
  if (lessonKey === undefined) return <a href={href}>{children}</a>
  return (
    <Link to={`${lessonHref(lessonKey)}${heading ? `#${anchorOf(heading)}` : ''}`}>{children}</Link>
  )
}
