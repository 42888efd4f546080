import { building } from './built';
import { listener, person } from './figures';
import { farHills, ground, range, roundTree, sky } from './land';
import type { Scene } from './scene';
import { CLEAR } from './skies';
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

const DAY = (): string => sky('#8fc1e3', '#eef6f4');
const COATS = ['#33475b', '#4a5560', '#2c3a48', '#5c524c', '#3b4f4a'];
const coat = (at: number): string => COATS[at % COATS.length] ?? '#33475b';
const BARS = [120, 150, 140, 190, 210, 240, 230, 290];
const TREND = [96, 128, 120, 170, 196, 228, 214, 280];

const paving = (y: number): string =>
  fading('#e3e6e2', '#c3c9c4', [y, HEIGHT], (fill) => rect(0, y, WIDTH, HEIGHT - y, fill));

/** The back wall of a hall, light falling from above. */
const wall = (fill: string): string =>
  fading(mix(fill, '#ffffff', 0.4), fill, [0, 420], (shade) => rect(0, 0, WIDTH, HEIGHT, shade)) +
  repeat(6, (at) => glow(96 + at * 154, 8, 150, '#fffbe9', 0.7));

/** A long table with its cloth hanging in folds. */
const table = (x: number, y: number, width: number, height: number, cloth: string): string =>
  rect(x - 8, y - 10, width + 16, 14, mix(cloth, '#ffffff', 0.25), 3) +
  fading(cloth, mix(cloth, '#000000', 0.3), [y, y + height], (fill) => rect(x, y, width, height, fill)) +
  repeat(Math.floor(width / 60), (at) =>
    line(`M${x + 30 + at * 60} ${y + 6} V${y + height}`, '#000000', 3, 0.1),
  );

/** People sitting with their backs to us, in rows. */
const audience = (rows: number, from: number): string =>
  repeat(rows, (row) =>
    repeat(10 - row, (at) =>
      listener(56 + row * 34 + at * (94 + row * 12), from + row * 74, 104 + row * 22, coat(at + row * 2)),
    ),
  );

