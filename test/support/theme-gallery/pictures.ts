/** Drawn stand-ins for uploaded pictures. */
const scene = (sky: string, far: string, near: string, extra: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 600"><rect width="960" height="600" fill="${sky}"/>` +
  `<path d="M0 380 190 210l130 90 210-170 240 190 190-120v400H0z" fill="${far}"/>` +
  `<path d="M0 470c160-70 260 30 460-10s330-60 500-10v150H0z" fill="${near}"/>${extra}</svg>`;

export const pictures: Readonly<Record<string, string>> = {
  '/_files/scene-1.svg': scene(
    '#cfe6ef',
    '#8db79a',
    '#3f7d55',
    '<g stroke="#cfe8c9" stroke-width="6" fill="none"><path d="M0 520q240-60 480-20t480-20M0 560q240-60 480-20t480-20"/></g>',
  ),
  '/_files/scene-2.svg': scene(
    '#f2e3cf',
    '#b49a86',
    '#5e89a8',
    '<path d="M180 600 260 380h440l80 220z" fill="#c9c4bb"/><path d="M300 430h360M290 480h380" stroke="#8d8880" stroke-width="8"/>',
  ),
  '/_files/scene-3.svg': scene(
    '#e6eef6',
    '#b9c8d8',
    '#94a7bb',
    '<g fill="#4a6079"><circle cx="380" cy="360" r="52"/><path d="M290 600c0-120 40-170 90-170s90 50 90 170z"/></g><g fill="#7c4f4a"><circle cx="580" cy="380" r="48"/><path d="M500 600c0-110 36-155 80-155s80 45 80 155z"/></g>',
  ),
};
