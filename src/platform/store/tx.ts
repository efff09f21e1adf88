import type {
  Kysely,
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'
import type { Tables, Tx } from './database.ts'

const writes = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'RawNode', 'MergeQueryNode'])

/** Stands before every statement of one command: sees whether it wrote, and stops it once it has answered. */
class Watch implements KyselyPlugin {
  wrote = false
  revoked = false

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (this.revoked) {
      throw new Error(
        'This command has answered already; its transaction may not be used any more. Await every statement in run().',
      )
    }
    if (writes.has(node.kind)) this.wrote = true
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}

/** A transaction for one command. After `revoke` every use of it fails loudly. */
export function guard(connection: Kysely<Tables>): {
  tx: Tx
  watch: { readonly wrote: boolean }
  revoke(): void
} {
  const watch = new Watch()
  return {
    tx: connection.withPlugin(watch) as unknown as Tx,
    watch,
    revoke: () => {
      watch.revoked = true
    },
  }
}
