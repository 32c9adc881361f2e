/** What is done one after the other: large numbers on a line that leads from one to the next. */
export function Steps({ items }: { items: React.ReactNode[] }) {
  return (
    // Safari forgets that a list without markers is one.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ol role="list" className="grid">
      {items.map((item, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never change places
          key={index}
          className="relative pb-5 ps-14 last:pb-0 not-last:before:absolute not-last:before:inset-y-0 not-last:before:start-[1.09rem] not-last:before:border-line not-last:before:border-s-2"
        >
          <span
            aria-hidden="true"
            className="absolute start-0 top-[-0.1em] grid size-[2.25rem] place-items-center rounded-full border-2 border-brand bg-surface font-bold font-sans text-base text-brand"
          >
            {index + 1}
          </span>
          {item}
        </li>
      ))}
    </ol>
  )
}
