import { Trans } from '@lingui/react/macro'
import { contact } from '../installation.ts'

/** Always at the same place of help and statement, in the same order. */
export function Contact() {
  if (!contact.email && !contact.phone)
    return (
      <p>
        <Trans>
          Write to the training officer of your office, or to the person who administers Officina
          there.
        </Trans>
      </p>
    )
  return (
    <ul className="grid gap-1">
      {contact.name && <li>{contact.name}</li>}
      {contact.email && (
        <li>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </li>
      )}
      {contact.phone && (
        <li>
          <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
        </li>
      )}
    </ul>
  )
}
