import { path } from '../platform/http/path.ts'

const network = '/networks/:network'
const event = '/networks/:network/events/:event'

/** Addresses of what makes an idea travel: tests, its parts, what others say, packages, and how teams are getting on. */
export const spreading = {
  newCycle: path(`${event}/pledges/:pledge/tests/new`),
  cycles: path(`${network}/tests`),
  cyclesSheet: path(`${network}/tests.csv`),
  cycle: path(`${network}/tests/:cycle`),
  editCycle: path(`${network}/tests/:cycle/edit`),
  cycleStudy: path(`${network}/tests/:cycle/study`),
  reopenCycle: path(`${network}/tests/:cycle/study/removal`),
  breakthrough: path(`${network}/tests/:cycle/breakthrough`),
  noBreakthrough: path(`${network}/tests/:cycle/breakthrough/removal`),

  packages: path(`${network}/packages`),
  newPackage: path(`${network}/packages/new`),
  package: path(`${network}/packages/:package`),
  editPackage: path(`${network}/packages/:package/edit`),
  removePackage: path(`${network}/packages/:package/removal`),
  restorePackage: path(`${network}/packages/:package/restoration`),
  wildCard: path(`${network}/packages/:package/wild-cards/:team`),
  returnWildCard: path(`${network}/packages/:package/wild-cards/:team/removal`),

  updates: path(`${network}/updates`),
  newUpdate: path(`${network}/teams/:team/updates/new`),
  takeBackUpdate: path(`${network}/teams/:team/updates/:update/removal`),
  restoreUpdate: path(`${network}/teams/:team/updates/:update/restoration`),

  support: path(`${network}/ideas/:idea/support`),
  noSupport: path(`${network}/ideas/:idea/support/removal`),
  newComment: path(`${network}/ideas/:idea/comments/new`),
  answerComment: path(`${network}/ideas/:idea/comments/:comment/answer`),
  removeComment: path(`${network}/ideas/:idea/comments/:comment/removal`),
  restoreComment: path(`${network}/ideas/:idea/comments/:comment/restoration`),

  approach: path(`${network}/approach`),
  editApproach: path(`${network}/approach/edit`),

  newPicture: path(`${network}/ideas/:idea/pictures/new`),
  picture: path(`${network}/ideas/:idea/pictures/:picture`),
  removePicture: path(`${network}/ideas/:idea/pictures/:picture/removal`),
  restorePicture: path(`${network}/ideas/:idea/pictures/:picture/restoration`),

  components: path(`${network}/ideas/:idea/parts`),
  newComponent: path(`${network}/ideas/:idea/parts/new`),
  editComponent: path(`${network}/ideas/:idea/parts/:component/edit`),
  removeComponent: path(`${network}/ideas/:idea/parts/:component/removal`),
  restoreComponent: path(`${network}/ideas/:idea/parts/:component/restoration`),
} as const
