/** Control characters other than tab and line ends: no text of a person holds them, and PostgreSQL refuses NUL. */
const control = /[^\P{Cc}\t\n\r\u0080-\u009f]/gu

/**
 * Marks, embeddings, overrides and isolates that turn text around. Names and titles stand in the sentences of others,
 * which they would turn, too; languages written from right to left need none of them.
 */
const turning = /\p{Bidi_Control}/gu

export const holdsControl = (text: string): boolean => text.search(control) !== -1

/** Text as it is stored, from any source: without control characters, and without those that turn text around. */
export const withoutControl = (text: string): string => text.replace(control, '').replace(turning, '')