export const TOWN: Readonly<Record<string, Scene>> = {
  cityHall: {
    alt: '示范县政务中心大楼外景',
    art: () =>
      DAY() +
      farHills() +
      paving(424) +
      building(190, 430, 580, 230, '#f4eee2', '#a23a31') +
      rect(468, 40, 4, 124, '#7c858b') +
      path('M472 44 q28 -8 62 4 v36 q-34 -12 -62 -4 Z', '#c8372d') +
      repeat(4, (at) => roundTree(30 + at * 44, 446, 84) + roundTree(802 + at * 44, 446, 84)) +
      fading('#8fbd7f', '#649b5c', [470, HEIGHT], (fill) =>
        path('M0 486 Q240 462 400 500 L330 540 L0 540 Z M960 486 Q720 462 560 500 L630 540 L960 540 Z', fill),
      ),
  },
  meeting: {
    alt: '会议室内召开工作会议',
    art: () =>
      wall('#e6d8c0') +
      fading('#b23a31', '#8a241e', [60, 260], (fill) => rect(170, 56, 620, 190, fill)) +
      repeat(12, (at) => line(`M${196 + at * 52} 60 V246`, '#6d1914', 4, 0.25)) +
      rect(160, 46, 640, 12, '#d9b86a') +
      repeat(7, (at) => person(222 + at * 86, 330, 128, coat(at))) +
      table(150, 284, 660, 70, '#7c2a22') +
      repeat(7, (at) => rect(206 + at * 86, 268, 34, 16, '#f5f1e6')) +
      fading('#d9ccb6', '#b3a48b', [350, HEIGHT], (fill) => rect(0, 354, WIDTH, 186, fill)) +
      audience(3, 430),
  },
  construction: {
    alt: '重点项目施工现场',
    art: () =>
      DAY() +
      farHills() +
      fading('#d9c6a2', '#b89a6c', [430, HEIGHT], (fill) => rect(0, 432, WIDTH, 108, fill)) +
      fading('#e8ecee', '#b3bcc2', [180, 440], (fill) => rect(96, 190, 280, 250, fill)) +
      repeat(20, (at) => rect(116 + (at % 5) * 52, 212 + Math.floor(at / 5) * 56, 34, 34, '#8fa9b9')) +
      repeat(9, (at) => line(`M${96 + at * 35} 176 V440`, '#c08a2a', 3, 0.8)) +
      repeat(6, (at) => line(`M86 ${188 + at * 48} H386`, '#c08a2a', 3, 0.8)) +
      repeat(
        5,
        (at) => rect(470 + at * 44, 330, 14, 110, '#a9b1b5') + rect(458, 332 + at * 26, 216, 6, '#8a949b'),
      ) +
      line('M640 440 V84', '#d99a1c', 12) +
      line('M500 112 H900 M640 84 L880 112 M640 84 L520 112 M640 60 V84', '#d99a1c', 6) +
      repeat(15, (at) => line(`M634 ${110 + at * 22} L646 ${132 + at * 22}`, '#a8730f', 2)) +
      line('M836 114 V268', '#59656f', 3) +
      rect(800, 268, 72, 26, '#9b5a36') +
      ellipse(470, 508, 150, 10, '#3b2f1c', 0.2) +
      person(420, 508, 104, '#e07b1b') +
      person(492, 514, 104, '#e07b1b') +
      circle(420, 413, 13, '#f2c12e') +
      circle(492, 419, 13, '#f2c12e'),
  },
  inspection: {
    alt: '工作人员开展安全检查',
    art: () =>
      wall('#d3dde0') +
      fading('#c3ccd0', '#9aa6ab', [410, HEIGHT], (fill) => rect(0, 414, WIDTH, 126, fill)) +
      fading('#bcc8cd', '#8f9da4', [110, 420], (fill) => rect(520, 112, 340, 308, fill, 6)) +
      repeat(
        3,
        (at) =>
          fading('#d8433a', '#a3241d', [160, 352], (fill) => rect(550 + at * 98, 160, 70, 192, fill, 10)) +
          rect(572 + at * 98, 142, 26, 20, '#3b4146', 4) +
          rect(560 + at * 98, 226, 50, 44, '#f4efe4'),
      ) +
      rect(110, 120, 270, 180, '#f8f9f6', 4) +
      rect(110, 120, 270, 30, '#2b6a92', 4) +
      repeat(5, (at) => rect(134, 172 + at * 24, 200 - at * 20, 8, '#a9b4b9')) +
      person(392, 520, 300, '#2f4a63') +
      person(500, 524, 290, '#d9812b') +
      path('M468 248 Q470 214 500 214 Q530 214 532 248 Z', '#f0c22e') +
      rect(460, 246, 80, 8, '#d9a91c', 4) +
      rect(420, 350, 56, 72, '#f5f1e6', 3),
  },
  handshake: {
    alt: '招商项目签约仪式',
    art: () =>
      wall('#efe3cf') +
      fading('#2b6ea3', '#124a7c', [50, 270], (fill) => rect(110, 50, 740, 220, fill)) +
      rect(0, 270, WIDTH, 270, '#e9ddc8') +
      fading('#c04138', '#8c2620', [420, HEIGHT], (fill) => rect(0, 424, WIDTH, 116, fill)) +
      repeat(6, (at) => person(180 + at * 120, 436, 212, coat(at))) +
      table(170, 372, 620, 92, '#7c2a22') +
      repeat(
        2,
        (at) => rect(300 + at * 300, 352, 76, 12, '#fbf8f0') + rect(300 + at * 300, 346, 76, 7, '#1f5f95'),
      ) +
      repeat(
        5,
        (at) =>
          circle(450 + at * 15, 352 - (at % 2) * 10, 12, at % 2 ? '#d64545' : '#efc24a') +
          circle(444 + at * 17, 362, 9, '#5a9a5a'),
      ),
  },
  hall: {
    alt: '政务服务大厅办事窗口',
    art: () =>
      wall('#dfe6ea') +
      fading('#1c66b0', '#124a86', [0, 76], (fill) => rect(0, 30, WIDTH, 58, fill)) +
      repeat(
        5,
        (at) => rect(58 + at * 184, 46, 108, 26, '#e8f0f8', 3) + rect(72 + at * 184, 56, 80, 6, '#8fb2d4'),
      ) +
      repeat(
        5,
        (at) =>
          person(112 + at * 184, 322, 150, '#27486b') +
          rect(140 + at * 184, 214, 60, 44, '#2f3a44', 3) +
          rect(144 + at * 184, 218, 52, 34, '#9fc4dd'),
      ) +
      fading('#e2c79b', '#b18d5a', [260, 370], (fill) => rect(0, 270, WIDTH, 104, fill)) +
      rect(0, 262, WIDTH, 12, '#f4e6cb') +
      fading('#d8dddd', '#b6bebf', [374, HEIGHT], (fill) => rect(0, 374, WIDTH, 166, fill)) +
      repeat(4, (at) =>
        listener(140 + at * 224, 530, 200, ['#7a4a45', '#4a6a55', '#5a5572', '#6f6a4a'][at] ?? '#4a6a55'),
      ),
  },
  clinic: {
    alt: '乡镇卫生院',
    art: () =>
      DAY() +
      range('clinic-far', 282, 36, '#a5c4b8') +
      range('clinic', 338, 26, '#82ad93', 80) +
      paving(424) +
      building(220, 430, 520, 190, '#fdfdfb', '#2b7a78') +
      rect(446, 150, 68, 68, '#ffffff', 8) +
      rect(471, 160, 18, 48, '#c8372d') +
      rect(456, 175, 48, 18, '#c8372d') +
      roundTree(130, 452, 130) +
      roundTree(190, 446, 90) +
      roundTree(826, 452, 136) +
      roundTree(770, 446, 88) +
      person(330, 522, 110, '#f3f6f7') +
      person(392, 526, 104, '#56769a') +
      person(610, 524, 106, '#7a5a52'),
  },
  school: {
    alt: '校园里的教学楼和操场',
    art: () =>
      DAY() +
      range('school', 300, 34, '#93bba6') +
      ground(392, '#7db574') +
      building(140, 400, 680, 176, '#f8ead2', '#b4533c') +
      fading('#cc6a52', '#a8432f', [420, HEIGHT], (fill) =>
        path('M60 540 Q140 432 480 426 Q820 432 900 540 Z', fill),
      ) +
      repeat(3, (at) =>
        path(
          `M${92 + at * 26} 540 Q${170 + at * 22} ${442 + at * 8} 480 ${436 + at * 8} Q${790 - at * 22} ${442 + at * 8} ${868 - at * 26} 540`,
          'none',
          'stroke="#f6e3da" stroke-width="2" opacity=".8"',
        ),
      ) +
      fading('#8fc684', '#65a35f', [470, HEIGHT], (fill) =>
        path('M196 540 Q260 474 480 470 Q700 474 764 540 Z', fill),
      ) +
      rect(236, 196, 4, 206, '#8b949a') +
      path('M240 200 q22 -6 48 3 v28 q-26 -9 -48 -3 Z', '#c8372d') +
      repeat(5, (at) =>
        person(
          330 + at * 76,
          520,
          66,
          ['#d9812b', '#2f6f9a', '#c8372d', '#3f7d4f', '#7d5a9c'][at] ?? '#2f6f9a',
        ),
      ),
  },
  jobs: {
    alt: '就业招聘会现场',
    art: () =>
      CLEAR() +
      repeat(8, (at) => roundTree(20 + at * 134, 250, 120)) +
      paving(236) +
      repeat(4, (at) => {
        const x = 26 + at * 234;
        const top = at % 2 ? '#1b5d9e' : '#c2702a';
        return (
          rect(x + 14, 150, 5, 190, '#8b949a') +
          rect(x + 187, 150, 5, 190, '#8b949a') +
          rect(x + 19, 172, 168, 110, '#fbfaf6') +
          repeat(3, (row) => rect(x + 40, 192 + row * 24, 126 - row * 26, 9, '#b9c3c9')) +
          person(x + 103, 330, 116, coat(at)) +
          table(x + 6, 282, 194, 62, at % 2 ? '#2b4c6f' : '#7c4a2a') +
          polygon(`${x - 8},160 ${x + 22},96 ${x + 184},96 ${x + 214},160`, top) +
          polygon(`${x + 103},160 ${x + 103},96 ${x + 184},96 ${x + 214},160`, mix(top, '#000000', 0.16)) +
          repeat(7, (fold) => circle(x + 8 + fold * 32, 160, 16, fold % 2 ? top : mix(top, '#ffffff', 0.75)))
        );
      }) +
      repeat(9, (at) =>
        listener(
          70 + at * 104,
          520 + (at % 3) * 24,
          138,
          ['#3b5a76', '#7a4a45', '#4a6a55', '#8a6a3a', '#5a5572'][at % 5] ?? '#3b5a76',
        ),
      ),
  },
  chart: {
    alt: '统计图表示意',
    art: () =>
      fading('#fbfcfd', '#eaf0f5', [0, HEIGHT], (fill) => rect(0, 0, WIDTH, HEIGHT, fill)) +
      repeat(5, (at) => rect(110, 110 + at * 80, 760, 1.5, '#d3dce4')) +
      repeat(8, (at) => {
        const height = BARS[at] ?? 0;
        return fading(
          at % 2 ? '#8fb4d6' : '#2f74b8',
          at % 2 ? '#5f8fb8' : '#124a86',
          [430 - height, 430],
          (fill) => rect(140 + at * 92, 430 - height, 50, height, fill, 3),
        );
      }) +
      path(
        `M165 ${430 - 96} ${TREND.map((up, at) => `L${165 + at * 92} ${400 - up}`).join(' ')} L809 430 L165 430 Z`,
        '#c8372d',
        'opacity=".07"',
      ) +
      line(`M${TREND.map((up, at) => `${165 + at * 92} ${400 - up}`).join(' L')}`, '#c8372d', 5) +
      repeat(
        8,
        (at) =>
          circle(165 + at * 92, 400 - (TREND[at] ?? 0), 9, '#ffffff') +
          circle(165 + at * 92, 400 - (TREND[at] ?? 0), 6, '#c8372d'),
      ) +
      rect(110, 429, 760, 3, '#59656f'),
  },
};
