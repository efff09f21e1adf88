/** Control characters other than tab and line ends: no text of a person holds them, and PostgreSQL refuses NUL. */
const control = /[^\P{Cc}\t\n\r\u0080-\u009f]/gu

export const holdsControl = (text: string): boolean => text.search(control) !== -1

export const withoutControl = (text: string): string => text.replace(control, '')
