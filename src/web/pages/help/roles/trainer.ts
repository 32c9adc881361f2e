import { msg } from '@lingui/core/macro'
import { groupTasks, groupTroubles } from './group-tasks.ts'
import type { RoleHelp } from './role-help.ts'

export const trainerHelp: RoleHelp = {
  title: msg`Help for trainers`,
  lede: msg`Your groups: who is where, who is stuck, and how to help.`,
  days: [
    msg`Open “Groups”. The line below the heading says how many people have not moved for two weeks.`,
    msg`Open the group where people are stuck, and press “Stuck”.`,
    msg`Write to them, or give them another due date.`,
    msg`Before you meet the group, look at “Difficult quiz questions”.`,
  ],
  tasks: groupTasks,
  troubles: groupTroubles,
  sees: msg`Of the people in your groups you see lessons, quiz results, dates and the minutes a lesson was open. You never see notes, reflections or single answers. Minutes are a reason to talk, never proof of learning.`,
}
