import { serve } from './main.ts'
import { readConfig } from './config.ts'

const [verb = 'help'] = process.argv.slice(2)

async function start() {
  const running = await serve(readConfig(process.env))
  process.stdout.write(`home  ${running.address}/\n`)
  const stop = () => void running.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

if (verb === 'start' || verb === 'serve') await start()
