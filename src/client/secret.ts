import { alphabet } from '../platform/auth/codes.ts'
import { afterMorph } from './morph.ts'

const length = 24

/** As readable as the codes that the server makes, because it is the receipt; every character is equally likely. */
function newSecret(): string {
  let secret = ''
  while (secret.length < length) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1))
    if (byte! < 256 - (256 % alphabet.length)) secret += alphabet[byte! % alphabet.length]
  }
  return secret
}

/**
 * The device, not the server, makes the secret that goes with a vote. It is new for each form, because a tablet goes
 * from hand to hand; a voter's own device sends the secret that it keeps instead.
 */
export function makeSecrets(): void {
  const fill = () => {
    const fields = document.querySelectorAll<HTMLInputElement>(
      'form:is([action$="/vote"], [action$="/feedback"]) input[type=hidden][name=secret]',
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
