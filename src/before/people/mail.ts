import { grouped } from '../../platform/auth/codes.ts'
import { html } from '../../platform/face/html.ts'
import { greeting } from '../../platform/mail/greeting.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { codeOf, signInAddress } from './rules/secrets.ts'
import { linkMinutes, stateOf } from './rules/sign-in.ts'
import { personById } from './store.ts'
import { linkById } from './store/links.ts'

/** The link and the code with which somebody signs in. */
export const signInLetter: LetterKind = {
  kind: 'people.signIn',
  async write({ db, now, keyedHash, address }, { link: id = '' }) {
    const link = await linkById(db, id)
    const person = link?.person_id ? await personById(db, link.person_id) : undefined
    if (!link || !person?.email || stateOf(link, now) !== 'open') return undefined
    const url = address(signInAddress(keyedHash, id))
    const code = grouped(codeOf(keyedHash, id))
    const notYou =
      'If you did not ask to sign in, you need do nothing: nobody can sign in without this e-mail.'
    const valid = `The link and the code work once, for ${linkMinutes} minutes.`
    return {
      to: person.email,
      subject: `Sign in with the code ${code}`,
      text: `${greeting(person.name)},\n\nTo sign in, open this link and press the button there:\n${url}\n\nOr enter this code on the page where you asked to sign in:\n${code}\n\n${valid}\n\n${notYou}\n`,
      html: html`<p>${greeting(person.name)},</p>
        <p><a href="${url}">Sign in</a> and press the button on the page that opens.</p>
        <p>Or enter this code on the page where you asked to sign in:</p>
        <p><strong>${code}</strong></p>
        <p>${valid}</p>
        <p>${notYou}</p>`,
    }
  },
}

export const peopleLetters: LetterKind[] = [signInLetter]
