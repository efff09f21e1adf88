import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { frame, marksOf } from './pages/frame.ts'
import { ideaPages } from './pages/idea/routes.ts'
import { teamPages } from './pages/team/routes.ts'
import { networkPages } from './pages/network/routes.ts'
import { networkLists } from './pages/network/lists.ts'
import { searchPages } from './pages/search/routes.ts'
import { spreadPages } from './pages/spread/routes.ts'
import { moved, paths } from './paths.ts'
import { about } from './platform/about.ts'
import { serveAssets } from './platform/http/assets.ts'
import { serveOwnLook } from './platform/http/own-look.ts'
import type { Admission } from './platform/http/admission.ts'
import { leadOn } from './platform/http/moved.ts'
import { makeProblem, type Answering } from './platform/http/page-renderer.ts'
import { makeSite } from './platform/http/route-builder.ts'
import { serveHealth } from './platform/http/health.ts'
import type { Offered } from './platform/http/openapi.ts'
import { closeServer } from './platform/http/graceful-close.ts'
import { makeServer } from './platform/http/server.ts'
import type { Site } from './platform/http/site.ts'
import { sessionCookie } from './platform/http/request-context.ts'
import type { GaveUp } from './platform/jobs/patience.ts'
import { openHub } from './platform/live/hub.ts'
import type { Store } from './platform/store/store.ts'
import { home } from './pages/home/routes/start.ts'
import { outgoingMail } from './pages/home/routes/outgoing-mail.ts'
import { galleryPages } from './pages/gallery/routes.ts'
import { letters } from './jobs.ts'
import { served } from './served.ts'
import { eventPage } from './pages/event/routes.ts'
import { deskPages } from './pages/desk/routes.ts'
import { pledgePages } from './pages/pledge/routes.ts'
import { nowPages } from './pages/now/routes.ts'
import { screenPages } from './pages/screen/routes.ts'
import { meetingPages } from './pages/meeting/routes.ts'
import { planPages } from './pages/plan/routes.ts'
import { reportPages } from './pages/report/routes.ts'
import { threadPages } from './pages/thread/routes.ts'
import { whyTakenAway } from './whole/removing/store.ts'
import { whyGone } from './whole/rehearsing/store.ts'

/** The screens that are made of several slices. */
const pages: ((site: Site) => void)[] = [
  home, // the start page
  outgoingMail(letters),
  galleryPages,
  networkPages,
  networkLists,
  spreadPages,
  searchPages,
  teamPages,
  ideaPages,
  eventPage,
  pledgePages,
  threadPages,
  meetingPages,
  planPages,
  reportPages,
  nowPages,
  screenPages,
  deskPages,
]

export interface App {
  server: FastifyInstance
  offered: Offered[]
  admissions: Admission[]
  close(gaveUp?: GaveUp): Promise<void>
}

export interface AppChoices {
  /** Opens the outgoing mail; without it there is no such page. */
  mailKey?: string | undefined
}

/** Loads the maker of the description when somebody asks for it: most processes are never asked. */
async function describe(offered: Offered[], config: Config): Promise<object> {
  const { openApi } = await import('./platform/http/openapi.ts')
  const server = config.publicUrl || '/'
  return openApi(offered, {
    title: config.serviceName,
    version: about.version,
    server,
    cookie: sessionCookie(config),
  })
}

/** Every page and form over one store. */
export async function buildApp(store: Store, config: Config, { mailKey }: AppChoices = {}): Promise<App> {
  const answering: Answering = {
    store,
    config,
    mailKey,
    hub: openHub(
      (error) => server.log.error({ err: error }, 'live'),
      () => Date.parse(store.now()),
    ),
    frame,
    mark: marksOf(store),
    gone: async (url) => (await whyGone(store.db, url)) ?? whyTakenAway(store.db, url),
    signIn: (next) => `${paths.signIn({})}?next=${encodeURIComponent(next)}`,
  }
  const problem = makeProblem(() => answering)
  const server = await makeServer({ config, problem, leadsTo: leadOn(moved) })
  await serveAssets(server)
  serveOwnLook(server, config.organisation)
  serveHealth(server, store)
  let described: Promise<object> | undefined
  const { site, offered, admissions } = makeSite(server, answering, problem)
  for (const slice of served) slice.routes(site)
  for (const page of pages) page(site)
  server.get(
    '/api/v1/openapi.json',
    { config: { who: 'everyone' } },
    () => (described ??= describe(offered, config)),
  )
  const stop = store.onRevised((revised) => answering.hub.changed(revised))
  await server.ready()
  return {
    server,
    offered,
    admissions,
    async close(gaveUp) {
      stop()
      answering.hub.close()
      await closeServer(server, gaveUp)
    },
  }
}
