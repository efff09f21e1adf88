import { grouped, readableCode } from '../../platform/auth/codes.ts'

/** Who works in mental-health teams, and who sits with them; anyone may write another. */
export const professions = [
  'Administration',
  'Allied health professional (other)',
  'Art, drama or music therapist',
  'Carer or service user representative',
  'Dietitian',
  'Doctor',
  'Manager',
  'Nurse',
  'Occupational therapist',
  'Peer support worker',
  'Pharmacist',
  'Physiotherapist',
  'Psychological therapist',
  'Psychologist',
  'Quality improvement',
  'Social worker',
  'Speech and language therapist',
  'Support worker',
] as const

/** Stands in the list for a profession that is not in it. */
export const otherProfession = 'other'

export const livedExperienceAnswers = ['none', 'service_user', 'carer', 'both'] as const
export type LivedExperienceAnswer = (typeof livedExperienceAnswers)[number]

export const livedExperienceAnswerNames: Record<LivedExperienceAnswer, string> = {
  none: 'No',
  service_user: 'Yes, as a service user representative',
  carer: 'Yes, as a carer representative',
  both: 'Yes, as both',
}

/** What stands for the name of somebody who had themselves erased. */
export const erasedName = 'Someone'

export const fullSentence = (places: number, forOrganiser: boolean): string => {
  const taken = places === 1 ? 'The only place is taken.' : `All ${places} places are taken.`
  return forOrganiser
    ? `${taken} Raise the number of places on the event’s page first, then add them again.`
    : `${taken} Ask the organisers to tell you if one becomes free, or to make more.`
}

type Seal = (...words: string[]) => string

/** What the personal link of a sign-up ends in. It is never stored: it can be made again from the ids. */
export const linkToken = (seal: Seal, network: string, id: string): string =>
  `${network}~${id}~${seal('attendee', network, id).slice(0, 24)}`

/** The sign-up that a personal link names, when the link was made by this server. */
export function sealedIn(seal: Seal, token: string): { network: string; id: string } | undefined {
  const [network = '', id = '', ...rest] = token.split('~')
  return rest.length === 1 && linkToken(seal, network, id) === token ? { network, id } : undefined
}

/** The personal code of a sign-up, for whoever has no e-mail: eight letters, made again from the ids. */
export const personalCode = (seal: Seal, network: string, id: string): string =>
  readableCode(Buffer.from(seal('attendee-short-code', network, id), 'base64url'), 8)

/** As it is printed and read aloud. */
export const shownCode = (seal: Seal, network: string, id: string): string =>
  grouped(personalCode(seal, network, id))

/** What is stored of a code. */
export const codeHashOf = (seal: Seal, code: string): string => seal('attendee-code', code)

/** Join codes have six letters, personal codes eight. */
export const isJoinCode = (code: string): boolean => code.length === 6

const fewest = 3

/**
 * Counts of people with lived experience as organisers may see them: none under three. The total is left out when
 * it would give away one that is hidden, alone or because all hidden ones could only be 0 or only be 2.
 */
export function hideSmall(counts: readonly number[]): { shown: (number | null)[]; total: number | null } {
  const shown = counts.map((count) => (count < fewest ? null : count))
  const hidden = counts.filter((count) => count < fewest)
  const sum = hidden.reduce((all, one) => all + one, 0)
  const total = counts.reduce((all, one) => all + one, 0)
  const certain = hidden.length === 1 || (hidden.length > 1 && (sum === 0 || sum === 2 * hidden.length))
  return { shown, total: total < fewest || certain ? null : total }
}
