import { house } from './built';
import { farHills, ground, grove, range, roundTree } from './land';
import {
  circle,
  ellipse,
  fading,
  glow,
  HEIGHT,
  line,
  mix,
  path,
  polygon,
  rect,
  repeat,
  WIDTH,
} from './strokes';
import { CLEAR, DAWN, DAY } from './skies';
import type { Scene } from './scene';

/** Fields, villages and the roads between them. */
export const FARMLAND: Readonly<Record<string, Scene>> = {
  fields: {
    alt: '连片的高标准农田',
    art: () =>
      DAY() +
      farHills() +
      ground(360, '#7fb768') +
      repeat(11, (at) =>
        polygon(
          `${-260 + at * 135},540 ${-150 + at * 135},540 ${406 + at * 15},362 ${399 + at * 15},362`,
          at % 2 ? '#5e9c52' : '#a5cf7f',
          0.85,
        ),
      ) +
      line('M0 426 L960 412', '#e8eed8', 7) +
      line('M0 431 L960 417', '#8aa877', 2) +
      grove(60, 40, 374, 5, 40) +
      house(742, 396, 84) +
      house(848, 402, 68, '#f1e6d2', '#6d4a3c'),
  },
  harvest: {
    alt: '收割机在稻田里作业',
    art: () =>
      DAWN() +
      range('harvest', 296, 34, '#aebb92') +
      fading('#f3d98b', '#d29d2c', [346, HEIGHT], (fill) => rect(0, 346, WIDTH, 194, fill)) +
      repeat(9, (at) => line(`M0 ${392 + at * 20} H${960}`, '#b9851f', 2, 0.35)) +
      polygon('0,540 0,470 430,424 960,452 960,540', '#e8c266', 0.8) +
      ellipse(520, 452, 190, 16, '#5a4415', 0.3) +
      polygon('420,428 432,340 640,330 652,428', '#b8312a') +
      polygon('560,332 640,330 652,428 560,428', '#98251f') +
      fading('#d7e8f0', '#8db4cb', [268, 336], (fill) => polygon('548,334 556,268 632,268 640,330', fill)) +
      rect(548, 258, 96, 10, '#7d1d18', 3) +
      polygon('320,440 336,380 428,372 428,440', '#d8b24a') +
      repeat(8, (at) => line(`M${330 + at * 13} 380 V440`, '#8d6f1e', 3)) +
      circle(474, 436, 38, '#2d3236') +
      circle(474, 436, 18, '#c9a23a') +
      circle(614, 440, 32, '#2d3236') +
      circle(614, 440, 15, '#c9a23a') +
      repeat(36, (at) => line(`M${at * 27} 540 q4 -30 12 -46`, '#9c7016', 3, 0.7)),
  },
  orchard: {
    alt: '河西镇柑橘园',
    art: () =>
      DAY() +
      range('orchard-far', 276, 38, '#9bbfa9') +
      range('orchard', 326, 26, '#7aa878', 90) +
      ground(386, '#96bf6c') +
      repeat(18, (at) => {
        const row = Math.floor(at / 6);
        const x = 30 + (at % 6) * 176 + row * 34;
        const y = 420 + row * 62;
        const size = 84 + row * 34;
        return (
          roundTree(x, y, size, '#3a7a43') +
          repeat(9, (dot) =>
            circle(
              x - size * 0.24 + (dot % 3) * size * 0.22,
              y - size * 0.84 + Math.floor(dot / 3) * size * 0.2 + (dot % 2) * 6,
              size * 0.052,
              dot % 2 ? '#f29a33' : '#e67f1f',
            ),
          )
        );
      }),
  },
  village: {
    alt: '整洁的村居院落',
    art: () =>
      CLEAR() +
      farHills() +
      ground(398, '#9cc383') +
      grove(20, 74, 408, 13, 74) +
      repeat(5, (at) =>
        house(
          64 + at * 178,
          428 + (at % 2) * 20,
          116 + (at % 3) * 14,
          at % 2 ? '#fbf6ea' : '#f3e9d6',
          at % 2 ? '#56626b' : '#6d4a3c',
        ),
      ) +
      fading('#efe9db', '#d6cdb9', [470, HEIGHT], (fill) =>
        path('M0 506 C260 462 620 466 960 500 L960 540 L0 540 Z', fill),
      ) +
      repeat(12, (at) =>
        circle(20 + at * 84, 496 - Math.abs(at - 5.5) * 2, 15, at % 2 ? '#5f9a58' : '#72ab62'),
      ),
  },
  road: {
    alt: '新改造的农村公路',
    art: () =>
      CLEAR() +
      glow(220, 150, 220, '#fff7dc') +
      farHills() +
      ground(378, '#86b873') +
      fading('#9aa3a8', '#565f65', [378, HEIGHT], (fill) =>
        path('M464 378 L500 378 C540 430 700 490 840 540 L130 540 C270 490 430 430 464 378 Z', fill),
      ) +
      repeat(6, (at) => rect(480 - at * 1.4, 392 + at * at * 4.6, 3 + at * 2.2, 8 + at * 4.6, '#f5f1e4')) +
      line('M464 378 C430 430 270 490 130 540 M500 378 C540 430 700 490 840 540', '#f3efe2', 5) +
      repeat(
        6,
        (at) =>
          roundTree(398 - at * 72, 396 + at * 24, 44 + at * 16) +
          roundTree(566 + at * 72, 396 + at * 24, 44 + at * 16),
      ) +
      polygon('0,540 0,516 70,540', mix('#86b873', '#2c4b2b', 0.3)),
  },
};
