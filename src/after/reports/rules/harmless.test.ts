import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { micromark } from 'micromark'
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { harmless, pictureFromElsewhere } from './harmless.ts'

/** As the most careless program would show it. */
const carelessly = (markdown: string) =>
  micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true })

function elementsIn(markup: string): Tree.Element[] {
  const found: Tree.Element[] = []
  const walk = (node: Tree.Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parseFragment(markup))
  return found
}

const ofMarkdown = 'p h1 h2 h3 h4 h5 h6 ul ol li a em strong blockquote code pre hr br img'.split(' ')

function assertHarmless(markdown: string) {
  const made = harmless(markdown)
  for (const { tagName, attrs } of elementsIn(carelessly(made))) {
    assert.ok(ofMarkdown.includes(tagName), `${tagName} in ${made}`)
    for (const { name, value } of attrs) {
      assert.ok(['href', 'src', 'alt', 'title', 'start', 'class'].includes(name), `${name} in ${made}`)
      if (name === 'href') assert.doesNotMatch(value.trim(), /^(?!https?:|mailto:)[a-z][^/?#]*:/i, made)
      if (name === 'src') assert.match(value, /^\/(?![/\\])/, made)
    }
  }
  assert.equal(harmless(made), made, 'there is nothing left to do')
}

test('What somebody writes as Markdown does no harm, even where markup is let through', () => {
  const pieces = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<div>',
    '</div>',
    '<!-- ',
    ' -->',
    '<?',
    '<',
    '<a href="javascript:alert(1)">',
    '<javascript:alert(1)>',
    '<https://a.example>',
    '<b@c.example>',

    '[x](javascript:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](JaVaScRiPt&colon;1)',
    '[x](data:text/html,1)',
    '[x](vbscript:1)',
    '[x](/networks/north)',
    '[x](https://a.example "t<b>")',
    '[x](\\javascript:1)',
    '![p](https://a.example/p.png)',
    '![p](/own.png)',
    '![p](//a.example/p)',
    '![p](/\\a.example)',
    '![r]',
    '![p][r]',
    '!',
    '\n[r]: javascript:alert(1)\n',
    '\n[r]: https://a.example/p.png\n',
    '[r]',
    '[p][r]',
    '[',
    ']',
    '(',
    ')',
    '\n',
    '\n\n',
    '    ',
    '> ',
    '- ',
    '1. ',
    '# ',
    '```\n',
    '`',
    '*',
    '_',
    '\\',
    '&lt;',
    '&',
    ' word ',
    'javascript:',
    '\t',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (some) =>
      assertHarmless(some.join('')),
    ),
    { numRuns: 1000, seed: 12 },
  )
})

test('Markup is shown as text, a link that runs something leads nowhere, a picture from elsewhere is a link', () => {
  const said = (markdown: string) => harmless(markdown)
  assert.equal(said('Say <b onclick="x">hello</b>'), 'Say &lt;b onclick="x"\\>hello&lt;/b\\>')
  assert.equal(
    said('<script>\njavascript:run(*1*)\n</script>'),
    '&lt;script\\>\njavascript\\:run(\\*1\\*)\n&lt;/script\\>',
  )
  assert.equal(said('[x](javascript:alert(1)) and [y][r]\n\n[r]: vbscript:1'), '[x](#) and [y][r]\n\n[r]: #')
  assert.equal(said('<javascript:alert(1)>'), 'javascript\\:alert(1)')
  assert.equal(said('See ![the wall](https://a.example/w.png).'), 'See [the wall](https://a.example/w.png).')
  assert.equal(said('!![x](//a.example/x)'), '[x](//a.example/x)')
})

test('What an organiser usually writes stays as it is', () => {
  const post = [
    '## What the day was for',
    '- 1 < 2, *so* [it](/networks/north) is **true** & fine\n- [mail](mailto:a@b.example), <https://a.example/?x=1&y=2>',
    '1. Our data: 3 of 4\n2. ![ours](/assets/wall.svg "Wall")',
    'A [reference][r], `<b>` in code, and an escaped \\<b\\>.',
    '```\n<script>\n```',
    '[r]: https://a.example/page',
  ].join('\n\n')
  assert.equal(harmless(post), post)
  assert.equal(harmless(''), '')
})

test('A picture from elsewhere is found as it was typed; one of this service, and what only looks like one, is none', () => {
  for (const picture of [
    '![the wall](https://a.example/w.png)',
    '![](//a.example/w.png "Wall")',
    '![p](data:image/png;base64,AA)',
    '![a [b](/c) d](http://a.example/p.png)',
    '![p][r]',
  ])
    assert.equal(
      pictureFromElsewhere(`One.\n\nSee ${picture} here.\n\n[r]: https://a.example/p.png`),
      picture,
    )
  for (const none of [
    '![ours](/assets/wall.svg)',
    '\\![x](https://a.example/)',
    '`![x](https://a.example/)`',
    '![r]',
  ])
    assert.equal(pictureFromElsewhere(none), undefined, none)
})
