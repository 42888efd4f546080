/** WCAG AA for text of normal size. The server judges by the same figure. */
export const AA = 4.5;
const COLOUR = /^#[0-9a-f]{6}$/i;

export const isColour = (text: string): boolean => COLOUR.test(text);

const partsOf = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 对比度 of two colours, 1 to 21; 0 when one of them is none. */
export function contrast(one: string, other: string): number {
  if (!isColour(one) || !isColour(other)) return 0;
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The same hue, only as much darker (on a dark ground: lighter) as reading asks for. */
export function readable(colour: string, ground: string): string {
  const towards = luminance(ground) > 0.18 ? 0 : 255;
  for (let share = 0; share <= 1; share += 0.02) {
    const mixed = partsOf(colour).map((part) => Math.round(part + (towards - part) * share));
    const hex = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(hex, ground) >= AA) return hex.toUpperCase();
  }
  return towards === 0 ? '#000000' : '#FFFFFF';
}
