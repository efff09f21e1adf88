import type { Kysely } from 'kysely'
import type { Tables } from './database.ts'

/**
 * Takes away what the store itself has noted of a network: its journal, the topics in it, keys and the pseudonyms of its
 * attendees. Ids of networks hold small letters, digits and hyphens, nothing that `like` takes for more.
 */
export async function forgetNetwork(connection: Kysely<Tables>, network: string): Promise<void> {
  const ofNetwork = connection.selectFrom('journal').select('topic').where('network_id', '=', network)
  await connection.deleteFrom('topics').where('id', 'in', ofNetwork).execute()
  await connection.deleteFrom('journal').where('network_id', '=', network).execute()
  await connection.deleteFrom('pseudonyms').where('actor', 'like', `attendee:${network}/%`).execute()
  await connection
    .deleteFrom('done_keys')
    .where((is) =>
      is.or([
        is('actor', 'like', `attendee:${network}/%`),
        is('key', 'like', `%${network}%`),
        is('outcome', 'like', `%"${network}"%`),
      ]),
    )
    .execute()
}
