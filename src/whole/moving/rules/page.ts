import type { Field, Section } from '../../../platform/store/section.ts'

/** The line in docs/network-file.md after which the page is made from the sections. */
export const pageMark = '<!-- From here on this page is made by bin/describe.js. -->'

const kindNames: Record<Field['kind'], string> = {
  id: 'id',
  reference: '',
  references: '',
  text: 'text',
  number: 'whole number',
  decimal: 'number',
  day: 'day',
  instant: 'time',
  choice: '',
  choices: '',
  'yes-no': '`true` or `false`',
}

const kindOf = (field: Field): string => {
  const choices = (field.choices ?? []).map((choice) => `\`${choice || "''"}\``)
  if (field.kind === 'reference') return `id in \`${field.section}\``
  if (field.kind === 'references') return `list of ids in \`${field.section}\``
  if (field.kind === 'choice') return choices.join(', ')
  if (field.kind === 'choices') return `list of ${choices.join(', ')}`
  return kindNames[field.kind]
}

const otherwiseOf = ({ required, otherwise }: Field): string => {
  if (required) return 'needed'
  return otherwise === null || otherwise === undefined || otherwise === '' ? '' : `\`${otherwise}\``
}

function tableOf(section: Section): string {
  const rows = Object.entries(section.fields).map(([name, field]) => {
    const hidden = section.private?.includes(name) ? ' *(left out of exports)*' : ''
    return `| \`${name}\` | ${kindOf(field)} | ${otherwiseOf(field)} | ${field.says}${hidden} |`
  })
  return [
    `### ${section.name}`,
    '',
    `${section.says}.${section.withheld ? ` *(left out of exports)*` : ''}`,
    '',
    '| field | what it is | otherwise | says |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** The sections with their fields, for docs/network-file.md. */
export const fieldTables = (sections: Section[]): string =>
  `${pageMark}\n\n${sections.map(tableOf).join('\n\n')}\n`
