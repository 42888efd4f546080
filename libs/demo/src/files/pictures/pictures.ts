import {
  building,
  circle,
  HEIGHT,
  house,
  line,
  path,
  person,
  polygon,
  range,
  rect,
  roundTree,
  sky,
  terraces,
  tree,
  WIDTH,
} from './strokes';

const repeat = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');

const DAY = sky('#a9d3ea', '#eef6f4');
const DAWN = sky('#f3c88f', '#fdf1dd');
const ground = (y: number, fill: string): string => rect(0, y, WIDTH, HEIGHT - y, fill);
const farHills = range('far', 280, 40, '#9dbfae') + range('near', 330, 34, '#6d9f83');
const water = (top: string, fill = '#6fb1cf'): string =>
  path(top, fill) + line('M140 430 h120 M420 470 h160 M640 440 h110 M240 505 h180', '#d7ecf4', 4);
const RIVER = 'M360 330 Q520 360 470 420 T620 540 L120 540 Q330 450 300 400 T330 330 Z';

const BARS = [120, 150, 140, 190, 210, 240, 230, 290];
const DOTS = [330, 296, 306, 250, 226, 190, 206, 140];

/** The county's pictures by name: alternative text and drawing. */
export const PICTURES: Readonly<Record<string, { readonly alt: string; readonly art: () => string }>> = {
  cityHall: {
    alt: '示范县政务中心大楼外景',
    art: () =>
      DAY +
      farHills +
      ground(430, '#cfd6d2') +
      building(220, 430, 520, 250, '#f1ece1', '#9a3b34') +
      rect(470, 90, 4, 100, '#7c858b') +
      path('M474 92 h58 v36 h-58 Z', '#c8372d') +
      repeat(6, (at) => roundTree(80 + at * 26, 440, 70) + roundTree(760 + at * 30, 440, 66)),
  },
  meeting: {
    alt: '会议室内召开工作会议',
    art: () =>
      rect(0, 0, WIDTH, HEIGHT, '#efe7da') +
      rect(140, 70, 680, 150, '#8f2d27') +
      rect(160, 90, 640, 110, '#a63a32') +
      repeat(7, (at) =>
        person(200 + at * 94, 330, 130, ['#33475b', '#4a5a6a', '#2f3e4d'][at % 3] as string),
      ) +
      rect(120, 310, 720, 60, '#7a5136', 8) +
      repeat(9, (at) => person(130 + at * 88, 540, 170, ['#54697c', '#6a5d58', '#3f5a55'][at % 3] as string)),
  },
  construction: {
    alt: '重点项目施工现场',
    art: () =>
      DAY +
      farHills +
      ground(440, '#c9b491') +
      building(120, 440, 260, 220, '#d9dde0', '#8a949b') +
      line('M620 440 V90 M540 120 H880 M620 90 L880 120 M620 90 L540 120', '#e0a21b', 10) +
      line('M820 120 V250', '#59656f', 4) +
      rect(780, 250, 80, 30, '#a8613b') +
      repeat(
        4,
        (at) => rect(470 + at * 40, 330, 12, 110, '#8a949b') + rect(460, 330 + at * 28, 150, 6, '#8a949b'),
      ) +
      person(430, 500, 90, '#e08a1b') +
      person(500, 505, 90, '#e08a1b'),
  },
  bridge: {
    alt: '示水河大桥',
    art: () =>
      DAWN +
      range('bridge', 300, 46, '#b9a58a') +
      rect(0, 360, WIDTH, 180, '#7fb3c9') +
      line('M0 330 H960', '#5b646b', 16) +
      repeat(2, (at) => rect(270 + at * 380, 130, 18, 260, '#6b747b')) +
      repeat(9, (at) => line(`M279 140 L${20 + at * 65} 326 M659 140 L${400 + at * 65} 326`, '#8a949b', 3)) +
      line('M100 450 h150 M420 480 h180 M720 440 h140', '#d7ecf4', 5),
  },
  inspection: {
    alt: '工作人员开展安全检查',
    art: () =>
      rect(0, 0, WIDTH, HEIGHT, '#dfe6e8') +
      rect(0, 420, WIDTH, 120, '#b7bfc2') +
      rect(520, 120, 320, 300, '#aab6bb', 6) +
      repeat(3, (at) => rect(550 + at * 92, 160, 66, 190, '#c8372d', 8)) +
      rect(120, 150, 250, 160, '#f6f7f4', 4) +
      repeat(5, (at) => rect(140, 172 + at * 26, 190 - at * 18, 8, '#9aa6ab')) +
      person(400, 500, 250, '#2f4a63') +
      person(480, 505, 240, '#d9812b') +
      circle(480, 300, 34, '#e9c23b'),
  },
  reservoir: {
    alt: '龙潭水库大坝',
    art: () =>
      DAY +
      range('dam', 240, 56, '#5f927a') +
      path('M0 300 H960 V430 H0 Z', '#5aa0c2') +
      polygon(
        [
          [0, 380],
          [960, 380],
          [960, 540],
          [0, 540],
        ],
        '#c7ccc9',
      ) +
      repeat(6, (at) => rect(90 + at * 150, 400, 70, 140, '#a7b0b0')) +
      rect(0, 366, WIDTH, 16, '#8a9391') +
      path('M380 400 h200 v140 h-200 Z', '#eaf5f8'),
  },
  river: {
    alt: '示水河两岸风光',
    art: () =>
      DAY +
      farHills +
      ground(380, '#8fbf8a') +
      water(RIVER) +
      repeat(9, (at) => roundTree(30 + at * 30, 400 + (at % 3) * 20, 62)) +
      repeat(8, (at) => roundTree(700 + at * 34, 400 + (at % 3) * 24, 66)),
  },
  fields: {
    alt: '连片的高标准农田',
    art: () =>
      DAY +
      farHills +
      ground(350, '#8cc07a') +
      repeat(8, (at) =>
        polygon(
          [
            [at * 130 - 40, 540],
            [at * 130 + 60, 540],
            [440 + at * 14, 350],
            [430 + at * 14, 350],
          ],
          at % 2 ? '#6fa962' : '#a7d08f',
        ),
      ) +
      line('M0 420 H960', '#d9e9d0', 6) +
      house(720, 380, 90),
  },
  terraces: {
    alt: '龙潭梯田',
    art: () =>
      DAWN +
      range('terrace', 230, 50, '#7aa386') +
      terraces(['#d8c06a', '#c3b25a', '#a9b45c', '#8fae5b', '#74a05a', '#5c9155']),
  },
  harvest: {
    alt: '收割机在稻田里作业',
    art: () =>
      DAWN +
      range('harvest', 290, 36, '#a9b98a') +
      ground(350, '#e1b647') +
      repeat(26, (at) => line(`M${at * 38} 540 L${at * 38 + 12} 430`, '#c99a2e', 5)) +
      rect(420, 330, 220, 90, '#c8372d', 10) +
      rect(540, 270, 90, 64, '#9cc4dc', 6) +
      rect(340, 380, 90, 46, '#8a949b') +
      circle(470, 430, 38, '#3b4146') +
      circle(600, 430, 38, '#3b4146'),
  },
  forest: {
    alt: '云岭乡林区',
    art: () =>
      sky('#bcd7dd', '#f0f5ee') +
      range('forest', 250, 50, '#7fa896') +
      ground(380, '#4f8560') +
      repeat(16, (at) =>
        tree(30 + at * 62, 430 + (at % 4) * 26, 150 + (at % 3) * 34, at % 2 ? '#2f6b46' : '#3d7d55'),
      ),
  },
  hills: {
    alt: '云雾山群峰',
    art: () =>
      sky('#f1b98b', '#fbeedb') +
      circle(690, 180, 56, '#f7dca0') +
      range('h1', 230, 60, '#a8b7b5') +
      range('h2', 300, 50, '#7f9c99') +
      rect(0, 330, WIDTH, 36, '#ffffff').replace('/>', ' opacity="0.55"/>') +
      range('h3', 400, 44, '#557c78') +
      range('h4', 470, 30, '#345c58'),
  },
  handshake: {
    alt: '招商项目签约仪式',
    art: () =>
      rect(0, 0, WIDTH, HEIGHT, '#f3ead9') +
      rect(120, 60, 720, 200, '#1d5a8c') +
      range('sign', 240, 26, '#3f7fae') +
      rect(0, 430, WIDTH, 110, '#a63a32') +
      repeat(6, (at) => person(180 + at * 120, 440, 190, ['#2f3e4d', '#3b4a5a'][at % 2] as string)) +
      rect(200, 400, 560, 60, '#7a5136', 6) +
      repeat(4, (at) => rect(250 + at * 130, 388, 60, 14, '#f8f6f0')),
  },
  hall: {
    alt: '政务服务大厅办事窗口',
    art: () =>
      rect(0, 0, WIDTH, HEIGHT, '#eef2f4') +
      rect(0, 0, WIDTH, 70, '#14539a') +
      repeat(
        5,
        (at) =>
          rect(40 + at * 184, 120, 150, 150, '#ffffff', 6) + rect(60 + at * 184, 140, 110, 22, '#c5d6e6'),
      ) +
      rect(0, 270, WIDTH, 90, '#c9a77c') +
      repeat(5, (at) => person(115 + at * 184, 285, 120, '#2b4c6f')) +
      repeat(4, (at) =>
        person(200 + at * 190, 520, 200, ['#7a4a45', '#4a6a55', '#5a5572', '#6f6a4a'][at] as string),
      ),
  },
  clinic: {
    alt: '乡镇卫生院',
    art: () =>
      DAY +
      range('clinic', 320, 30, '#93b9a3') +
      ground(430, '#d5dcd8') +
      building(240, 430, 480, 220, '#fdfdfb', '#2b7a78') +
      rect(440, 150, 80, 80, '#ffffff', 8) +
      rect(470, 160, 20, 60, '#c8372d') +
      rect(450, 180, 60, 20, '#c8372d') +
      roundTree(160, 440, 110) +
      roundTree(810, 440, 120) +
      person(340, 520, 110, '#ffffff') +
      person(400, 525, 105, '#5a7a9a'),
  },
  school: {
    alt: '校园里的教学楼和操场',
    art: () =>
      DAY +
      range('school', 310, 30, '#8fb8a0') +
      ground(400, '#7fb37a') +
      building(160, 400, 640, 200, '#f7e7cf', '#b4533c') +
      path('M120 540 Q480 400 840 540 Z', '#c2573f') +
      path('M240 540 Q480 440 720 540 Z', '#7fb37a') +
      repeat(5, (at) =>
        person(300 + at * 86, 510, 74, ['#d9812b', '#2f6f9a', '#c8372d', '#3f7d4f', '#8a5aa0'][at] as string),
      ),
  },
  village: {
    alt: '整洁的村居院落',
    art: () =>
      DAY +
      farHills +
      ground(420, '#a6c990') +
      repeat(5, (at) =>
        house(
          70 + at * 175,
          420 + (at % 2) * 36,
          120 + (at % 3) * 16,
          at % 2 ? '#fbf6ea' : '#f1e6d2',
          at % 2 ? '#59656f' : '#7d4b3c',
        ),
      ) +
      line('M0 500 Q400 460 960 510', '#e6e1d4', 26) +
      repeat(6, (at) => roundTree(40 + at * 176, 470, 60)),
  },
  snow: {
    alt: '冬日雪后的乡村公路',
    art: () =>
      sky('#c6d3dd', '#f4f7f9') +
      range('snow1', 270, 46, '#dbe4ea') +
      range('snow2', 340, 34, '#eef3f6') +
      ground(400, '#ffffff') +
      path('M430 400 L530 400 L760 540 L200 540 Z', '#a3adb4') +
      repeat(
        7,
        (at) =>
          tree(60 + at * 44, 430 + (at % 3) * 30, 110, '#6f8f86') +
          tree(640 + at * 48, 430 + (at % 3) * 30, 110, '#6f8f86'),
      ) +
      repeat(40, (at) => circle((at * 137) % 960, (at * 83) % 520, 3, '#ffffff')),
  },
  tea: {
    alt: '清水镇高山茶园',
    art: () =>
      sky('#cfe6d8', '#f6faf2') +
      range('tea1', 240, 50, '#94bda2') +
      repeat(8, (at) =>
        path(
          `M0 ${300 + at * 34} Q240 ${250 + at * 36} 480 ${300 + at * 32} T960 ${280 + at * 34} L960 ${322 + at * 34} Q720 ${356 + at * 34} 480 ${340 + at * 32} T0 ${340 + at * 34} Z`,
          at % 2 ? '#4f8f4f' : '#6fae5f',
        ),
      ) +
      repeat(3, (at) =>
        person(260 + at * 210, 450 + at * 24, 90, ['#c8372d', '#2f6f9a', '#d9812b'][at] as string),
      ),
  },
  orchard: {
    alt: '河西镇柑橘园',
    art: () =>
      DAY +
      range('orchard', 300, 36, '#8fb58c') +
      ground(400, '#a7c77f') +
      repeat(12, (at) => {
        const x = 60 + (at % 6) * 165;
        const y = 430 + Math.floor(at / 6) * 90;
        return (
          roundTree(x, y, 120, '#3c7a45') +
          repeat(6, (dot) => circle(x - 32 + (dot % 3) * 30, y - 96 + Math.floor(dot / 3) * 34, 9, '#f0922b'))
        );
      }),
  },
  road: {
    alt: '新改造的农村公路',
    art: () =>
      DAY +
      farHills +
      ground(380, '#8fbd82') +
      path('M450 380 L510 380 L820 540 L140 540 Z', '#5b646b') +
      path('M478 380 L482 380 L500 540 L460 540 Z', '#f2eee2') +
      line('M450 380 L140 540 M510 380 L820 540', '#e9e5d8', 7) +
      repeat(
        5,
        (at) =>
          roundTree(340 - at * 74, 400 + at * 26, 56 + at * 14) +
          roundTree(620 + at * 74, 400 + at * 26, 56 + at * 14),
      ),
  },
  jobs: {
    alt: '就业招聘会现场',
    art: () =>
      rect(0, 0, WIDTH, HEIGHT, '#eef3f0') +
      repeat(
        4,
        (at) =>
          polygon(
            [
              [30 + at * 232, 170],
              [138 + at * 232, 90],
              [246 + at * 232, 170],
            ],
            at % 2 ? '#14539a' : '#c8742d',
          ) +
          rect(46 + at * 232, 170, 184, 150, '#ffffff') +
          rect(46 + at * 232, 280, 184, 50, '#b98a5c'),
      ) +
      rect(0, 400, WIDTH, 140, '#d3dbd6') +
      repeat(10, (at) =>
        person(
          60 + at * 94,
          470 + (at % 3) * 26,
          150,
          ['#3b5a76', '#7a4a45', '#4a6a55', '#8a6a3a'][at % 4] as string,
        ),
      ),
  },
  chart: {
    alt: '统计图表示意',
    art: () =>
      rect(0, 0, WIDTH, HEIGHT, '#f5f7f9') +
      repeat(5, (at) => rect(110, 110 + at * 80, 760, 2, '#d5dde3')) +
      repeat(8, (at) =>
        rect(140 + at * 92, 430 - (BARS[at] ?? 0), 52, BARS[at] ?? 0, at % 2 ? '#5f8fb8' : '#14539a', 4),
      ) +
      line('M166 330 L258 296 L350 306 L442 250 L534 226 L626 190 L718 206 L810 140', '#c8372d', 6) +
      repeat(8, (at) => circle(166 + at * 92, DOTS[at] ?? 0, 10, '#c8372d')) +
      rect(110, 430, 760, 4, '#59656f'),
  },
};

/** The picture as SVG. */
export function drawing(name: string): string {
  const picture = PICTURES[name];
  if (!picture) throw new Error(`no picture ${name}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${picture.art()}</svg>`;
}
