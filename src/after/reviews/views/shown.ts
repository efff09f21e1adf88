import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import type { FormToken } from '../../../platform/face/command-form.ts'
import type { Html } from '../../../platform/face/html.ts'
import type { Box } from '../rules/boxes.ts'
import type { MeetingState } from '../rules/state.ts'
import type { ReviewRow } from '../store/meetings.ts'
import type { ActionRow, AttendanceRow, DecisionRow, QuestionRow } from '../store/minutes.ts'

export interface NamedMeeting {
  network: NetworkRow
  meeting: ReviewRow
  teamName(id: string | null): string
  /** Names are shown to those who have a role in the network. */
  insider: boolean
}

/** A meeting as everybody sees how it stands: nothing of the one who looks. */
export interface MeetingHead {
  network: NetworkRow
  meeting: ReviewRow
  state: MeetingState
  /** The parts of its agenda with the time of each. */
  boxes: readonly Box[]
  decisions: DecisionRow[]
  actions: number
  now: string
}

export interface ShownMeeting extends NamedMeeting {
  /** The agenda of the meeting. */
  agenda: Html
  state: MeetingState
  boxes: readonly Box[]
  teams: readonly { id: string; name: string }[]
  questions: QuestionRow[]
  decisions: DecisionRow[]
  actions: ActionRow[]
  attendance: AttendanceRow[]
  mayOrganise: boolean
  mayAsk: boolean
  mayAnswer: boolean
  /** The name of the one who looks, by which their own actions are found. */
  me?: string | undefined
  now: string
}

/** The forms in which minutes are taken, with what is suggested in them. */
export interface Writing {
  /** Those who may be meant to do something. */
  owners: readonly string[]
  /** The day by which an action is done, until another is chosen. */
  dueOn: string
  note: FormToken
  decision: FormToken
  action: FormToken
}

export const partNames = (network: NetworkRow): Record<Exclude<AttendanceRow['part'], 'team'>, string> => ({
  senior_leader: 'Senior leaders',
  board: network.board_name,
  qi_team: network.qi_team_name,
})

export const toWhomNames = (network: NetworkRow): Record<QuestionRow['to_whom'], string> => ({
  senior_leaders: 'senior leaders',
  board: network.board_name,
  qi_team: network.qi_team_name,
})

export const at = ({ network, meeting }: { network: { id: string }; meeting: { id: string } }) => ({
  network: network.id,
  review: meeting.id,
})
