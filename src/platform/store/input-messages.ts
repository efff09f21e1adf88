import { z } from 'zod'

/** Messages for inputs whose schema has none of its own, by the kind of fault. */
const sentences: Partial<Record<string, string>> = {
  invalid_type: 'This is of the wrong kind',
  invalid_value: 'This is not one of the choices',
  invalid_union: 'This is of the wrong kind',
  invalid_format: 'This is not written as it should be',
  invalid_element: 'Something in this list is wrong',
  invalid_key: 'This has a name that is not known here',
  unrecognized_keys: 'This has a name that is not known here',
  too_small: 'This is too short or too small',
  too_big: 'This is too long or too large',
  not_multiple_of: 'This is not one of the numbers that are possible',
}

export const sentenceOf = ({ code, input }: { code?: string; input?: unknown }): string =>
  input === undefined ? 'This is missing' : (sentences[code ?? ''] ?? 'This is not right')

z.config({ customError: sentenceOf })
