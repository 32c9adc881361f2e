/** Who runs this installation; set when it is built, as VITE_CONTACT_NAME, VITE_CONTACT_EMAIL, VITE_CONTACT_PHONE. */
export const contact = {
  name: setting(import.meta.env.VITE_CONTACT_NAME),
  email: setting(import.meta.env.VITE_CONTACT_EMAIL),
  phone: setting(import.meta.env.VITE_CONTACT_PHONE),
}

function setting(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
