import { ideaById } from '../../before/ideas/store.ts'
import { memberById, networkById, teamById } from '../../before/networks/store/networks.ts'
import { day } from '../../platform/face/dates.ts'
import { html } from '../../platform/face/html.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { paths } from '../../paths.ts'
import { adoptionByMove } from './store/adoptions.ts'

/** Tells those who lead the team that an idea was taken up from that another has adopted it. */
export const ideaTakenUp: LetterKind = {
  kind: 'adoption.takenUp',
  async write({ db, address }, ids) {
    const network = await networkById(db, ids['network'] ?? '')
    const found = network && (await adoptionByMove(db, network.id, ids['move'] ?? ''))
    const member = network && (await memberById(db, network.id, ids['member'] ?? ''))
    if (!network || !found || !member?.email || member.ended_at) return undefined
    const [idea, team] = await Promise.all([
      ideaById(db, network.id, found.adoption.idea_id),
      teamById(db, network.id, found.adoption.team_id),
    ])
    if (!idea || !team) return undefined
    const href = address(paths.adoption({ network: network.id, idea: idea.id, team: team.id }))
    const says = `${team.name} has adopted “${idea.title}”, which they took up from you (${day(found.move.on_day)}).`
    const then = 'If they ask you how you did it, that is because you were first.'
    return {
      to: member.email,
      subject: `${team.name} has adopted your idea: ${idea.title}`,
      text: [says, then, `How far they have come: ${href}`].join('\n\n'),
      html: html`<p>${says}</p>
        <p>${then}</p>
        <p><a href="${href}">How far they have come</a></p>`,
    }
  },
}

export const adoptionLetters: LetterKind[] = [ideaTakenUp]
