import { backLink, type BackLinkProps } from './back-link.ts'
import { breadcrumb, type Crumb } from './breadcrumb.ts'
import { classes, element, present, type Listed } from './element.ts'
import { errorSummary, type ListedError } from './error-summary.ts'
import { footer, type FooterLink } from './footer.ts'
import type { AccountItem } from './header-account.ts'
import type { LogoProps, Organisation } from './header-logo.ts'
import { header } from './header.ts'
import type { NavigationProps } from './header-navigation.ts'
import { Html, html, trusted, type Part } from './html.ts'
import { notificationBanner, type NotificationBannerProps } from './notification-banner.ts'
import { skipLink } from './skip-link.ts'
import type { Words } from './text.ts'

export type SignedIn = {
  name: string
  role?: string
  href?: string
  /** Back to the page of the day, for people elsewhere. */
  day?: string
  signOut: { action: string; fields?: Part }
}

export type PageProps = {
  title: string
  content: Part
  service: string
  /** The version of each file, as it stands in its address. */
  assets: {
    css: string
    js: string
    icon: string
    screen?: string
    screenCss?: string
    wideCss?: string
    /** The address of a style sheet of the organisation's own. */
    own?: string | undefined
  }
  /** Turns the title into "Error: …"; by itself when there are errors. */
  error?: boolean
  errors?: Listed<ListedError>
  /** The message about the last change, or other news about it. */
  flash?: Words | NotificationBannerProps
  organisation?: Organisation & { logoSrc?: string }
  account?: SignedIn
  signIn?: string
  /** Says on every page that this is a demonstration or a rehearsal. */
  mark?: string
  crumbs?: Listed<Crumb>
  /** The places among which this page is one; not where a phone in one hand needs the room. */
  navigation?: NavigationProps
  back?: BackLinkProps
  /** The address of the stream of events that keeps the page fresh. */
  live?: string
  /** The person for whom the page was made, as an opaque word for its scripts. */
  sender?: string
  /** This page may stay on the device of the person it was made for, for when there is no network. */
  kept?: boolean
  /** The server's time, for the scripts of devices whose clock is wrong. */
  now?: string
  /** The whole width, for tables. */
  wide?: boolean
  /** Made for a phone in one hand: less space, wide buttons. */
  phone?: boolean
  /** Without header and footer: for the big screen, for paper, or for a device that goes from hand to hand. */
  bare?: 'screen' | 'print' | 'shared'
  /** Without scripts: it does not know whom it is made for. */
  plain?: true
  links?: Listed<FooterLink>
}

/** Exactly as nhsuk-frontend documents it: the content security policy allows it by its hash. */
export const bodySnippet =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' nhsuk-frontend-supported' : '');"

const themeColour = '#002f5c'

const everyFooter: FooterLink[] = [
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'Help', href: '/help' },
]

const versioned = (path: string, version: string) => `${path}?v=${encodeURIComponent(version)}`

/** A phone on the day loads the first of these alone: nothing of the big screen, of pictures or of paper. */
function stylesheets({ assets, bare, phone, plain }: PageProps): string[] {
  const sheet = (name: string, version: string | undefined) =>
    version === undefined ? [] : [versioned(`/assets/${name}.css`, version)]
  const more =
    bare === 'screen'
      ? sheet('screen', assets.screenCss)
      : phone || plain || bare === 'shared'
        ? []
        : sheet('wide', assets.wideCss)
  return [...sheet('face', assets.css), ...more, ...(assets.own ? [assets.own] : [])]
}

