import { path } from '../platform/http/path.ts'

const network = '/networks/:network'
const adoption = '/networks/:network/ideas/:idea/teams/:team'

/** Addresses of how far teams have come with ideas. */
export const adoptionPaths = {
  spread: path(`${network}/spread`),
  thread: path(`${network}/thread/:team/:idea`),
  pledgeThread: path(`${network}/thread/:team/pledges/:pledge`),
  spreadSheet: path(`${network}/spread/sheet.csv`),
  stoppedIdeas: path(`${network}/spread/stopped`),
  adoption: path(`${adoption}`),
  newMove: path(`${adoption}/moves/new`),
  undoMove: path(`${adoption}/moves/:move/removal`),
  doneParts: path(`${adoption}/done`),
  contextLook: path(`${adoption}/look`),
  newAdaptation: path(`${adoption}/adaptations/new`),
  removeAdaptation: path(`${adoption}/adaptations/:adaptation/removal`),
  restoreAdaptation: path(`${adoption}/adaptations/:adaptation/restoration`),
  adoptionCheck: path(`${adoption}/checks/:months`),
  takeBackCheck: path(`${adoption}/checks/:months/removal`),
  progressScore: path(`${adoption}/score`),
  coreParts: path(`${adoption}/parts`),
  reach: path(`${adoption}/reach`),
  lineage: path(`${adoption}/lineage`),
} as const
