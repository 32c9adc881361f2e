import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'
import { type ButtonLook, buttonLook } from './button-look.ts'
import { Spinner } from './Spinner.tsx'

export type { ButtonLook } from './button-look.ts'

/** Does something here. While `isPending` it keeps its words and place, and takes no second press. */
export function Button({
  look = 'primary',
  className = '',
  children,
  isPending = false,
  ...props
}: Omit<ButtonProps, 'children' | 'className' | 'style'> & {
  look?: ButtonLook
  className?: string
  children: React.ReactNode
}) {
  return (
    <AriaButton
      {...props}
      isPending={isPending}
      className={`${buttonLook(look)} data-disabled:cursor-not-allowed data-disabled:opacity-50 data-pending:cursor-progress ${className}`}
    >
      {isPending && <Spinner />}
      {children}
    </AriaButton>
  )
}
