import type { FastifyInstance } from 'fastify'

/** Makes the program refuse to start while any address does not declare who may use it. */
export function declared(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (
      route.method === 'HEAD' ||
      (Array.isArray(route.method) && route.method.every((one) => one === 'HEAD'))
    )
      return
    // The built files are for everyone; their routes are made by the library that serves them.
    if (route.config?.who || route.url.startsWith('/assets/')) return
    throw new Error(
      `${String(route.method)} ${route.url} does not say who may use it. Declare it through site.page, site.form, ` +
        `site.button, site.file or site.live with a policy, or give the route config: { who: '…' }.`,
    )
  })
}
