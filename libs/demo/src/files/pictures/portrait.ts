import sharp from 'sharp';
import { ellipse, fading, mix, path, rect } from './strokes';

const SKIN = '#edc9a8';
const HAIR = '#2b2829';

/** 标准照 of a person who does not exist: head and shoulders before a plain ground. */
export function portrait(ground: string, coat: string): Promise<Buffer> {
  const dark = mix(coat, '#000000', 0.3);
  const art =
    fading(mix(ground, '#ffffff', 0.45), mix(ground, '#7d8b96', 0.22), [0, 480], (fill) =>
      rect(0, 0, 360, 480, fill),
    ) +
    path('M18 480 C22 398 70 366 132 346 L228 346 C290 366 338 398 342 480 Z', coat) +
    path('M228 346 C290 366 338 398 342 480 L250 480 Z', dark) +
    path('M146 330 L180 402 L214 330 Z', '#fbfbf9') +
    path('M174 366 L186 366 L192 384 L186 462 L180 472 L174 462 L168 384 Z', '#8d1f24') +
    path(
      'M132 346 L150 326 L180 404 L164 452 Z M228 346 L210 326 L180 404 L196 452 Z',
      mix(coat, '#ffffff', 0.12),
    ) +
    fading(mix(SKIN, '#8a5a3a', 0.34), SKIN, [286, 346], (fill) =>
      path('M152 270 L208 270 L212 334 Q180 362 148 334 Z', fill),
    ) +
    ellipse(114, 212, 13, 22, mix(SKIN, '#a9774f', 0.2)) +
    ellipse(246, 212, 13, 22, mix(SKIN, '#a9774f', 0.2)) +
    path('M116 190 Q114 292 180 306 Q246 292 244 190 Q240 118 180 118 Q120 118 116 190 Z', SKIN) +
    path('M212 128 Q246 150 244 196 Q246 288 186 306 Q226 270 226 200 Z', mix(SKIN, '#a9774f', 0.16)) +
    path(
      'M108 206 C98 112 138 84 184 84 C240 84 262 124 252 206 C248 168 238 150 222 140 C190 154 146 150 134 146 C118 158 112 178 108 206 Z',
      HAIR,
    ) +
    path(
      'M142 190 Q154 184 166 190 M194 190 Q206 184 218 190',
      'none',
      `stroke="${HAIR}" stroke-width="5" stroke-linecap="round"`,
    ) +
    ellipse(155, 208, 5, 6, '#2f2a28') +
    ellipse(205, 208, 5, 6, '#2f2a28') +
    path(
      'M180 214 Q174 238 180 242 L187 241',
      'none',
      `stroke="${mix(SKIN, '#8a5a3a', 0.45)}" stroke-width="3" stroke-linecap="round"`,
    ) +
    path('M162 266 Q180 276 198 266', 'none', 'stroke="#a5544a" stroke-width="4" stroke-linecap="round"');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 480">${art}</svg>`;
  return sharp(Buffer.from(svg)).resize({ width: 480 }).jpeg({ quality: 86 }).toBuffer();
}
