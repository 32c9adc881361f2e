import { Trans, useLingui } from '@lingui/react/macro'
import { Breadcrumbs } from '../../design-system/Breadcrumbs.tsx'
import { Card } from '../../design-system/Card.tsx'
import { Disclosure } from '../../design-system/Disclosure.tsx'
import { Tabs } from '../../design-system/Tabs.tsx'
import { paths } from '../../paths.ts'
import { Sample, Samples } from './Sample.tsx'

export function NavigationSamples() {
  const { t } = useLingui()
  const here = paths.design()
  return (
    <Samples>
      <Sample name="Breadcrumbs, Tabs look=line">
        <Breadcrumbs
          crumbs={[
            { label: 'Lubelskie', to: here },
            { label: 'łęczyński', to: here },
            { label: 'Urząd Gminy Ludwin' },
          ]}
        />
        <div className="mt-4">
          <Tabs
            label={t`Views of the group`}
            tabs={[
              { to: here, label: t`Progress` },
              { to: `${here}?view=questions`, label: t`Questions`, count: '12' },
              { to: `${here}?view=people`, label: t`People` },
            ]}
          />
        </div>
      </Sample>
      <Sample name="Tabs look=segments">
        <Tabs
          look="segments"
          label={t`Ways to look at it`}
          tabs={[
            { to: here, label: t`As bars` },
            { to: `${here}?as=table`, label: t`As a table` },
          ]}
        />
      </Sample>
      <Sample name="Disclosure group">
        <div className="border-line border-t">
          <Disclosure title={<Trans>What counts as learning time?</Trans>} group="sample" isOpen>
            <Trans>Minutes in which a lesson was open and read.</Trans>
          </Disclosure>
          <Disclosure title={<Trans>Who sees it?</Trans>} group="sample">
            <Trans>Your trainer and your manager.</Trans>
          </Disclosure>
        </div>
      </Sample>
      <Sample name="Card">
        <Card>
          <h3>
            <Trans>Next step</Trans>
          </h3>
          <p className="mt-1 text-ink-2">
            <Trans>A card holds the one thing to do next, or a side note.</Trans>
          </p>
        </Card>
      </Sample>
    </Samples>
  )
}
