import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { shortDay } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { matrix, type MatrixCell } from '../../../platform/face/matrix.ts'
import { paths } from '../../../paths.ts'
import { groups } from '../rules/groups.ts'
import { share } from '../rules/attendance.ts'
import type { ReviewRow } from '../store/meetings.ts'
import type { AttendanceRow } from '../store/minutes.ts'
import { partNames } from './shown.ts'

interface Attended {
  network: NetworkRow
  teams: readonly { id: string; name: string }[]
  meetings: readonly ReviewRow[]
  attendance: readonly AttendanceRow[]
}

/** So many meetings stand beside each other. */
const most = 9

const there: MatrixCell = { shade: 3, word: 'There' }
const away: MatrixCell = { shade: 1, word: 'Not there' }
const unknown: MatrixCell = { shade: 0 }

/** Who came to which meeting, with the share of each; nothing where nobody wrote it down. */
export function attendedView({ network, teams, meetings, attendance }: Attended): Html | false {
  const known = meetings.filter(({ id }) => attendance.some((row) => row.review_id === id)).slice(-most)
  if (known.length === 0) return false
  const names = partNames(network)
  const rows = [
    ...teams.map(({ id, name }) => ({ name, is: (row: AttendanceRow) => row.team_id === id })),
    ...groups.map((part) => ({ name: names[part], is: (row: AttendanceRow) => row.part === part })),
  ]
  const ofTeams = ({ id }: ReviewRow) =>
    share(
      attendance.filter((row) => row.review_id === id && row.part === 'team').map(({ present }) => present),
    )
  return html`<h2 class="nhsuk-heading-l" id="who-came">Who came</h2>
    ${matrix({
      caption: `Who came to the last ${known.length === 1 ? 'meeting' : `${known.length} meetings`} of which that was recorded`,
      corner: 'Who',
      none: 'not recorded',
      columns: [
        ...known.map((one) => ({
          text: shortDay(one.on_day),
          href: paths.review({ network: network.id, review: one.id }),
          ...(ofTeams(one) && { sub: ofTeams(one)! }),
        })),
        { text: 'Of all' },
      ],
      rows: rows.map(({ name, is }) => {
        const own = known.map(({ id }) => attendance.find((row) => row.review_id === id && is(row)))
        const all = share(own.flatMap((row) => (row ? [row.present] : [])))
        return {
          head: { text: name },
          cells: [
            ...own.map((row) => (row ? (row.present ? there : away) : unknown)),
            all ? { shade: 0 as const, word: all } : unknown,
          ],
        }
      }),
    })}`
}
