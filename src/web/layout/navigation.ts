import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  BookOpen,
  Building2,
  ClipboardList,
  House,
  LayoutDashboard,
  type LucideIcon,
  Mail,
  UserRoundSearch,
  UsersRound,
} from 'lucide-react'
import type { Permission } from '../../contract/permission.ts'
import { paths } from '../paths.ts'
import type { Me } from '../session.ts'

export type NavigationEntry = {
  to: string
  label: MessageDescriptor
  /** For the phone's bar, where the label is too long. */
  short?: MessageDescriptor
  icon: LucideIcon
  /** Absent: for everybody who is signed in. */
  needs?: Permission
}

/** In the order of use, not of rank: the phone's bar takes the first ones. */
const entries: NavigationEntry[] = [
  { to: paths.home(), label: msg`My training`, short: msg`Training`, icon: House },
  { to: paths.dashboard(), label: msg`Dashboard`, icon: LayoutDashboard, needs: 'reports.read' },
  { to: paths.groups(), label: msg`Groups`, icon: UsersRound, needs: 'groups.read' },
  { to: paths.catalogue(), label: msg`Catalogue`, icon: BookOpen },
  {
    to: paths.assignments(),
    label: msg`Assignments`,
    short: msg({ message: 'Assigned', context: 'main menu' }),
    icon: ClipboardList,
    needs: 'learning.assign',
  },
  { to: paths.people(), label: msg`People`, icon: UserRoundSearch, needs: 'people.read' },
  { to: paths.offices(), label: msg`Offices`, icon: Building2 },
  { to: paths.mails(), label: msg`Mails`, icon: Mail, needs: 'mail.read' },
]

/** One clear navigation, made of what this person may do. */
export function navigationFor(me: Me | null): NavigationEntry[] {
  if (!me) return []
  return entries.filter(({ needs }) => !needs || me.permissions.includes(needs))
}

/** How a tour finds the way to a page, be it in the bar on top or in the phone's. */
export const tourMark = ({ to }: { to: string }) => `page:${to}`
