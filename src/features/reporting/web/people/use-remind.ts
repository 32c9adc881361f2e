import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import type { EnrolmentId, UnitId } from '../../../../contract/primitives.ts'
import { api, client } from '../../../../web/api.ts'
import { notify } from '../../../../web/design-system/toast.ts'
import { useErrorText } from '../../../../web/errors.tsx'
import { localDate } from '../../../../web/i18n/format.ts'
import type { PersonRow } from '../../contract.ts'

export type Remind = ReturnType<typeof useRemind>

/** What the server takes in one call. */
const batch = 500
/** The mail is written right after the request; then the list knows it. */
const settleMs = 1500

export function useRemind(unitId: UnitId, asOf: string) {
  const { t } = useLingui()
  const errorText = useErrorText()
  const queryClient = useQueryClient()
  const list = api.reporting.people.key()
  const sending = useMutation({
    mutationFn: async (enrolmentIds: EnrolmentId[]) => {
      const sums = { reminded: 0, leftOut: 0 }
      for (let from = 0; from < enrolmentIds.length; from += batch) {
        const part = enrolmentIds.slice(from, from + batch)
        const answer = await client.reporting.remind({ unitId, enrolmentIds: part })
        sums.reminded += answer.reminded
        sums.leftOut += answer.leftOut
      }
      return sums
    },
    onSuccess: ({ reminded, leftOut }, enrolmentIds) => {
      queryClient.setQueriesData<InfiniteData<{ rows: PersonRow[] }>>({ queryKey: list }, (data) =>
        markReminded(data, new Set(enrolmentIds)),
      )
      setTimeout(() => queryClient.invalidateQueries({ queryKey: list }), settleMs)
      const sent = t`${plural(reminded, { one: '# reminder is on its way by mail.', other: '# reminders are on their way by mail.' })}`
      const left = t`${plural(leftOut, { one: '# was left out: completed, moved or reminded today already.', other: '# were left out: completed, moved or reminded today already.' })}`
      notify({
        tone: reminded > 0 ? 'done' : 'info',
        text: leftOut > 0 ? `${sent} ${left}` : sent,
      })
    },
    onError: (error) => notify({ tone: 'late', text: errorText(error) }),
  })
  const isRemindedToday = ({ remindedAt }: PersonRow) =>
    remindedAt !== null && localDate(new Date(remindedAt)) === asOf
  return {
    send: (enrolmentIds: EnrolmentId[]) => sending.mutate(enrolmentIds),
    isSending: (enrolmentId: EnrolmentId) =>
      sending.isPending && sending.variables.includes(enrolmentId),
    isPending: sending.isPending,
    isRemindedToday,
    canRemind: (row: PersonRow) => row.state !== 'completed' && !isRemindedToday(row),
  }
}

/** Shown at once; the list fetched a moment later has the last word. */
function markReminded(
  data: InfiniteData<{ rows: PersonRow[] }> | undefined,
  enrolmentIds: ReadonlySet<EnrolmentId>,
) {
  if (!data) return data
  const remindedAt = new Date().toISOString()
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) =>
        enrolmentIds.has(row.enrolmentId) ? { ...row, remindedAt } : row,
      ),
    })),
  }
}
