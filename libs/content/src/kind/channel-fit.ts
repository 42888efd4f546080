import type { ChannelKind } from '../channel/channel.entity';
import { channelTakesNoArticles } from '../article/article.errors';
import { channelClosed, kindNotInChannel, kindUnknown } from './kind.errors';
import { findKind, kindOf, type ArticleKind } from './kind';

export function checkKind(code: ArticleKind): void {
  if (!findKind(code)) throw kindUnknown({ kind: code });
}

/** 栏目能不能放这种文章. */
export function refuseWrongChannel(
  code: ArticleKind,
  channel: { readonly id: number; readonly kind: ChannelKind; readonly isClosed: boolean },
): void {
  if (channel.kind === 'link') throw channelTakesNoArticles({ channelId: channel.id });
  if (channel.isClosed) throw channelClosed({ channelId: channel.id });
  const { name, channels } = kindOf(code);
  if (!channels.includes(channel.kind)) throw kindNotInChannel({ kind: code, name, channelId: channel.id });
}
