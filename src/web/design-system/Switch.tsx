import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components/Switch'

/** For what takes effect at once; in a form that is sent, take a Checkbox. */
export function Switch({
  children,
  ...props
}: Omit<SwitchProps, 'children' | 'className' | 'style'> & { children: React.ReactNode }) {
  return (
    <AriaSwitch
      {...props}
      className="group flex min-h-11 not-data-selected:print:hidden cursor-pointer items-center gap-3 rounded-md data-disabled:cursor-not-allowed data-disabled:text-ink-3"
    >
      <span
        aria-hidden="true"
        className="flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-line-strong bg-surface p-0.5 transition-colors duration-150 group-data-selected:border-brand group-data-selected:bg-brand group-data-disabled:opacity-50"
      >
        <span className="size-5 rounded-full bg-line-strong transition-transform duration-150 group-data-selected:translate-x-5 group-data-selected:bg-on-brand" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  )
}
