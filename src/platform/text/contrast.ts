/** The least contrast of small letters to what they stand on, as a ratio to 1: WCAG 2.2, success criterion 1.4.3. */
export const leastContrast = 4.5

/** One of red, green or blue, 0 to 255, as linear light, 0 to 1 (WCAG 2.2, relative luminance). */
function linear(value: number): number {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** The relative luminance of a colour as #rrggbb: 0 for black, 1 for white (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** The contrast of white letters on a colour as #rrggbb, 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05)
