import { encode } from 'uqr';

/** Light modules round the code, as the standard asks (ISO/IEC 18004). */
const QUIET = 4;
/**
 * Any of the eight masks can be read. Trying all of them for the evenest, as a printer of posters should, takes
 * longer than the rest of an article page; a diagonal one (2: column mod 3) breaks up what an address repeats.
 */
const MASK = 2;

/**
 * An address as a QR code in SVG without any style, so that the content security policy lets it through.
 * One path with a run a row piece: about 2 KB before compression. `label` is escaped by the caller.
 */
export function qrCode(address: string, label: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 0, maskPattern: MASK });
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  const whole = size + 2 * QUIET;
  return (
    `<svg class="qr-code" role="img" aria-label="${label}" viewBox="${-QUIET} ${-QUIET} ${whole} ${whole}" width="160" height="160" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M${-QUIET} ${-QUIET}h${whole}v${whole}h${-whole}z"/><path fill="#000" d="${runs.join('')}"/></svg>`
  );
}

/** Dark runs of a row: where each begins and how long it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
