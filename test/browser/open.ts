import { existsSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { startSession } from '../../src/platform/auth/sessions.ts'
import { sessionStart } from '../../src/platform/http/visiting.ts'
import { operator, type Actor } from '../../src/platform/store/actor.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { openHouse, type House, type HouseChoices } from '../house.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser as `npm test` has found it. */
export function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path))
  if (!executablePath) throw new Error('No browser: name the path of Chromium or Chrome in CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  })
}

export interface BrowserHouse extends House {
  address: string
  browser: Browser
  /** A window of its own for somebody, signed in or not. */
  window(
    actor?: Actor,
    choices?: { width?: number; height?: number; scripts?: boolean },
  ): Promise<{ context: BrowserContext; page: Page }>
}

/** The house on a port, and a browser to visit it with. Complaints of a page's console fail its test. */
export async function openInBrowser(
  t: TestContext,
  choices: Partial<HouseChoices> = {},
): Promise<BrowserHouse> {
  const house = await openHouse(t, { database: 'sqlite', ...choices })
  const address = await house.app.server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launch()
  const complaints: string[] = []
  t.after(async () => {
    await browser.close()
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`)
  })
  return {
    ...house,
    address,
    browser,
    async window(actor, { width = 1280, height = 800, scripts = true } = {}) {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width, height },
        javaScriptEnabled: scripts,
      })
      if (actor)
        await context.addCookies([{ name: 'session', value: await session(house, actor), url: address }])
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
          complaints.push(message.text())
      })
      return { context, page }
    },
  }
}

async function session({ store }: House, actor: Actor): Promise<string> {
  const { token, id } = sessionStart()
  if (actor.kind !== 'person' && actor.kind !== 'attendee')
    throw new Error(`Nobody signs in as ${actor.kind}`)
  const network = actor.kind === 'attendee' ? actor.network : ''
  const started = { id, kind: actor.kind, actor: actor.id, network, idleMinutes: 1200 }
  orThrow(await store.dispatch(startSession, started, { actor: operator }))
  return token
}
