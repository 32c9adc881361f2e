import { mergeCatalogues } from '../merge-catalogues.ts'

/** Whatever `first-en` leaves out. */
export const messages = mergeCatalogues(
  import.meta.glob(
    [
      '../../pages/locales/en.po',
      '../../../features/*/web/locales/en.po',
      '!../../../features/{catalogue,learning}/web/locales/en.po',
    ],
    { eager: true },
  ),
)
