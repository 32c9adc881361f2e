import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GroupId, PersonId } from '../../../../contract/primitives.ts'
import { api, client, queryClient } from '../../../../web/api.ts'
import { Button } from '../../../../web/design-system/Button.tsx'
import { CheckboxGroup } from '../../../../web/design-system/CheckboxGroup.tsx'
import { SearchField } from '../../../../web/design-system/SearchField.tsx'
import { useGroupErrorText } from './group-errors.ts'
import { groupQueries } from './group-queries.ts'

/** Finds people of the group's unit by name and adds the chosen ones. */
export function AddMembers({ groupId }: { groupId: GroupId }) {
  const { t } = useLingui()
  const errorText = useGroupErrorText()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [report, setReport] = useState('')
  const found = useQuery({
    ...groupQueries.candidates(groupId, query),
    enabled: query.trim().length >= 2,
  })
  const add = useMutation({
    mutationFn: () => client.learning.addMembers({ groupId, personIds: chosen as PersonId[] }), // ids the server gave
    onSuccess: async ({ added }) => {
      setChosen([])
      setQuery('')
      setReport(
        t`${plural(added, { one: '# person was added and enrolled.', other: '# people were added and enrolled.' })}`,
      )
      await queryClient.invalidateQueries({ queryKey: api.learning.key() })
    },
  })
  const people = found.data?.people ?? []
  return (
    <section className="no-print mt-12 max-w-2xl">
      <h2>
        <Trans>Add people</Trans>
      </h2>
      <div className="mt-3 grid gap-4">
        <SearchField
          label={t`Name or e-mail, two letters at least`}
          value={query}
          onChange={setQuery}
        />
        {query.trim().length >= 2 && found.data && people.length === 0 && (
          <p className="text-ink-2">
            <Trans>Nobody in this unit has that name, or they are in the group already.</Trans>
          </p>
        )}
        {people.length > 0 && (
          <CheckboxGroup
            label={t`People found`}
            value={chosen}
            onChange={setChosen}
            options={people.map((person) => ({
              value: person.personId,
              label: person.displayName,
              hint: person.unitName,
            }))}
          />
        )}
        {chosen.length > 0 && (
          <div>
            <Button isPending={add.isPending} onPress={() => add.mutate()}>
              <Trans>Add to the group</Trans>
            </Button>
          </div>
        )}
        <p aria-live="polite" className="font-semibold empty:hidden">
          {add.isError ? errorText(add.error) : report}
        </p>
      </div>
    </section>
  )
}
