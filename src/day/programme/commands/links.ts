import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../../before/events/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import { readableCode } from '../../../platform/auth/codes.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { giveScreen } from '../../ballots/ballot/store/ballots.ts'
import { lasts, linkExpires, linkOpens, screenShows } from '../rules/links.ts'
import { addLinkRow, changeLinkRow, linksOf, type DayLinkRow } from '../store/links.ts'

const codeLength = 8
const Opens = z.enum(linkOpens, 'Choose what the link opens')

/** Makes a short address for a machine that nobody signs in on. The one before ends, so that there is one to know. */
export const makeLink = command('programme.makeLink', {
  said: 'made a link for a screen',
  input: z.object({ network: Id, event: Id, opens: Opens, lasts: z.enum(lasts).default('day') }),
  topic: eventTopic,
  who: organisers,
  async run(
    tx,
    { network, event, opens, lasts: how },
    { id, now, keyedHash },
  ): Promise<{ id: string } | Refusal> {
    const held = await eventById(tx, network, event)
    if (!held) return refuse('This event is not there any more')
    const before = await endAll(tx, { network, event, opens }, now)
    const link = id()
    await addLinkRow(tx, {
      network_id: network,
      id: link,
      event_id: event,
      opens,
      code: readableCode(Buffer.from(keyedHash('day-link', network, event, link), 'base64url'), codeLength),
      shows: before?.shows ?? 'day',
      large: before?.large ?? 0,
      made_at: now,
      expires_at: linkExpires(how, held.on_day, now),
      ended_at: null,
    })
    return { id: link }
  },
})

interface Which {
  network: string
  event: string
  opens: DayLinkRow['opens']
}

const those = async (tx: Tx, { network, event, opens }: Which) =>
  (await linksOf(tx, network, event)).filter((one) => one.opens === opens)

/** Ends every link to a thing, and answers the latest. */
async function endAll(tx: Tx, which: Which, now: string): Promise<DayLinkRow | undefined> {
  const links = await those(tx, which)
  for (const link of links) await changeLinkRow(tx, link, { ended_at: now })
  return links[0]
}

/** Ends a link; a device that has it open sees so at once. */
export const endLink = command('programme.endLink', {
  said: 'ended a link for a screen',
  input: z.object({ network: Id, event: Id, opens: Opens }),
  topic: eventTopic,
  who: organisers,
  async run(tx, which, { now }): Promise<{ id: string } | Refusal> {
    if (!(await eventById(tx, which.network, which.event))) return refuse('This event is not there any more')
    const ended = await endAll(tx, which, now)
    return { id: ended?.id ?? which.event }
  },
})

/** From the Desk: the content of the Screens that the link has opened, and its size. */
export const setScreen = command('programme.setScreen', {
  said: 'changed what the screens show',
  input: z.object({
    network: Id,
    event: Id,
    shows: z.enum(screenShows, 'Choose what the screen shows').optional(),
    large: z.enum(['yes', 'no']).optional(),
  }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, shows, large }): Promise<{ id: string } | Refusal> {
    const [link] = await those(tx, { network, event, opens: 'screen' })
    if (!link) return refuse('There is no link for screens. Make one first.')
    await changeLinkRow(tx, link, {
      shows: shows ?? link.shows,
      large: large === undefined ? link.large : large === 'yes' ? 1 : 0,
    })
    // A host who chooses what the Screen shows does not wait for the part that has taken it.
    if (shows) await giveScreen(tx, { network, event })
    return { id: link.id }
  },
})

export const linkCommands = [makeLink, endLink, setScreen]
