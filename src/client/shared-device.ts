/** True for a page of a device that goes from hand to hand. */
export const isShared = (): boolean => document.body.classList.contains('app-shared')

/** On such a device Back leads to nothing of the person before: each page takes the place of the last. */
export function leaveNoTrail(): void {
  if (!isShared()) return
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
    if (!link || link.getAttribute('href')!.startsWith('#')) return
    event.preventDefault()
    location.replace(link.href)
  })
  // Sending a form leaves its page in the history, without the voter's name.
  document.addEventListener('submit', ({ target }) =>
    history.replaceState(null, '', (target as HTMLFormElement).action),
  )
  // The back-forward cache gets an empty page.
  addEventListener('pagehide', () => document.querySelector('main')?.replaceChildren())
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
}
