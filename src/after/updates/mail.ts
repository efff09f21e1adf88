import { networkById, teamById } from '../../before/networks/store/networks.ts'
import { personById } from '../../before/people/store.ts'
import { day } from '../../platform/face/dates.ts'
import { html } from '../../platform/face/html.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { paths } from '../../paths.ts'
import { reviewById } from '../reviews/store/meetings.ts'

/** Asks a lead for two sentences before a meeting, with the page where they are written. */
const updateAsked: LetterKind = {
  kind: 'updates.asked',
  async write({ db, address }, ids) {
    const network = await networkById(db, ids['network'] ?? '')
    const meeting = network && (await reviewById(db, network.id, ids['review'] ?? ''))
    const team = network && (await teamById(db, network.id, ids['team'] ?? ''))
    const to = (await personById(db, ids['person'] ?? ''))?.email
    if (!meeting || !team || !to || meeting.cancelled_at) return undefined
    const href = address(paths.newUpdate({ network: network.id, team: team.id }))
    const when = day(meeting.on_day)
    const asked = `${network.name} meets on ${when}. Two sentences tell the others how ${team.name} is getting on, also if you cannot come.`
    return {
      to,
      subject: `Two sentences from ${team.name} before ${when}`,
      text: [asked, `Write them on your phone: ${href}`].join('\n\n'),
      html: html`<p>${asked}</p>
        <p><a href="${href}">Write them on your phone</a></p>`,
    }
  },
}

export const updateLetters: LetterKind[] = [updateAsked]
