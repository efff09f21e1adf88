import type { AtEvent } from '../../before/events/rules.ts'
import type { ItemKind } from '../../items.ts'
import type { Html } from '../../platform/face/html.ts'
import type { FormToken } from '../../platform/face/command-form.ts'
import type { Db } from '../../platform/store/database.ts'
import type { OnScreen } from '../screen/reading.ts'
import type { TheDay } from './day.ts'
import type { Shared } from './everybody.ts'
import type { Mine } from './mine.ts'

/** The look of Now and the Screen while a part of some kind is on. */
export interface ShownPart {
  kind: ItemKind
  /** Read once for everybody between two changes, as `day.of`; it names nobody. */
  read?(db: Db, at: AtEvent): Promise<unknown>
  /** The task of an attendee who takes part. */
  toDo?(day: TheDay, mine: Mine, sending: FormToken): Html | undefined
  /** The same as far as it is everybody's: shown at once, until each phone has its own. */
  toDoOfAll?(day: TheDay, shared: Shared): Html | undefined
  /** Other things to see of it. */
  besides?(day: TheDay): Html | undefined
  onScreen?(shown: OnScreen): Html | undefined
}
