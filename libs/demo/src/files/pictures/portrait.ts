import sharp from 'sharp';

/** 标准照 of a person who does not exist: a figure in plain shapes. */
export function portrait(ground: string, coat: string): Promise<Buffer> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 480"><rect width="360" height="480" fill="${ground}"/>` +
    `<path d="M40 480c0-110 60-170 140-170s140 60 140 170z" fill="${coat}"/>` +
    '<path d="m150 312 30 50 30-50z" fill="#fff"/><path d="m174 340 6 60 12-60z" fill="#8d1f24"/>' +
    '<rect x="156" y="262" width="48" height="60" rx="20" fill="#e0b48f"/><ellipse cx="180" cy="206" rx="70" ry="84" fill="#ecc7a4"/>' +
    '<path d="M108 196c-6-70 40-100 76-98 46 2 74 40 68 100-10-40-30-58-70-58s-62 16-74 56z" fill="#2b2a2c"/></svg>';
  return sharp(Buffer.from(svg)).resize({ width: 480 }).jpeg({ quality: 86 }).toBuffer();
}
