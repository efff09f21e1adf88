/** An element with attributes and children; `onclick` and the like are given as functions. */
export function make(
  name: string,
  attributes: Record<string, string | (() => void)>,
  ...children: (Node | string | false | undefined)[]
): HTMLElement {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'string') element.setAttribute(attribute, value)
    else element.addEventListener(attribute, value)
  }
  element.append(...children.filter((child) => child !== false && child !== undefined))
  return element
}

export function smallButton(text: string, click: (button: HTMLElement) => void): HTMLElement {
  const classes = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  const button = make('button', { type: 'button', class: classes, click: () => click(button) }, text)
  return button
}

/** '10:42am', where the device is. */
export const clockTime = (at: number): string =>
  new Date(at)
    .toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true })
    .replace(/\s/g, '')
    .toLowerCase()
