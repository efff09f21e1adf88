import assert from 'node:assert/strict'
import { it } from 'node:test'
import { bars } from './bars.ts'

it('draws a result as a table whose bars never leave it', () => {
  const drawn = bars({
    caption: 'Votes',
    bars: [
      { text: 'A <b>', share: 1.2, value: '12 votes', first: true },
      { text: 'B', share: -1, value: 'No votes' },
      { text: 'C', share: 1 / 3, value: '4 votes' },
    ],
  }).toString()
  assert.deepEqual(drawn.match(/width="[^"]*"/g), ['width="100%"', 'width="0%"', 'width="33.3%"'])
  assert.match(
    drawn,
    /<tr class="app-bars__first"><th scope="row"><span>A &lt;b&gt;<\/span><\/th>.*<td>12 votes<\/td><\/tr>/,
  )
  assert.doesNotMatch(drawn, /style=/)
})
