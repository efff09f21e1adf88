import type { Kysely } from 'kysely'
import type { Tables } from './database.ts'

/**
 * Takes away what the store itself has noted of a network: its journal, topics, keys and the pseudonyms of its
 * attendees. Ids of networks hold small letters, digits and hyphens, nothing that `like` takes for more.
 */
export async function forgetNetwork(connection: Kysely<Tables>, network: string): Promise<void> {
  await connection.deleteFrom('journal').where('network_id', '=', network).execute()
  await connection
    .deleteFrom('topics')
    .where((is) => is.or([is('id', 'like', `%:${network}`), is('id', 'like', `%:${network}/%`)]))
    .execute()
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
