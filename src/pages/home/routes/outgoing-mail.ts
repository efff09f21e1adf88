import { timingSafeEqual } from 'node:crypto'
import { letterOf } from '../../../platform/mail/letters.ts'
import {
  messageById,
  newestMessages,
  type LetterKind,
  type OutboxRow,
} from '../../../platform/mail/outbox.ts'
import { everyone } from '../../../platform/store/command.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { messageList, messagePage } from '../views/outgoing-mail.ts'

const most = 100

function isOpen({ mailKey, nouns }: RequestContext): boolean {
  if (mailKey === undefined) return false
  const [key, given] = [Buffer.from(mailKey), Buffer.from(nouns['key'] ?? '')]
  return key.length === given.length && timingSafeEqual(key, given)
}

/**
 * Letters that would be sent, or were: for people with the key that the terminal showed, so that one can try everything
 * without a mail server.
 */
export const outgoingMail =
  (kinds: readonly LetterKind[]) =>
  (site: Site): void => {
    const letter = ({ db, now, keyedHash, address }: RequestContext, row: OutboxRow) =>
      letterOf(kinds, { db, now, keyedHash, address }, row)
    const found = async (visit: RequestContext, id: string) => {
      const row = isOpen(visit) ? await messageById(visit.db, id) : undefined
      return row && { row, letter: await letter(visit, row) }
    }
    site.page({
      at: paths.outgoingMail,
      who: everyone,
      async read(visit) {
        if (!isOpen(visit)) return undefined
        const rows = await newestMessages(visit.db, most)
        return Promise.all(rows.map(async (row) => ({ row, letter: await letter(visit, row) })))
      },
      show: (messages, { config, nouns }) => ({
        title: 'Outgoing mail',
        body: messageList(nouns.key, messages, config.smtpUrl !== ''),
        back: { href: paths.home({}) },
        wide: true,
      }),
    })
    site.page({
      at: paths.outgoingMessage,
      who: everyone,
      read: (visit) => found(visit as RequestContext, visit.nouns.message),
      show: (message, { nouns: { key } }) => ({
        title: message.letter?.subject ?? 'Outgoing mail',
        body: messagePage(key, message),
        back: { href: paths.outgoingMail({ key }), text: 'Outgoing mail' },
      }),
    })
    site.file({
      at: paths.outgoingAttachment,
      who: everyone,
      async read(visit) {
        const message = await found(visit as RequestContext, visit.nouns.message)
        return message?.letter?.attachments?.find((one) => one.name === visit.nouns.attachment)
      },
    })
  }
