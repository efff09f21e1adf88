import { everyone } from '../../../platform/store/command.ts'
import type { Html } from '../../../platform/face/html.ts'
import type { Site } from '../../../platform/http/site.ts'
import type { Path } from '../../../platform/http/path.ts'
import { paths } from '../../../paths.ts'
import { accessibility, cookies, help } from '../views/statements.ts'
import { secrecy } from '../views/secrecy.ts'
import { privacy } from '../views/privacy.ts'

const page = (site: Site, at: Path<string>, title: string, body: Html): void =>
  site.page({ at, who: everyone, read: () => true, show: () => ({ title, body, back: { href: '/' } }) })

/** Pages that are the same for everyone and hardly ever change. */
export function statements(site: Site): void {
  const { config } = site
  const { contactEmail: contact } = config
  page(site, paths.accessibility, 'Accessibility statement', accessibility(contact))
  page(site, paths.privacy, 'Privacy notice', privacy(contact, config.organisation.name))
  page(site, paths.cookies, 'Cookies', cookies(config.idleMinutes))
  page(site, paths.help, 'Help', help(contact))
  page(site, paths.ballotSecrecy, 'How secret a vote is', secrecy())
  site.file({
    at: paths.securityText,
    who: everyone,
    read: async ({ now }) =>
      contact ? { type: 'text/plain; charset=utf-8', body: securityText(contact, now) } : undefined,
  })
}

/** RFC 9116: where somebody who finds a hole can say so; it has to say until when it holds. */
function securityText(contact: string, now: string): string {
  const until = `${new Date(Date.parse(now) + 180 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`
  return `Contact: mailto:${contact}\nExpires: ${until}\nPreferred-Languages: en\n`
}
