import { element } from './element.ts'
import { html, type Html } from './html.ts'
import type { HeaderProps } from './header.ts'

/**
 * The letters NHS are a trade mark that only services entitled to it may show, so nothing here is drawn
 * unless the configuration asks for it by name.
 */
export type LogoProps = { image: 'nhs' | { src: string }; alt?: string; href?: string; ariaLabel?: string }

export type Organisation = { name: string; split?: string; descriptor?: string }

const lozenge =
  'M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5 32-22.5 0-19.5-25.5-16.5-25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2h-22l-14 65H22l9-45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65H125L119.5 32h-20l5-24.5Z'

function picture(logo: LogoProps): Html {
  const alt = logo.alt ?? 'NHS'
  if (logo.image !== 'nhs')
    return element('img', {
      class: 'nhsuk-header__organisation-logo',
      src: logo.image.src,
      width: '280',
      alt,
    })
  return element(
    'svg',
    {
      class: 'nhsuk-header__logo',
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: '0 0 200 80',
      height: '40',
      width: '100',
      focusable: 'false',
      role: 'img',
      'aria-label': alt,
    },
    element('title', {}, alt),
    element('path', { fill: 'currentcolor', d: lozenge }),
  )
}

function organisationName(organisation: Organisation): Html {
  const base = 'nhsuk-header__organisation-name'
  const split = organisation.split && [' ', element('span', { class: `${base}-split` }, organisation.split)]
  const descriptor =
    organisation.descriptor && element('span', { class: `${base}-descriptor` }, organisation.descriptor)
  return html`${element('span', { class: base }, organisation.name, split)}${descriptor && ['\n', descriptor]}`
}

const serviceName = (text: string | undefined, href?: string) =>
  text && element(href ? 'a' : 'span', { class: 'nhsuk-header__service-name', href }, text)

/** Logo, organisation and service; one link when they lead to the same place. */
export function headerService(props: HeaderProps): Html {
  const { organisation, service = {} } = props
  const logo: LogoProps | undefined = props.logo === 'nhs' ? { image: 'nhs' } : props.logo
  const both = Boolean(service.href && ((service.text && !logo?.href) || service.href === logo?.href))
  const emblem = [logo && picture(logo), organisation && organisationName(organisation)]
  const href = both ? service.href : logo?.href
  const named = [
    logo && (logo.alt ?? 'NHS'),
    organisation?.name,
    organisation?.split,
    both && service.text,
    'homepage',
  ].filter(Boolean)
  const box = (...inside: Parameters<typeof html>[1][]) =>
    element('div', { class: 'nhsuk-header__service' }, inside)
  if (!logo && !organisation) return box(serviceName(service.text, service.href))
  const given = {
    class: 'nhsuk-header__service-logo',
    href,
    // Without a picture the link is named by its words.
    'aria-label': logo && (logo.ariaLabel || named.join(' ')),
  }
  const inside = [emblem, both && ['\n', serviceName(service.text)]]
  return box(href ? element('a', given, inside) : inside, !both && serviceName(service.text, service.href))
}
