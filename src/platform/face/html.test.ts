import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { attributes } from './element.ts'
import { html, safeHref, trusted } from './html.ts'

// The parser itself turns carriage returns into newlines and drops what is not a character.
const unheard = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\n\t])\p{Cc}/gu
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((any) => any.replaceAll(unheard, ''))
const hostile = fc.constantFrom(
  '<script>',
  '</p>',
  '"',
  "'",
  '&amp;',
  '&lt',
  '<!--',
  ']]>',
  '" onclick="x',
  '&#x3c;',
)
const anything = fc.array(fc.oneof(text, hostile), { maxLength: 6 }).map((parts) => parts.join(''))

function only(markup: string): Tree.Element {
  const { childNodes } = parseFragment(markup)
  assert.equal(childNodes.length, 1)
  return childNodes[0] as Tree.Element
}

it('gives text back as it was put in, whatever it is', () => {
  fc.assert(
    fc.property(anything, (words) => {
      const paragraph = only(html`<p>${words}</p>`.toString())
      const inside = paragraph.childNodes
        .map((node) => ('value' in node ? node.value : node.nodeName))
        .join('|')
      assert.equal(inside, words)
    }),
  )
})

it('gives attributes back as they were put in, whatever they are', () => {
  fc.assert(
    fc.property(anything, anything, (one, other) => {
      const written = only(html`<p title="${one}" lang="${other}"></p>`.toString())
      assert.deepEqual(written.attrs, [
        { name: 'title', value: one },
        { name: 'lang', value: other },
      ])
      const listed = only(`<p${attributes({ title: one, lang: other, hidden: false })}></p>`)
      assert.deepEqual(listed.attrs, written.attrs)
    }),
  )
})

it('keeps markup that is markup already, and shows nothing for nothing', () => {
  const bold = trusted('<b>')
  assert.equal(html`${bold}${['<', bold]}${null}${undefined}${false}${true}${0}`.toString(), '<b>&lt;<b>0')
})

it('follows only addresses that lead to a page, a letter box or a telephone', () => {
  const led = ['https://example.org', '/events', '#main', '?page=2', 'mailto:a@example.org', 'tel:+44']
  for (const address of led) assert.equal(safeHref(address), address)
  const refused = [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//example.org',
    'vbscript:x',
    '',
  ]
  for (const address of refused) assert.equal(safeHref(address), undefined)
})
