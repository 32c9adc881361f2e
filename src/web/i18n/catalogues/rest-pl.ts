import { mergeCatalogues } from '../merge-catalogues.ts'

/** Whatever `first-pl` leaves out. */
export const messages = mergeCatalogues(
  import.meta.glob(
    [
      '../../pages/locales/pl.po',
      '../../../features/*/web/locales/pl.po',
      '!../../../features/{catalogue,learning}/web/locales/pl.po',
    ],
    { eager: true },
  ),
)
