import { existsSync } from 'node:fs'
import { after, type TestContext } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { BrowserContextOptions, Response } from 'playwright-core'
import { startSession } from '../../src/platform/auth/sessions.ts'
import { sessionStart } from '../../src/platform/http/request-context.ts'
import { operator, type Actor } from '../../src/platform/store/actor.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { faultsOf } from '../markup.ts'
import { openHouse, type House, type HouseChoices } from '../house.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser as `npm test` has found it. */
function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path))
  if (!executablePath) throw new Error('No browser: name the path of Chromium or Chrome in CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  })
}

let launched: Promise<Browser> | undefined

/** The browser that all tests of a file share: their windows know nothing of each other. */
const shared = (): Promise<Browser> => (launched ??= launch())

after(async () => (await launched)?.close())

export interface WindowChoices {
  width?: number
  height?: number
  scripts?: boolean
  /** Complaints that the test brings about itself. */
  expects?: RegExp
}

export interface BrowserHouse extends House {
  address: string
  /** A device of its own, with its own cookies and everything that it keeps. */
  device(choices: BrowserContextOptions): Promise<BrowserContext>
  /** Closes all devices of this house. */
  closeDevices(): Promise<void>
  /** A window of its own for somebody, signed in or not. */
  window(actor?: Actor, choices?: WindowChoices): Promise<{ context: BrowserContext; page: Page }>
  /** Lets somebody come in to a window, again where they have gone. */
  signIn(context: BrowserContext, actor: Actor): Promise<void>
}

/** The house on a port, and a browser to visit it with. Whatever its pages complain of fails the test. */
export async function openInBrowser(
  t: TestContext,
  choices: Partial<HouseChoices> = {},
): Promise<BrowserHouse> {
  const browser = await shared()
  const devices: BrowserContext[] = []
  const complaints: string[] = []
  const closeDevices = async () => {
    await Promise.all(devices.splice(0).map((device) => device.close()))
  }
  // Before the house closes, for which its pages would complain.
  t.after(closeDevices)
  const house = await openHouse(t, { database: 'sqlite', ...choices })
  // Last, because what fails here keeps from being closed what comes after it.
  t.after(() => {
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`)
  })
  const address = await house.app.server.listen({ port: 0, host: '127.0.0.1' })
  const signIn = async (context: BrowserContext, actor: Actor) =>
    context.addCookies([{ name: 'session', value: await session(house, actor), url: address }])
  const device = async (choices: BrowserContextOptions) => {
    const context = await browser.newContext({ baseURL: address, ...choices })
    devices.push(context)
    return context
  }
  return {
    ...house,
    address,
    device,
    closeDevices,
    signIn,
    async window(actor, { width = 1280, height = 800, scripts = true, expects } = {}) {
      const context = await device({ viewport: { width, height }, javaScriptEnabled: scripts })
      if (actor) await signIn(context, actor)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await listenTo(page, (complaint) => {
        if (!expects?.test(complaint)) complaints.push(`${page.url()}: ${complaint}`)
      })
      return { context, page }
    },
  }
}

/** A form that is sent back with its mistakes is answered 422 or 409; nothing else that a page asks for is refused. */
const unexpected = (response: Response): boolean =>
  response.status() >= 400 &&
  !(response.request().method() === 'POST' && [409, 422].includes(response.status()))

/** The faults of a page as it was sent: a browser mends it without a word. */
async function faultsIn(response: Response): Promise<string[]> {
  if (!(response.headers()['content-type'] ?? '').startsWith('text/html')) return []
  // Nothing is left of an answer that only led on, or whose window was closed meanwhile.
  return faultsOf(await response.text().catch(() => ''))
}

/** Errors on the console, failed and refused requests, faulty markup, and what the content security policy has stopped. */
async function listenTo(page: Page, complain: (complaint: string) => void): Promise<void> {
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`Content security policy: ${violatedDirective} stopped ${blockedURI}`),
    ),
  )
  page.on('pageerror', (error) => complain(error.message))
  page.on('console', (message) => {
    // Refused and failed requests are told better below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complain(message.text())
  })
  page.on('response', (response) => {
    if (unexpected(response)) complain(`${response.status()} for ${response.url()}`)
    void faultsIn(response).then((faults) =>
      faults.forEach((fault) => complain(`${fault} of ${response.url()}`)),
    )
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A stream ends when its page is left.
    if (why !== 'net::ERR_ABORTED') complain(`${why} for ${request.url()}`)
  })
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
