import { HtmlValidate, StaticConfigLoader, type ConfigData, type ResolvedConfig } from 'html-validate'

/** The demands of the standard on every page and part of one, without the taste of the validator's makers. */
const asked: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The NHS's own components say roles that older readers need, draw links as buttons, and send with any button.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'no-implicit-button-type': 'off',
    // The error summary of a form is above the page's own heading.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // Scripts and styles come from this server alone.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Several answers to one question have one name: boxes to tick, and the places of an order.
    'form-dup-name': 'off',
    // For search engines, which would cut; the question of a vote is said whole.
    'long-title': 'off',
  },
}

/** A part stands in a page that has a beginning and a first heading. */
const ofParts: ConfigData = {
  ...asked,
  rules: { ...asked.rules, 'missing-doctype': 'off', 'heading-level': 'off' },
}

/** Works out once what is asked, not anew for each page: that takes as long as looking at one. */
class Settled extends StaticConfigLoader {
  #settled: ResolvedConfig | Promise<ResolvedConfig> | undefined
  override getConfigFor(page: string): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.#settled ??= super.getConfigFor(page))
  }
}

const pages = new HtmlValidate(new Settled(asked))
const parts = new HtmlValidate(new Settled(ofParts))

const sound = new Set<string>()

/** Without what differs each time: keys, tokens and ids. */
const lasting = (markup: string): string =>
  markup.replace(/value="[\w.-]{20,}"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')

/** The faults in the markup of a page or of a part of one, a line each. Sound markup is not looked at again. */
export function faultsOf(markup: string): string[] {
  const known = lasting(markup)
  if (sound.has(known)) return []
  const isPage = /^\s*<!doctype/i.test(markup)
  const { results } = (isPage ? pages : parts).validateStringSync(markup)
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'the page'})`),
  )
  if (faults.length === 0) sound.add(known)
  return faults
}
