import { Trans, useLingui } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useParams } from 'react-router'
import { Breadcrumbs } from '../../design-system/Breadcrumbs.tsx'
import { Button } from '../../design-system/Button.tsx'
import { Icon } from '../../design-system/Icon.tsx'
import { PageHeader } from '../../design-system/PageHeader.tsx'
import { usePageTitle } from '../../layout/page-title.tsx'
import { paths } from '../../paths.ts'
import { useMe } from '../../session.ts'
import { toursOf } from '../../tour/tours-of.ts'
import { NotFoundPage } from '../NotFoundPage.tsx'
import { RoleHelpParts } from './RoleHelpParts.tsx'
import { helpByRole, helpRoles } from './roles/by-role.ts'
import { TourAgain } from './TourAgain.tsx'

export function RoleHelpPage() {
  const { role: name } = useParams()
  const role = helpRoles.find((each) => each === name)
  return role ? <HelpOf role={role} /> : <NotFoundPage />
}

function HelpOf({ role }: { role: (typeof helpRoles)[number] }) {
  const { t } = useLingui()
  const me = useMe()
  const help = helpByRole[role]
  usePageTitle(t(help.title))
  // Every one of these people learns here as well.
  const isMine = me !== null && (role === 'learner' || toursOf(me.roles).includes(role))
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t`Help`, to: paths.help() }]} />}
        title={t(help.title)}
        lede={t(help.lede)}
        actions={
          <>
            {isMine && <TourAgain tour={role} />}
            <Button look="quiet" className="no-print" onPress={() => window.print()}>
              <Icon of={Printer} size={18} />
              <Trans>Print this page</Trans>
            </Button>
          </>
        }
      />
      <RoleHelpParts help={help} />
    </>
  )
}
