import type { Here } from './here.ts'

export type TrendWeek = {
  /** The Monday. */
  week: string
  completed: number
  /** Per 100 people who work here today. */
  here: number
  network: number
  isRunning: boolean
}

export type Trend = {
  weeks: TrendWeek[]
  /** The four last full weeks together. */
  lastFour: { completed: number; here: number; network: number }
}

/** Brings a unit and the network, many times its size, to one scale: completions per 100 people. */
export function trendOf({ weeks, summary, network }: Here): Trend {
  const per100 = (count: number, people: number) => (people === 0 ? 0 : (100 * count) / people)
  const lastFull = weeks.slice(-5, -1)
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  const completed = sum(lastFull.map((each) => each.completed))
  return {
    weeks: weeks.map((each, index) => ({
      week: each.week,
      completed: each.completed,
      here: per100(each.completed, summary.people),
      network: per100(each.networkCompleted, network.people),
      isRunning: index === weeks.length - 1,
    })),
    lastFour: {
      completed,
      here: per100(completed, summary.people),
      network: per100(sum(lastFull.map((each) => each.networkCompleted)), network.people),
    },
  }
}
