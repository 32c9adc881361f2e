import { useQueryClient } from '@tanstack/react-query'
import type { Language } from '../../contract/primitives.ts'
import { client } from '../api.ts'
import { type Appearance, applyAppearance } from '../appearance.ts'
import { activateLanguage } from '../i18n/language.ts'
import { type Me, meQuery, useMe } from '../session.ts'

/** Language and appearance: shown at once, kept in this browser, and with the profile of who is signed in. */
export function useChoices() {
  const me = useMe()
  const queryClient = useQueryClient()

  async function keep(change: { language?: Language; appearance?: Appearance }) {
    if (!me) return
    queryClient.setQueryData<Me | null>(
      meQuery().queryKey,
      (known) => known && { ...known, person: { ...known.person, ...change } },
    )
    // Offline the browser still remembers; the profile follows with the next choice.
    await client.identity.profile.change(change).catch(() => {})
  }

  return {
    async chooseLanguage(language: Language) {
      await activateLanguage(language)
      await keep({ language })
    },
    async chooseAppearance(appearance: Appearance) {
      applyAppearance(appearance)
      await keep({ appearance })
    },
  }
}
