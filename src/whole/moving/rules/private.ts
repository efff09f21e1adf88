import type { Section } from '../../../platform/store/section.ts'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** What a file leaves out unless asked for by name, such as `lived-experience`. */
export const privateNames = (sections: Section[]): string[] => [
  ...new Set(sections.flatMap((section) => section.private ?? []).map(kebab)),
]

/** The columns of a section that are left out. */
export const columnsWithout = (section: Section, without: readonly string[]): Set<string> =>
  new Set(
    (section.private ?? [])
      .filter((name) => without.includes(kebab(name)))
      .map((name) => section.fields[name]!.column),
  )

/** That someone is a representative tells of lived experience, so without the one the other is not told. */
export const leftOut = (
  section: Section,
  row: Record<string, unknown>,
  without: readonly string[],
): boolean =>
  section.name === 'people' && row['role'] === 'representative' && without.includes('lived-experience')
