import { useLingui } from '@lingui/react/macro'
import { Outlet } from 'react-router'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { Tabs } from '../../../../web/design-system/Tabs.tsx'
import { useCurrentTitle } from '../../../../web/layout/page-title.tsx'
import { paths } from '../../../../web/paths.ts'
import { useMe } from '../../../../web/session.ts'

export function MeLayout() {
  const { t } = useLingui()
  const me = useMe()
  return (
    <div className="grid gap-8">
      <PageHeader title={useCurrentTitle()} lede={me?.person.displayName} />
      <Tabs
        label={t`My account`}
        tabs={[
          { to: paths.me(), label: t`Profile` },
          { to: paths.myAppearance(), label: t`Language and appearance` },
          { to: paths.mySecurity(), label: t`Security` },
          { to: paths.whoSeesWhat(), label: t`Who sees what about me` },
        ]}
      />
      <Outlet />
    </div>
  )
}
