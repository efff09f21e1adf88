import { make } from './elements.ts'
import { sender } from './queued-form.ts'

export const comeIn = (): HTMLElement =>
  make(
    'p',
    {},
    make('a', { href: '/join' }, 'Come in with your code'),
    ' or ',
    make('a', { href: '/sign-in' }, 'sign in'),
  )

/** Others on this device are told that something waits, never its content. */
export const others = (): HTMLElement[] =>
  sender() === ''
    ? [
        make(
          'p',
          {},
          'Something that was written on this device has not been sent. Come in again, and it is sent.',
        ),
        comeIn(),
      ]
    : [
        make(
          'p',
          {},
          'Something that somebody else wrote on this device has not been sent. It is sent when they come in again.',
        ),
      ]
