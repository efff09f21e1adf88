import { z } from 'zod'
import { teamById } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id, requiredText } from '../../../platform/form/fields.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import { changeReviewRow, reviewById } from '../store/meetings.ts'
import { attendanceOf, putAttendance } from '../store/minutes.ts'
import { groups } from '../rules/groups.ts'

const OfMeeting = { network: Id, review: Id }
const topic = ({ network }: { network: string }) => `network:${network}`
type Done = Promise<{ id: string } | Refusal>

export const mostNotes = 10_000

const gone = () => refuse('This meeting is not there any more')
const cancelled = () => refuse('This meeting is cancelled. Choose another.')

/** Adds a line to the notes of a meeting, after those that others have added meanwhile. */
export const addLine = command('reviews.addLine', {
  said: 'wrote down a line at a six-weekly meeting',
  input: z.object({ ...OfMeeting, line: requiredText(1000, 'Enter the note') }),
  topic,
  who: organisers,
  async run(tx, { network, review, line }): Done {
    const meeting = await reviewById(tx, network, review)
    if (!meeting) return gone()
    if (meeting.cancelled_at) return cancelled()
    const notes = meeting.notes ? `${meeting.notes}\n${line}` : line
    if (notes.length > mostNotes)
      return refuse('The notes of this meeting are full. Shorten them first: Change the meeting.', 'line')
    await changeReviewRow(tx, network, review, { notes })
    return { id: review }
  },
})

/** Notes of one team or group that it is there, or is not, or takes that back. Names that were recorded stay. */
export const markAttendance = command('reviews.markAttendance', {
  said: 'noted who is at a six-weekly meeting',
  input: z.object({
    ...OfMeeting,
    part: z.enum(['team', ...groups], 'Choose who is there'),
    team: Id.optional(),
    present: z.enum(['present', 'absent', 'unknown'], 'Choose whether they are there'),
  }),
  topic,
  who: organisers,
  async run(tx, { network, review, part, team, present }, { id }): Done {
    const meeting = await reviewById(tx, network, review)
    if (!meeting) return gone()
    if (meeting.cancelled_at) return cancelled()
    const team_id = part === 'team' ? (team ?? '') : null
    if (team_id !== null && !(await teamById(tx, network, team_id)))
      return refuse('This team is not in the network any more')
    const before = (await attendanceOf(tx, network)).find(
      (one) => one.review_id === review && one.part === part && one.team_id === team_id,
    )
    const row = { network_id: network, id: before?.id ?? id(), review_id: review, part, team_id }
    const now = present === 'unknown' ? undefined : Number(present === 'present')
    await putAttendance(
      tx,
      before,
      now === undefined ? undefined : { ...row, name: before?.name ?? '', present: now },
    )
    return { id: review }
  },
})
