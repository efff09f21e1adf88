import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { it } from 'node:test'
import { html } from './html.ts'
import { bodySnippet, page, type PageProps } from './page.ts'

const plain: PageProps = {
  title: 'Ideas',
  content: html`<h1>Ideas</h1>`,
  service: 'Spreadathon',
  assets: { css: 'c1', js: 'j1', icon: 'i1' },
}

const drawn = (props: Partial<PageProps> = {}) => page({ ...plain, ...props }).toString()

it('runs only the inline script that the content security policy allows', () => {
  const hash = createHash('sha256').update(bodySnippet).digest('base64')
  assert.equal(hash, 'tDOvXJi1PXbg0CWjLCCYSNHRXtps26K4JXkE3M6u/c0=')
  assert.deepEqual(drawn().match(/<script>.*?<\/script>/g), [`<script>${bodySnippet}</script>`])
  assert.doesNotMatch(drawn({ mark: 'Demonstration', live: '/live' }), /\sstyle=|\son\w+=/)
})

it('names the page and the service, and says first when something is wrong', () => {
  assert.match(drawn(), /<title>Ideas – Spreadathon<\/title>/)
  const errors = [{ text: 'Enter a title', href: '#title' }]
  assert.match(drawn({ errors }), /<title>Error: Ideas – Spreadathon<\/title>/)
  assert.match(drawn({ errors }), /<main id="maincontent".*<a href="#title">Enter a title<\/a>/)
})

it('shows no logo but the one that is configured', () => {
  assert.doesNotMatch(drawn(), /nhsuk-header__logo|<img/)
  assert.doesNotMatch(drawn({ organisation: { name: 'Riverside Trust' } }), /nhsuk-header__logo|<img/)
  const own = drawn({ organisation: { name: 'Riverside Trust', logoSrc: '/logo.svg' } })
  assert.match(
    own,
    /<img class="nhsuk-header__organisation-logo" src="\/logo.svg" width="280" alt="Riverside Trust">/,
  )
})

it('names the link home by the words it shows', () => {
  const organisation = { name: 'Riverside', split: 'Hospitals', descriptor: 'Foundation Trust' }
  const link = /<a class="nhsuk-header__service-logo" href="\/">(.*?)<\/a>/s.exec(drawn({ organisation }))
  const words = link?.[1]?.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
  assert.equal(words, 'Riverside Hospitals Foundation Trust Spreadathon')
})

it('signs out by a form, not by a link that a browser may follow ahead', () => {
  const signOut = { action: '/session/end', fields: html`<input type="hidden" name="token" value="t" />` }
  const signed = drawn({ account: { name: 'Amina', role: 'Organiser', signOut } })
  assert.match(signed, /Amina \(Organiser\)/)
  assert.match(
    signed,
    /<form class="nhsuk-header__account-form" action="\/session\/end" method="post" novalidate>/,
  )
})

it('leaves out header and footer on the big screen, and keeps the mark', () => {
  const screen = drawn({ bare: 'screen', mark: 'Demonstration', live: '/live' })
  assert.match(screen, /<body class="app-screen" data-live="\/live">/)
  assert.match(screen, /class="app-mark"/)
  assert.doesNotMatch(screen, /<header|<footer/)
})
