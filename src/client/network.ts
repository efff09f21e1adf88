/** A device knows when it has no network; where it has one and nobody answers, that is not the reader's doing. */
export const trouble = (): string => (navigator.onLine ? 'The server does not answer' : 'You are offline')

export const whenBack = (): string =>
  navigator.onLine ? 'as soon as the server answers' : 'as soon as there is a network'
