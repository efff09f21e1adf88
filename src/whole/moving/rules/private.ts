import type { Section } from '../../../platform/store/section.ts'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Goes with `lived-experience`: that somebody has this role tells of it. */
export const representatives = 'representatives'

/** Names of private parts that a file leaves out unless asked, such as `lived-experience`. */
export const privateNames = (sections: Section[]): string[] => [
  ...new Set([
    ...sections.flatMap((section) => section.private ?? []).map(kebab),
    ...sections.flatMap(({ withheld }) => withheld ?? []),
    representatives,
  ]),
]

/** The columns of a section that are left out. */
export const columnsWithout = (section: Section, without: readonly string[]): Set<string> =>
  new Set(
    (section.private ?? [])
      .filter((name) => without.includes(kebab(name)))
      .map((name) => section.fields[name]!.column),
  )

/** Whole records that are left out: representatives where lived experience is not told, and votes with their roll. */
export const leftOut = (
  section: Section,
  row: Record<string, unknown>,
  without: readonly string[],
): boolean =>
  (section.withheld !== undefined && without.includes(section.withheld)) ||
  (section.name === 'people' && row['role'] === 'representative' && without.includes('lived-experience'))

const said: Record<string, string> = {
  email: 'e-mail addresses of attendees',
  profession: 'professions of attendees',
  'lived-experience': 'lived experience',
  'access-needs': 'access needs',
  votes: 'votes and lists of voters',
  feedback: 'answers to feedback forms',
  [representatives]: 'accounts of representatives',
}

/** The words for a part; the doers of all things are one part to readers. */
const nameFor = (name: string) => said[name] ?? (name.endsWith('-by') ? 'who did what' : name)

/** Parts that a file leaves out, and some that stay though one might not think so. */
export const leftOutSentence = (without: readonly string[]): string =>
  `Left out: ${[...new Set(without.map(nameFor))].join('; ')}. ` +
  'Still in it: names, and the e-mail addresses of people with a role, because they sign in with them.'
