import { useLingui } from '@lingui/react/macro'
import { I18nProvider } from 'react-aria-components/I18nProvider'

const regions: Record<string, string> = { en: 'en-GB', pl: 'pl-PL', hu: 'hu-HU' }

/** Tells React Aria the reader's language; around the parts that speak or write numbers by themselves. */
export function AriaLanguage({ children }: { children: React.ReactNode }) {
  const { i18n } = useLingui()
  return <I18nProvider locale={regions[i18n.locale] ?? 'en-GB'}>{children}</I18nProvider>
}
