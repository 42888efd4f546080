import type { AssetKind } from './asset.entity';
import { contentDisposition } from './content-disposition';

interface FileFacts {
  readonly kind: AssetKind;
  readonly name: string;
  readonly mime: string;
}

/** Pictures and films are shown; everything else is offered for saving. */
export const dispositionOf = ({ kind, name }: FileFacts): string =>
  contentDisposition(kind === 'attachment' ? 'attachment' : 'inline', name);

/** A file that came from people runs nothing, wherever it is opened. */
export const FILE_POLICY = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** For people of the site, inside the console. */
export function fileHeaders(file: FileFacts, size: number, type: string = file.mime): Record<string, string> {
  return {
    'content-type': type,
    'content-length': String(size),
    'content-disposition': dispositionOf(file),
    'content-security-policy': FILE_POLICY,
    'cache-control': 'private, max-age=300',
  };
}
