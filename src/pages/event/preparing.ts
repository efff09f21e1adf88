import { weekdayAndDay } from '../../platform/face/dates.ts'

/** Something to do before a day: how many days before it, and whether it is done; nothing where nobody can know. */
export interface Step {
  daysBefore: number
  done: boolean | undefined
}

export interface When {
  words: string
  late: boolean
}

/** When a step is to be done, or that it is; late where its day has gone by and it is known not to be. */
export function whenOf({ daysBefore, done }: Step, onDay: string, today: string): When {
  if (done) return { words: '✓ Done', late: false }
  const due = Temporal.PlainDate.from(onDay).subtract({ days: daysBefore }).toString()
  if (due >= today) return { words: `By ${weekdayAndDay(due)}`, late: false }
  return done === false
    ? { words: `Late: it was for ${weekdayAndDay(due)}`, late: true }
    : { words: `Best by ${weekdayAndDay(due)}`, late: false }
}
