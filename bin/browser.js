// The browser that tests drive. It comes from the machine, because npm has no package that holds one.
import { existsSync } from 'node:fs'
import { aptInstall, giveUp } from './setup.js'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export function findBrowser() {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) giveUp(`CHROMIUM says ${named}, but there is no such file.`)
  return named || places.find((path) => existsSync(path))
}

/** Afterwards `CHROMIUM` in the environment, which tests inherit, holds its path. */
export function ensureBrowser() {
  let path = findBrowser()
  if (!path && aptInstall(['chromium', 'fonts-liberation'])) path = findBrowser()
  if (!path) {
    giveUp(
      'The browser tests need Chromium or Chrome. Install it (Debian, as root: apt-get install chromium ' +
        'fonts-liberation) or name its path in CHROMIUM, and run this again.',
    )
  }
  process.env.CHROMIUM = path
}
