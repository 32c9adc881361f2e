export function BulletList({ isOrdered, items }: { isOrdered: boolean; items: React.ReactNode[] }) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <List
      className={`mb-[1em] grid gap-1.5 ps-6 last:mb-0 marker:text-ink-3 ${isOrdered ? 'list-decimal' : 'list-disc'}`}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items never change places
        <li key={index} className="ps-1">
          {item}
        </li>
      ))}
    </List>
  )
}
