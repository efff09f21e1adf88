import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { readConfig } from '../../config.ts'
import { makeServer } from './server.ts'

/** The server's view of somebody who comes from an address with forwarding headers. */
async function seen(t: TestContext, setting: string | undefined, remoteAddress: string, chain: string) {
  const config = readConfig({ LOG_LEVEL: 'silent', ...(setting !== undefined && { TRUST_PROXY: setting }) })
  const server = await makeServer({
    config,
    problem: async (_request, reply, status) => reply.code(status).send(),
  })
  t.after(() => server.close())
  server.get('/seen', { config: { who: 'everyone' } }, async ({ ip, protocol, host }) => ({
    ip,
    protocol,
    host,
  }))
  const headers = {
    host: 'spread.example',
    'x-forwarded-for': chain,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'other.example',
  }
  return (await server.inject({ url: '/seen', remoteAddress, headers })).json() as unknown
}

const itself = (ip: string) => ({ ip, protocol: 'http', host: 'spread.example' })
const passedOn = (ip: string) => ({ ip, protocol: 'https', host: 'other.example' })

for (const off of [undefined, '', ' ', '0']) {
  test(`TRUST_PROXY ${JSON.stringify(off)}: a forwarding header changes nothing`, async (t) => {
    assert.deepEqual(await seen(t, off, '127.0.0.1', '203.0.113.9'), itself('127.0.0.1'))
  })
}

test('A header is believed from a named proxy, as far as named proxies wrote it, and from nobody else', async (t) => {
  const proxies = 'loopback, 10.1.0.0/16,2001:db8::/32'
  // The leftmost address is the sender's own claim.
  const chain = '198.51.100.1, 203.0.113.9, 10.1.2.3'
  for (const proxy of ['127.0.0.1', '::1', '10.1.9.9', '2001:db8::7', '::ffff:10.1.0.1'])
    assert.deepEqual(await seen(t, proxies, proxy, chain), passedOn('203.0.113.9'), proxy)
  for (const stranger of ['10.2.0.1', '192.0.2.1', '2001:db9::7'])
    assert.deepEqual(await seen(t, proxies, stranger, chain), itself(stranger), stranger)
})

test('What is no address of a proxy is refused in a sentence that says what to write', () => {
  const wrong = [
    '1',
    'true',
    'yes',
    'false',
    'proxy.example',
    '10.0.0.0/33',
    '0.0.0.0/0',
    '::/0',
    '::/00',
    '10.0.0',
    'loopback;10.0.0.1',
  ]
  for (const value of wrong) {
    assert.throws(
      () => readConfig({ TRUST_PROXY: `loopback,${value}` }),
      new Error(
        `The setting TRUST_PROXY is not right: “${value}” is no address of a proxy. Write the addresses from which your proxies connect, such as loopback or 10.1.0.0/16,192.0.2.7; leave it empty, or write 0, where there is none`,
      ),
    )
  }
})

test('Whatever is accepted, the server starts with', async (t) => {
  for (const value of [
    'uniquelocal linklocal',
    '192.0.2.7',
    '::1',
    '10.0.0.0/8',
    'fe80::/10',
    '::ffff:10.0.0.0/104',
  ])
    await seen(t, value, '127.0.0.1', '')
})
