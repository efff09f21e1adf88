import { searchInput } from '../search-input.ts'
import { longText, type Sample } from './sample.ts'

const label = 'Search the ideas'

export const sample: Sample = {
  of: ['search-input.ts'],
  states: {
    plain: searchInput({ name: 'search-plain', label }),
    'with a hint': searchInput({ name: 'search-hint', label, hint: 'By what they say or whose they are' }),
    'with an error': searchInput({ name: 'search-error', label, error: 'Enter a word to search for' }),
    larger: searchInput({ name: 'search-large', label, large: true, value: 'memory' }),
    disabled: searchInput({ name: 'search-disabled', label, disabled: true }),
    'long words': searchInput({ name: 'search-long', label: longText, value: longText }),
  },
}
