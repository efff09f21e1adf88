import { slices } from '../../../slices.ts'

/** Tables with rows of a network that do not leave with it, and why. */
export const staying: Record<string, string> = Object.assign(
  {
    journal:
      'It is the audit trail of this server, chained under its own topics; an import is a new beginning',
    words: 'They are made again from the texts',
    removed: 'It was taken away: whoever did so can put it back on this server, for a week',
    rehearsals: 'A rehearsal is played on this server alone, and cleared',
  },
  ...slices.map((slice) => slice.staying ?? {}),
)
