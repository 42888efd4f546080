import { siteStyle } from '../settings/site-style';
import type { ThemeLibrary } from '../theme/theme-library';
import { acceptedEncoding } from './accept-encoding';
import type { Answer, RequestFacts } from './answer';
import { strongTag } from './plain-page';
import { securityHeaders } from './security-headers';

const ASSET = /^\/_theme\/([a-z0-9-]+)\/([0-9a-f]+)\/(.+)$/;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What stands under `/_theme/`: files of themes and colours of sites, from memory. Null when there is none. */
export function themeAssetAnswer(
  themes: ThemeLibrary,
  path: string,
  headers: RequestFacts['headers'],
): Answer | null {
  const style = siteStyle(path);
  if (style !== null) return styleAnswer(Buffer.from(style), headers);
  const [, name = '', hash, file = ''] = ASSET.exec(path) ?? [];
  const assets = themes.find(name)?.assets;
  const asset = assets?.get(file);
  if (!assets || !asset) return null;
  const encoding = acceptedEncoding(headers['accept-encoding'] as string | undefined);
  const [body, form] =
    encoding === 'br' && asset.brotli
      ? [asset.brotli, 'br']
      : encoding !== 'identity' && asset.gzip
        ? [asset.gzip, 'gzip']
        : [asset.body, ''];
  const etag = `"${assets.hash}${form && `-${form}`}"`;
  const shared: Record<string, string> = {
    // An address of an earlier version still answers, but is not promised to stay.
    'Cache-Control': hash === assets.hash ? FOR_EVER : 'public, max-age=60',
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...securityHeaders,
  };
  if (headers['if-none-match'] === etag) return { status: 304, headers: shared, body: null };
  return {
    status: 200,
    headers: {
      'Content-Type': asset.contentType,
      'Content-Length': String(body.length),
      ...(form ? { 'Content-Encoding': form } : {}),
      ...shared,
    },
    body,
  };
}

function styleAnswer(body: Buffer, headers: RequestFacts['headers']): Answer {
  const shared = { 'Cache-Control': FOR_EVER, ETag: strongTag(body), ...securityHeaders };
  if (headers['if-none-match'] === shared.ETag) return { status: 304, headers: shared, body: null };
  return {
    status: 200,
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Content-Length': String(body.length), ...shared },
    body,
  };
}
