// Makes tests cheaper by a quarter: `npm test` loads it before Node's test runner. To say to which test an error belongs
// that nobody caught, the runner follows every promise, timer and socket with an asynchronous hook. The same is known
// from the context that Node carries along anyway. `naming.test.ts` holds that the right test is named.
import hooks, {
  AsyncLocalStorage,
  AsyncResource,
  executionAsyncId,
  type HookCallbacks,
} from 'node:async_hooks'

type Running = AsyncResource & { finished?: boolean }

const { createHook } = hooks
const { runInAsyncScope } = AsyncResource.prototype
const running = new AsyncLocalStorage<Running>()
const begun = new Set<Running>()

const ofTheRunner = ['Test', 'Suite', 'TestHook', 'FileTest']

/** Node has no context, or a stale one, where others opened a socket: then it is known while one test runs at a time. */
function atFault(): Running | undefined {
  for (const test of begun) if (test.finished) begun.delete(test)
  const test = running.getStore()
  return test?.finished !== false && begun.size === 1 ? [...begun][0] : test
}

/** Called once, by the runner, when the first test is made; whoever comes later has what Node has. */
hooks.createHook = ({ init, destroy }: HookCallbacks) => {
  hooks.createHook = createHook
  /** Tells the runner that what runs under this id belongs to a test. */
  const belongs = (id: number, test: Running) => init!(id, 'Test', 0, test)
  AsyncResource.prototype.runInAsyncScope = function followed(run, self, ...args) {
    const scope = runInAsyncScope.bind(this) as typeof runInAsyncScope
    const kind = this.constructor.name
    if (!ofTheRunner.includes(kind)) return scope(run, self, ...args)
    belongs(this.asyncId(), this)
    if (kind === 'Test') begun.add(this)
    return scope(() => running.run(this, () => run.apply(self as never, args)))
  }
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.prependListener(event, () => {
      const test = atFault()
      if (!test) return
      const id = executionAsyncId()
      belongs(id, test)
      // Many share such an id.
      process.nextTick(() => destroy!(id))
    })
  return createHook({})
}
