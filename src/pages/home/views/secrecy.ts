import { html, type Html } from '../../../platform/face/html.ts'
import { table } from '../../../platform/face/tables.ts'

/** The short of docs/ballot-secrecy.md, for voters. */
export const secrecy = (): Html =>
  html`<h1 class="nhsuk-heading-l">How secret a vote is</h1>
    <p>
      Who has voted and what was chosen are kept apart: two lists with nothing in common, no times and no
      order. When the vote is closed, both are written anew, so that nothing is left that joins them.
    </p>
    ${table({
      head: ['Who', 'Can learn'],
      firstCellIsHeader: true,
      rows: [
        ['Everyone', 'How many have voted, by team, and the result when it is revealed'],
        [
          'Organisers',
          'Also who has voted, while the vote is open. Never what, unless they put it down from your paper',
        ],
        ['The lead of your team', 'As everyone'],
        [
          'Whoever runs the server',
          'Could join votes to people while the vote is open, and afterwards only from copies or logs made by then. What each team chose stays in the database, so also what you chose if you voted alone in your team or all of it chose the same',
        ],
        [
          'Whoever has your receipt code',
          'That your vote is counted; they could change it while the vote is open',
        ],
      ],
    })}
    <h2 class="nhsuk-heading-m">What nobody can prevent</h2>
    <ul>
      <li>A team whose people all chose the same shows what each of them chose.</li>
      <li>Somebody who knows all votes of your team but yours knows yours.</li>
      <li>An unusual order of many ideas can be recognised by whoever asked you to write it.</li>
      <li>Whoever looks over your shoulder, or sees your hand go up, sees it.</li>
    </ul>
    <h2 class="nhsuk-heading-m">On paper, by hands and on a shared device</h2>
    <p>
      A paper has no name on it, but whoever puts down your vote reads it. A show of hands is counted for the
      whole team; whose hand was whose is not kept. A shared device keeps nothing of whoever voted on it
      before.
    </p>
    <p>
      This is meant for choosing ideas among colleagues, not for electing people to an office. Your result is
      shown under the name of your team only where at least 3 of it voted.
    </p>`
