/** Three ideas on a vote, and whose they are. */
export const options = [
  { idea: 'tree', team: 'brent' },
  { idea: 'hub', team: 'harrow' },
  { idea: 'step', team: 'hillingdon' },
]
export const titles = new Map([
  ['tree', 'Tree of Life'],
  ['hub', 'Hub'],
  ['step', 'Step 2'],
])

/** 'brent hub>step 3' is three votes of brent for the hub, then step 2. */
export const votes = (...written: string[]) =>
  written.map((line) => {
    const [team = '', choices = '', number] = line.split(' ')
    return { team, choices: choices.split('>'), votes: Number(number) }
  })
