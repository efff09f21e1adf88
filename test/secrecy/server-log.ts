import pg from 'pg'

/** PostgreSQL's own log; nothing where the server is not one of the tests' own. */
export async function serverLog(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ text: string | null }>(
      "select convert_from(pg_read_binary_file('server.log', true), 'UTF8') as text",
    )
    return rows[0]?.text ?? undefined
  } finally {
    await client.end()
  }
}

/** Asks something with a word as its parameter, where every statement is logged. */
export async function askWhileLogging(url: string, word: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set log_statement = 'all'")
    await client.query('select $1::text as word', [word])
  } finally {
    await client.end()
  }
}
