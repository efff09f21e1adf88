import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { openHouse } from '../../../test/house.ts'
import { assetVersion } from './assets.ts'

suite('The built files', () => {
  test('come as small as whoever asks can take them', async (t) => {
    const house = await openHouse(t, { database: 'sqlite' })
    const asked = (encoding: string) =>
      house.app.server.inject({
        url: `/assets/face.css?v=${assetVersion('face.css')}`,
        headers: { 'accept-encoding': encoding },
      })
    const [plain, gzip, brotli] = [
      await asked('identity'),
      await asked('gzip'),
      await asked('gzip, deflate, br'),
    ]
    assert.equal(plain.headers['content-encoding'], undefined)
    assert.equal(gzip.headers['content-encoding'], 'gzip')
    assert.equal(brotli.headers['content-encoding'], 'br')
    assert.equal(gunzipSync(gzip.rawPayload).toString(), plain.body)
    assert.equal(brotliDecompressSync(brotli.rawPayload).toString(), plain.body)
    assert.match(plain.body, /nhsuk/)
    for (const answer of [plain, gzip, brotli]) {
      assert.equal(answer.headers['content-type'], 'text/css; charset=utf-8')
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
      assert.equal(answer.headers['vary'], 'accept-encoding')
    }
  })

  test('are these and no other', async (t) => {
    const house = await openHouse(t, { database: 'sqlite' })
    const status = async (url: string) => (await house.app.server.inject({ url })).statusCode
    for (const name of ['face.css', 'wide.css', 'screen.css', 'client.js', 'screen.js', 'icon.svg'])
      assert.equal(await status(`/assets/${name}`), 200, name)
    for (const name of ['manifest.json', 'face.css.br', '../package.json', '..%2fpackage.json', ''])
      assert.equal(await status(`/assets/${name}`), 404, name)
  })
})
