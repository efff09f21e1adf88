import type { App } from '../../src/app.ts'
import { api } from '../../src/platform/http/command-endpoint.ts'
import { paths } from '../../src/paths.ts'
import { samples } from '../sample.ts'
import { hiddenFieldsOf, type Visitor } from '../visitor.ts'

export type Nouns = Record<string, string>
export type Address = App['admissions'][number]

/** The address with its nouns filled in; what nobody has made is `nowhere`. */
export const urlOf = (pattern: string, nouns: Nouns): string =>
  pattern.replace(/:([a-z]+)/gi, (_all, noun: string) => encodeURIComponent(nouns[noun] ?? 'nowhere'))

export const nounsIn = (pattern: string): string[] =>
  [...pattern.matchAll(/:([a-z]+)/gi)].map(([, noun]) => noun!)

/** Streams do not end, so they are not asked for here. */
export const isStream = ({ url }: Address): boolean => url.endsWith('/live')

export const jsonOf = (url: string): string => api + url

/** A token that the visitor's forms are good with, from a form that everybody has. */
export async function tokenOf(visitor: Visitor): Promise<string> {
  const { text } = await visitor.get(paths.join({}))
  return hiddenFieldsOf(text, paths.join({}))['_token'] ?? ''
}

/** Fields that have one name in several forms. */
const byAddress: [RegExp, Record<string, string | string[]>][] = [
  [/ballots/, { ideas: ['assess-in-one-go', 'talk-first'] }],
  [/co-producers/, { kind: 'service_users' }],
  [/rooms\/allocation/, { who: 'everyone', how: 'anew' }],
  [/rooms\/.*places/, { attendee: 'somebody' }],
  [/answer$/, { kind: 'agreed' }],
  [/programme/, { kind: 'talk' }],
  [/undo$/, { what: 'removal' }],
  [/from-another-day$/, { from: 'day' }],
  [/desk\/note$/, { note: 'A little louder' }],
  [/desk\/links/, { opens: 'screen' }],
]

/** Something for every box of a form, so that what is refused is refused for who sends it. */
export const plausibleAt = (pattern: string): Record<string, string | string[]> =>
  Object.assign(
    {},
    plausible,
    ...samples.map((sample) => sample.plausible ?? {}),
    ...byAddress.map(([where, values]) => (where.test(pattern) ? values : {})),
  )

const plausible = {
  _step: 'confirmed',
  aim: 'Shorter waits',
  answer: 'In May',
  body: 'A day of ideas',
  boardName: 'Board',
  choice: 'talk-first',
  email: 'somebody.new@example.invalid',
  first: 'A small one',
  firstOn: '2027-03-02',
  'firstOn-day': '2',
  'firstOn-month': '3',
  'firstOn-year': '2027',
  idea: 'talk-first',
  keep: 'The tree',
  localTime: '9:30am',
  minutes: '30',
  name: 'Something new',
  on: '2027-03-02',
  'on-day': '2',
  'on-month': '3',
  'on-year': '2027',
  onDay: '2027-03-02',
  'onDay-day': '2',
  'onDay-month': '3',
  'onDay-year': '2027',
  owner: 'QI team',
  qiTeamName: 'QI team',
  quarter: '2',
  question: 'Which?',
  reason: 'There is room',
  decidedBy: 'everyone in the room',
  role: 'member',
  secret: 'A-SECRET-OF-A-DEVICE-THAT-IS-LONG',
  startsOn: '2028-03-02',
  'startsOn-day': '2',
  'startsOn-month': '3',
  'startsOn-year': '2028',
  team: 'brent',
  teamNoun: 'borough',
  teamNounPlural: 'boroughs',
  text: 'We could share letters',
  theme: 'What can we stop?',
  time: '9:30am',
  title: 'Something else',
  toWhom: 'board',
  voter: 'somebody',
  way: 'paper',
  what: 'Do something',
  where: 'down',
}
