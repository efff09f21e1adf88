import { clockTimeOf } from '../../../before/events/rules.ts'
import { teamsOf } from '../../../before/networks/store/networks.ts'
import { insiders, organisers, organisersOrBoard } from '../../../before/networks/store/roles.ts'
import type { Html } from '../../../platform/face/html.ts'
import type { FormState, Values } from '../../../platform/form/state.ts'
import type { Content, Site, RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { cancelMeeting, changeMeeting, holdMeeting, takeBackHolding } from '../commands/meeting.ts'
import {
  addAction,
  answerQuestion,
  askQuestion,
  completeAction,
  recordAttendance,
  recordDecision,
  reopenAction,
} from '../commands/minutes.ts'
import { addLine, markAttendance } from '../commands/taking.ts'
import { replyFields } from '../record.ts'
import { attendanceOf, questionsOf } from '../store/minutes.ts'
import {
  actionForm,
  answerForm,
  attendanceForm,
  cancelForm,
  decisionForm,
  editForm,
  lineForm,
  questionForm,
} from '../views/forms.ts'
import { found, teamsToAskFor, type OfMeeting } from './found.ts'

export function minutesRoutes(site: Site): void {
  const toMeeting = (visit: OfMeeting) =>
    paths.review({ network: visit.nouns.network, review: visit.nouns.review })
  const onward = (_outcome: unknown, visit: OfMeeting) => toMeeting(visit)
  const framed = (title: string, visit: OfMeeting, body: Html): Content => ({
    title,
    back: { href: toMeeting(visit), text: 'Meeting' },
    body,
  })
  const asking = <Name extends string>(
    one: NonNullable<Awaited<ReturnType<typeof found>>>,
    action: string,
    form: FormState<Name>,
    sending: RequestContext,
  ) => ({ meeting: one.meeting, action, form, sending })

  site.form({
    at: paths.editReview,
    who: organisers,
    command: changeMeeting,
    read: found,
    stands: true,
    values: ({ meeting }) => ({
      on: meeting.on_day,
      time: clockTimeOf(meeting.starts_at),
      minutes: String((Date.parse(meeting.ends_at) - Date.parse(meeting.starts_at)) / 60_000),
      place: meeting.place ?? '',
      link: meeting.link ?? '',
      notes: meeting.notes ?? '',
    }),
    show: (one, form, visit) =>
      framed('Change the meeting', visit, editForm(asking(one, paths.editReview(visit.nouns), form, visit))),
    then: onward,
    done: 'Meeting saved',
  })

  site.form({
    at: paths.reviewCancellation,
    who: organisers,
    command: cancelMeeting,
    read: found,
    show: (one, form, visit) =>
      framed(
        'Cancel the meeting',
        visit,
        cancelForm(asking(one, paths.reviewCancellation(visit.nouns), form, visit)),
      ),
    then: onward,
    done: 'Meeting cancelled',
  })

  const meeting = { then: onward, back: toMeeting, done: 'Meeting updated' }
  site.button({ at: paths.reviewHolding, command: holdMeeting, ...meeting })
  site.button({ at: paths.takeBackHolding, command: takeBackHolding, ...meeting })

  site.form({
    at: paths.newQuestion,
    who: insiders,
    command: askQuestion,
    read: async (visit) => {
      const one = await found(visit)
      const teams = await teamsToAskFor(visit)
      return one && teams.length > 0 ? { ...one, teams } : undefined
    },
    values: ({ teams }) => ({ toWhom: 'senior_leaders', ...(teams.length === 1 && { team: teams[0]!.id }) }),
    show: (one, form, visit) =>
      framed(
        'Ask a question',
        visit,
        questionForm(asking(one, paths.newQuestion(visit.nouns), form, visit), one.network, one.teams),
      ),
    then: onward,
    done: 'Question asked',
  })

  site.form({
    at: paths.answerQuestion,
    who: organisersOrBoard,
    command: answerQuestion,
    read: async (visit) => {
      const one = await found(visit)
      const question = (await questionsOf(visit.db, visit.nouns.network)).find(
        (each) => each.id === visit.nouns.question && each.review_id === visit.nouns.review,
      )
      return one && question && { ...one, question }
    },
    stands: true,
    values: ({ question }) => replyFields.values(question),
    show: (one, form, visit) =>
      framed(
        'Answer a question',
        visit,
        answerForm(asking(one, paths.answerQuestion(visit.nouns), form, visit), one.question),
      ),
    then: onward,
    done: 'Answer saved',
  })

  site.form({
    at: paths.newDecision,
    who: organisers,
    command: recordDecision,
    read: found,
    show: (one, form, visit) =>
      framed(
        'Record a decision',
        visit,
        decisionForm(asking(one, paths.newDecision(visit.nouns), form, visit)),
      ),
    then: onward,
    done: 'Decision saved',
  })

  site.form({
    at: paths.newLine,
    who: organisers,
    command: addLine,
    read: found,
    show: (one, form, visit) =>
      framed('Add a note', visit, lineForm(asking(one, paths.newLine(visit.nouns), form, visit))),
    then: onward,
    done: 'Note added',
  })

  site.form({
    at: paths.newAction,
    who: organisers,
    command: addAction,
    read: found,
    show: (one, form, visit) =>
      framed('Add an action', visit, actionForm(asking(one, paths.newAction(visit.nouns), form, visit))),
    then: onward,
    done: 'Action added',
  })

  site.button({ at: paths.attendanceMark, command: markAttendance, ...meeting, done: 'Attendance saved' })

  const action = { then: onward, back: toMeeting, done: 'Action updated' }
  site.button({ at: paths.actionCompletion, command: completeAction, ...action })
  site.button({ at: paths.reopenAction, command: reopenAction, ...action })

  site.form({
    at: paths.attendance,
    who: organisers,
    command: recordAttendance,
    read: async (visit) => {
      const one = await found(visit)
      return (
        one && {
          ...one,
          teams: await teamsOf(visit.db, visit.nouns.network),
          rows: (await attendanceOf(visit.db, visit.nouns.network)).filter(
            (row) => row.review_id === visit.nouns.review,
          ),
        }
      )
    },
    values: ({ rows }): Values =>
      Object.fromEntries(
        rows.flatMap(({ part, team_id, present, name }) => {
          const key = part === 'team' ? `team-${team_id}` : `group-${part}`
          return [
            [key, present ? 'present' : 'absent'],
            [`names-${key}`, name],
          ]
        }),
      ),
    show: (one, form, visit) =>
      framed(
        'Record who came',
        visit,
        attendanceForm(asking(one, paths.attendance(visit.nouns), form, visit), one.network, one.teams),
      ),
    then: onward,
    done: 'Attendance saved',
  })
}
