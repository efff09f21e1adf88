import type { FastifyInstance } from 'fastify'

/** Makes the program refuse to start while any address does not declare who may use it. */
export function declared(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (
      route.method === 'HEAD' ||
      (Array.isArray(route.method) && route.method.every((one) => one === 'HEAD'))
    )
      return
    if (route.config?.who) return
    throw new Error(
      `${String(route.method)} ${route.url} does not say who may use it. Declare it through site.page, site.form, ` +
        `site.button, site.file or site.live with a policy, or give the route config: { who: '…' }.`,
    )
  })
}
