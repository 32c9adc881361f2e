import { mergeCatalogues } from '../merge-catalogues.ts'

/** Whatever `first-hu` leaves out. */
export const messages = mergeCatalogues(
  import.meta.glob(
    [
      '../../pages/locales/hu.po',
      '../../../features/*/web/locales/hu.po',
      '!../../../features/{catalogue,learning}/web/locales/hu.po',
    ],
    { eager: true },
  ),
)
