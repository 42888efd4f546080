import { hasVariants, variantPath, type PresetName, type VariantFormat } from './presets';

const PICTURE = /<img\b[^>]*?\ssrc="((?:\/[a-z0-9-]+)?\/_files\/\d{6}\/[a-z0-9-]+\.[a-z0-9]+)"[^>]*>/g;
const PHONE = 'media="(max-width: 640px)" ';

const source = (path: string, preset: PresetName, format: VariantFormat): string => {
  const media = preset === 'medium' ? PHONE : '';
  return `<source ${media}type="image/${format}" srcset="${variantPath(path, { preset, format })}" />`;
};

/**
 * Puts smaller files beside each own picture of a text: browsers take the first they know, others the
 * picture itself. Each address names its format, so no cache has to look at `Accept`. Pictures that move
 * stay alone.
 */
export function responsivePictures(html: string): string {
  return html.replace(PICTURE, (img, path: string) => {
    if (!hasVariants(path)) return img;
    const sources = (['avif', 'webp'] as const).flatMap((format) => [
      source(path, 'medium', format),
      source(path, 'large', format),
    ]);
    const lazy = img.includes(' loading=') ? img : img.replace(/\s*\/?>$/, ' loading="lazy" />');
    return `<picture>${sources.join('')}${lazy}</picture>`;
  });
}
