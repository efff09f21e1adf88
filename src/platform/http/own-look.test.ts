import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { readConfig } from '../../config.ts'

test('The organisation’s own logo and colour are served from its own file, and stand in the header', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'look-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const logo = join(folder, 'logo.svg')
  writeFileSync(logo, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const environment = {
    ORGANISATION_NAME: 'Riverside Trust',
    ORGANISATION_LOGO: logo,
    ORGANISATION_COLOUR: '#41236a',
  }
  const house = await openHouse(t, { database: 'sqlite', environment })
  const { text } = await house.visitor().get('/')
  const [, picture] =
    /<img class="nhsuk-header__organisation-logo" src="([^"]*)"[^>]*alt="Riverside Trust">/.exec(text)!
  const [, style] = /<link rel="stylesheet" href="(\/assets\/organisation\.css[^"]*)">/.exec(text)!
  const asked = async (url: string) => house.app.server.inject({ url })
  const shown = await asked(picture!)
  assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/svg+xml'])
  assert.match(String(shown.headers['content-security-policy']), /default-src 'none'.*sandbox/)
  assert.equal((await asked(style!)).body, ':root{--deep:#41236a}')
})

test('A look that is no file, or too pale for white letters, is refused when the server starts', () => {
  const wrong = (environment: Record<string, string>) => () => readConfig(environment)
  assert.throws(wrong({ ORGANISATION_LOGO: '/nowhere/logo.svg' }), /ORGANISATION_LOGO.*\.svg/)
  assert.throws(wrong({ ORGANISATION_LOGO: import.meta.filename }), /ORGANISATION_LOGO/)
  for (const colour of ['blue', '#fff', '#ffb81c', 'red;}'])
    assert.throws(wrong({ ORGANISATION_COLOUR: colour }), /ORGANISATION_COLOUR.*#003087/)
})
