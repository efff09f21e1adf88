import { afterMorph } from './morph.ts'

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}

/** This device's secret for a ballot, made once. Where nothing can be kept, the server's stands. */
function secretFor(ballot: string): string | undefined {
  try {
    const key = `secret ${ballot}`
    const kept = localStorage.getItem(key) ?? newSecret()
    localStorage.setItem(key, kept)
    return kept
  } catch {
    return undefined
  }
}

/** The device, not the server, knows which vote is its own: it makes the secret that goes with the vote. */
export function keepSecrets(): void {
  const fill = () => {
    for (const field of document.querySelectorAll<HTMLInputElement>('input[type=hidden][name=secret]')) {
      const secret = secretFor(field.dataset['secretFor'] ?? field.form?.getAttribute('action') ?? '')
      if (secret) field.value = secret
    }
  }
  fill()
  afterMorph(fill)
}
