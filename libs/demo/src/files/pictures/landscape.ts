import { house } from './built';
import { person } from './figures';
import { bands, farHills, ground, grove, range, sky, tree, water } from './land';
import { circle, fading, HEIGHT, line, path, polygon, rect, repeat, WIDTH } from './strokes';
import { DAWN, DAY } from './skies';
import type { Scene } from './scene';

/** Hills, woods and waters. */
export const LANDSCAPE: Readonly<Record<string, Scene>> = {
  bridge: {
    alt: '示水河大桥',
    art: () =>
      DAWN() +
      range('bridge', 300, 44, '#b3a58f') +
      fading('#f4e2c6', '#5f9ab4', [350, HEIGHT], (fill) => rect(0, 356, WIDTH, 184, fill)) +
      repeat(10, (at) =>
        line(`M286 130 L${24 + at * 64} 330 M666 130 L${404 + at * 64} 330`, '#e9eef0', 2, 0.9),
      ) +
      repeat(2, (at) =>
        polygon(
          `${272 + at * 380},398 ${280 + at * 380},118 ${292 + at * 380},118 ${300 + at * 380},398`,
          '#dfe5e8',
        ),
      ) +
      repeat(2, (at) =>
        polygon(
          `${286 + at * 380},398 ${286 + at * 380},118 ${292 + at * 380},118 ${300 + at * 380},398`,
          '#a9b5bb',
        ),
      ) +
      rect(0, 326, WIDTH, 12, '#f3f5f5') +
      rect(0, 338, WIDTH, 8, '#8d999f') +
      repeat(14, (at) =>
        line(
          `M${30 + ((at * 131) % 880)} ${412 + ((at * 37) % 110)} h${30 + (at % 4) * 14}`,
          '#fff6e2',
          2,
          0.6,
        ),
      ),
  },
  reservoir: {
    alt: '龙潭水库大坝',
    art: () =>
      DAY() +
      range('dam-far', 220, 54, '#8fb4ab') +
      range('dam', 262, 46, '#5c8f76', 90) +
      fading('#d5e8ec', '#4d93b4', [310, 400], (fill) => rect(0, 312, WIDTH, 90, fill)) +
      fading('#e2e5e3', '#b3bab8', [380, HEIGHT], (fill) => polygon('0,384 960,384 960,540 0,540', fill)) +
      repeat(7, (at) => rect(26 + at * 138, 396, 14, 144, '#c3c9c7')) +
      repeat(6, (at) =>
        fading('#f4fafb', '#b9d9e6', [404, HEIGHT], (fill) =>
          rect(70 + at * 138, 404, 66, 136, at === 2 || at === 3 ? fill : '#a3adac'),
        ),
      ) +
      rect(0, 370, WIDTH, 16, '#f3f4f2') +
      rect(0, 384, WIDTH, 5, '#8f9896') +
      repeat(24, (at) => rect(at * 42, 352, 4, 18, '#c9cfcd')) +
      rect(0, 350, WIDTH, 4, '#c9cfcd'),
  },
  river: {
    alt: '示水河两岸风光',
    art: () =>
      DAY() +
      farHills() +
      ground(376, '#7fb476') +
      water(
        'M404 376 C470 392 520 408 486 440 S640 500 700 540 L110 540 C260 488 380 458 366 424 S352 392 372 376 Z',
      ) +
      grove(26, 44, 402, 8, 62) +
      grove(640, 46, 404, 7, 64) +
      grove(760, 62, 486, 4, 104, '#356f45') +
      grove(-10, 58, 492, 3, 110, '#356f45'),
  },
  terraces: {
    alt: '龙潭梯田',
    art: () =>
      DAWN() +
      range('terrace-far', 218, 52, '#b2b69b') +
      range('terrace', 262, 40, '#86a583') +
      bands(['#dcc36a', '#c9b557', '#aeb455', '#92ac57', '#74a057', '#57904f', '#427f49'], 268, 38, 40) +
      house(150, 352, 58) +
      house(216, 360, 46, '#f1e6d2', '#6d4a3c'),
  },
  forest: {
    alt: '云岭乡林区',
    art: () =>
      sky('#a9ccd6', '#f0f5ee', [220, 150]) +
      range('forest-far', 216, 56, '#9dbcb3') +
      range('forest', 270, 46, '#76a18c', 140) +
      repeat(26, (at) => tree(10 + at * 38, 366 + (at % 3) * 8, 62 + (at % 4) * 12, '#5d927a')) +
      fading('#7fae8d', '#3f7a54', [370, HEIGHT], (fill) => rect(0, 372, WIDTH, 168, fill)) +
      repeat(17, (at) =>
        tree(20 + at * 58, 446 + (at % 3) * 14, 130 + (at % 4) * 22, at % 2 ? '#38785a' : '#458662'),
      ) +
      repeat(9, (at) =>
        tree(30 + at * 112, 548 + (at % 2) * 16, 230 + (at % 3) * 30, at % 2 ? '#245a3f' : '#2c6548'),
      ),
  },
  hills: {
    alt: '云雾山群峰',
    art: () =>
      sky('#eeaa72', '#fcebd2', [690, 168]) +
      range('h1', 228, 66, '#b9b9b0', 130) +
      range('h2', 292, 60, '#93a7a3', 130) +
      range('h3', 356, 54, '#6b8b87', 130) +
      range('h4', 428, 48, '#476d69', 110) +
      range('h5', 498, 34, '#2b4f4a', 120),
  },
  snow: {
    alt: '冬日雪后的乡村公路',
    art: () =>
      sky('#b3c8d8', '#f4f7f9', [740, 150]) +
      range('snow1', 252, 50, '#b9cad6') +
      range('snow2', 318, 40, '#d3dfe6', 90) +
      fading('#f4f8fa', '#dfe8ee', [376, HEIGHT], (fill) => rect(0, 384, WIDTH, 156, fill)) +
      fading('#b9c2c8', '#79848b', [384, HEIGHT], (fill) =>
        path('M462 384 L506 384 C560 430 700 490 800 540 L170 540 C290 490 420 430 462 384 Z', fill),
      ) +
      line('M484 396 L486 540', '#eef2f4', 5, 0.8) +
      repeat(
        7,
        (at) =>
          tree(40 + at * 56, 424 + (at % 3) * 22, 96 + at * 3, '#6f9a90') +
          tree(600 + at * 56, 424 + (at % 3) * 24, 92 + (at % 3) * 14, '#6f9a90'),
      ) +
      repeat(70, (at) => circle((at * 137) % 960, (at * 83) % 520, 1.6 + (at % 3) * 0.7, '#ffffff', 0.85)),
  },
  tea: {
    alt: '清水镇高山茶园',
    art: () =>
      sky('#bfe0d6', '#f8fbf3', [190, 150]) +
      range('tea-far', 214, 56, '#a3c6b4') +
      range('tea1', 258, 44, '#7fae93', 120) +
      bands(
        ['#8fbf6c', '#6aa455', '#86b961', '#5c994c', '#79b058', '#4e8c44', '#69a44e', '#417d3c'],
        262,
        35,
        46,
      ) +
      repeat(3, (at) =>
        person(
          270 + at * 200,
          440 + at * 26,
          78 + at * 8,
          ['#c23a33', '#2f6f9a', '#d0852f'][at] ?? '#c23a33',
        ),
      ),
  },
};
