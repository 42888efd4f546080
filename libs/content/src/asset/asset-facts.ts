import { shanghaiDay, type EditorCtx } from '@zhanqun/kernel';
import { altTooLong } from './asset.errors';
import { addressPart } from './file-name';
import type { Judged } from './asset-intake';
import type { ReceivedFile } from './upload';

const LONGEST_ALT = 200;

/** A file that was judged, with what people say about it. */
export interface Arrival extends Judged {
  readonly name: string;
  readonly alt: string;
  readonly folderId: number | null;
  readonly received: ReceivedFile;
}

export function factsOf(ctx: EditorCtx, { name, alt, folderId, type, picture, received }: Arrival) {
  const month = shanghaiDay(ctx.now).slice(0, 7).replace('-', '');
  const part = addressPart(name);
  return {
    kind: type.kind,
    name,
    alt,
    folderId,
    mime: type.mime,
    extension: type.extension,
    bytes: picture?.bytes.length ?? received.size,
    path: `${month}/${received.sha256.slice(0, 16)}${part && `-${part}`}.${type.extension}`,
    storedAs: '',
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    uploadedById: ctx.actor.accountId,
    uploadedByName: ctx.actor.name,
  };
}

export function checkedAlt(alt: string): string {
  const text = alt.trim();
  if ([...text].length > LONGEST_ALT || text.length > LONGEST_ALT || /[\p{Cc}\p{Surrogate}]/u.test(text))
    throw altTooLong();
  return text;
}
