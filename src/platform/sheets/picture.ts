import { fileURLToPath } from 'node:url'

const font = (name: string) => fileURLToPath(new URL(`../fonts/${name}.ttf`, import.meta.url))

/** A drawing as a PNG, with letters of its own: a server need not have fonts. Its renderer is loaded when first needed. */
export async function pictureOf(svg: string, width = 2000): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: [font('DejaVuSansCondensed'), font('DejaVuSansCondensed-Bold')],
      defaultFontFamily: 'DejaVu Sans Condensed',
      sansSerifFamily: 'DejaVu Sans Condensed',
    },
  })
  return image.asPng()
}
