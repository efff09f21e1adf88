import { Command, CommanderError, InvalidArgumentError, Option as Flag } from 'commander'
import { done, misused, type Option, type Verb, type Words } from './verb.ts'

export interface Program {
  name: string
  version: string
  says: string
  verbs: Verb[]
  /** Writes the result to standard output. */
  write(text: string): void
  /** Writes a mistake in the words to standard error. */
  complain(text: string): void
  run(verb: Verb, words: Words): Promise<number>
}

/** Finds the verb among the words and runs it; answers help and misuse by itself. */
export async function follow(words: string[], program: Program): Promise<number> {
  const { name, verbs } = program
  let ended = done
  const usages = new Map(verbs.map((verb) => [verb.name, usageOf(verb)]))
  const top = new Command(name)
    .usage('VERB …')
    .description(program.says)
    .version(`${name} ${program.version}`, '-V, --version', 'Print the version')
    .helpOption('-h, --help', 'Show this; after a verb, what it does and each of its options')
    .helpCommand('help [VERB]', 'Show what a verb does, with every option')
    .configureHelp({
      subcommandTerm: (command) => usages.get(command.name()) ?? `${command.name()} ${command.usage()}`,
      commandUsage: (command) => `${name} ${usages.get(command.name()) ?? command.usage()}`,
    })
    .configureOutput({
      writeOut: program.write,
      writeErr: program.complain,
      outputError: (text, write) => write(inWords(text)),
    })
    .exitOverride()
    .showHelpAfterError()
    .addHelpText('after', '\nSettings come from the environment: docs/running.md has them all.')
  for (const verb of verbs)
    addVerb(top, verb, async (words) => {
      ended = await program.run(verb, words)
    })
  try {
    await top.parseAsync(words, { from: 'user' })
    return ended
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? done : misused
    throw error
  }
}

/** The name of a verb and its arguments. */
const usageOf = ({ name, places = {}, options = {} }: Verb): string =>
  [name, ...Object.keys(places), ...(Object.keys(options).length > 0 ? ['[options]'] : [])].join(' ')

function addVerb(top: Command, verb: Verb, run: (words: Words) => Promise<void>): void {
  const { name, says, places = {}, options = {}, examples = [] } = verb
  const flags = Object.entries(options).map(([key, option]) => ({ key, flag: flagOf(key, option) }))
  const command = top
    .command(name)
    .description(says)
    .helpOption('-h, --help', 'Show this')
    .showHelpAfterError(`Use: ${top.name()} ${usageOf(verb)}\nMore: ${top.name()} help ${name}`)
  for (const [place, what] of Object.entries(places)) command.argument(place, what)
  for (const { flag } of flags) command.addOption(flag)
  if (examples.length > 0)
    command.addHelpText(
      'after',
      ['\nSuch as:', ...examples.map((one) => `  ${top.name()} ${name} ${one}`)].join('\n'),
    )
  command.action(async () => {
    const given = command.opts<Words['options']>()
    await run({
      places: command.args,
      options: Object.fromEntries(flags.map(({ key, flag }) => [key, given[flag.attributeName()]])),
    })
  })
}

function flagOf(name: string, { says, takes, number }: Option): Flag {
  const flag = new Flag(takes ? `--${name} <${takes}>` : `--${name}`, says)
  return number ? flag.argParser(numberIn) : flag
}

/** Left as it was typed: the verb checks which numbers it takes. */
function numberIn(text: string): string {
  if (text.trim() === '' || !Number.isFinite(Number(text)))
    throw new InvalidArgumentError('It must be a number.')
  return text
}

/** The library begins with `error:` and a small letter. */
const inWords = (text: string) => text.replace(/^error: (.)/, (_all, first: string) => first.toUpperCase())
