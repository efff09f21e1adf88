import { afterMorph } from './morph.ts'

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}

/**
 * The device, not the server, makes the secret that goes with a vote. It is new for each form, because a tablet goes
 * from hand to hand; what a device keeps for its voter goes before it when the vote is sent.
 */
export function makeSecrets(): void {
  const fill = () => {
    const fields = document.querySelectorAll<HTMLInputElement>(
      'form[action$="/vote"] input[type=hidden][name=secret]',
    )
    for (const field of fields) {
      if (field.dataset['own'] === field.value) continue
      field.value = newSecret()
      field.dataset['own'] = field.value
    }
  }
  fill()
  afterMorph(fill)
}
