import { Link, type LinkProps } from 'react-router'
import { type ButtonLook, buttonLook } from './button-look.ts'

/** Goes somewhere, so it is a link; drawn as a button where it is the thing to do next. */
export function LinkButton({
  look = 'primary',
  className = '',
  ...props
}: LinkProps & { look?: ButtonLook }) {
  return <Link {...props} className={`${buttonLook(look)} ${className}`} />
}