const head = (props: PageProps, wrong: boolean): Html =>
  element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('title', {}, `${wrong ? 'Error: ' : ''}${props.title} – ${props.service}`),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1, viewport-fit=cover' }),
    element('meta', { name: 'theme-color', content: themeColour }),
    element('link', {
      rel: 'icon',
      href: versioned('/assets/icon.svg', props.assets.icon),
      type: 'image/svg+xml',
    }),
    stylesheets(props).map((href) => element('link', { rel: 'stylesheet', href })),
    !props.plain &&
      element('script', { type: 'module', src: versioned('/assets/client.js', props.assets.js) }),
    props.bare === 'screen' &&
      props.assets.screen !== undefined &&
      element('script', { type: 'module', src: versioned('/assets/screen.js', props.assets.screen) }),
  )

function accountItems(props: PageProps): AccountItem[] {
  if (!props.account) return props.signIn ? [{ text: 'Sign in', href: props.signIn }] : []
  const { name, role, href, day, signOut } = props.account
  return [
    ...(day ? [{ text: 'My day', href: day }] : []),
    {
      text: role ? `${name} (${role})` : name,
      icon: true,
      classes: 'app-account-name',
      ...(href && { href }),
    },
    { text: 'Sign out', ...signOut },
  ]
}

function banner(props: PageProps): Html {
  const { logoSrc, ...named } = props.organisation ?? { name: '' }
  const logo: LogoProps | undefined = logoSrc ? { image: { src: logoSrc }, alt: named.name } : undefined
  const items = accountItems(props)
  return header({
    service: { text: props.service, href: '/' },
    logo,
    // A logo given as a picture carries the name already.
    organisation: named.name && !logo ? named : undefined,
    account: items.length > 0 ? { items } : undefined,
    navigation: props.phone ? undefined : props.navigation,
    containerClasses: 'app-wide',
  })
}

const markStrip = (mark: string, container: string | undefined): Html =>
  element(
    'section',
    { class: 'app-mark', 'aria-label': 'About this site' },
    element('p', { class: classes('nhsuk-width-container', container) }, mark),
  )

function flashBanner(flash: PageProps['flash']) {
  if (!flash) return undefined
  const plain = typeof flash === 'string' || flash instanceof Html
  return notificationBanner(plain ? { variant: 'success', content: flash } : flash)
}

function mainPart(props: PageProps): Html {
  const errors = present(props.errors)
  const inside = [errors.length > 0 && errorSummary({ errors }), flashBanner(props.flash), props.content]
  const width = props.wide ? 'full' : 'two-thirds'
  const column = element(
    'div',
    { class: 'nhsuk-grid-row' },
    element('div', { class: `nhsuk-grid-column-${width}` }, inside),
  )
  return element('main', { id: 'maincontent', class: 'nhsuk-main-wrapper' }, props.bare ? inside : column)
}

function frame(props: PageProps): Html {
  const container = props.wide ? 'app-wide' : undefined
  const crumbs = present(props.crumbs)
  const above = crumbs.length > 0 ? breadcrumb({ items: crumbs }) : props.back && backLink(props.back)
  const middle = element(
    'div',
    { class: classes('nhsuk-width-container', container) },
    above,
    mainPart(props),
  )
  const mark = props.mark && markStrip(props.mark, container)
  if (props.bare === 'shared') return html`${mark}${middle}`
  if (props.bare) return html`${mark}${mainPart(props)}`
  const meta = { items: props.links ?? everyFooter }
  return html`${mark}${banner(props)}${middle}${footer({ meta, containerClasses: container })}`
}

/** A whole page. Addresses from data (`crumbs`, `back`, `live`) have passed `safeHref` or are built by us. */
export function page(props: PageProps): Html {
  const wrong = props.error ?? present(props.errors).length > 0
  const body = element(
    'body',
    {
      class: classes(props.bare && `app-${props.bare}`, props.phone && 'app-now') || undefined,
      'data-live': props.live,
      'data-sender': props.sender,
      'data-kept': props.kept,
      'data-now': props.now,
    },
    !props.plain && element('script', {}, trusted(bodySnippet)),
    skipLink(),
    frame(props),
  )
  return trusted(`<!DOCTYPE html>${element('html', { lang: 'en-GB' }, head(props, wrong), body)}`)
}
