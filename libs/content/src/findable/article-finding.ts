import type { PageFinding, SchemaType } from '@zhanqun/theming';
import type { PageAddresses } from '../article/article-address';
import { policyFactsOf } from '../article/policy-facts';
import { isShown, type ChannelNode } from '../channel/channel-tree';
import type { ArticleFacts } from '../kind/facts';

/** schema.org type of a kind; what is not named is an Article. */
const SCHEMAS: Readonly<Record<string, SchemaType>> = {
  news: 'NewsArticle',
  notice: 'NewsArticle',
  gallery: 'NewsArticle',
  policyDocument: 'Legislation',
  leaderProfile: 'ProfilePage',
  organisationProfile: 'AboutPage',
};

/** What search engines are told of an article beside its page tags. */
export function articleFinding(
  { kind, revisedAt }: { readonly kind: string; readonly revisedAt: Date | null },
  facts: ArticleFacts | null,
  channel: ChannelNode,
  addresses: PageAddresses,
): PageFinding {
  return {
    schema: SCHEMAS[kind] ?? 'Article',
    documentNumber: policyFactsOf({ kind, facts })?.documentNumber ?? '',
    ...(revisedAt ? { modifiedAt: revisedAt } : {}),
    ...channelFinding(channel, addresses),
  };
}

/** The feed of a channel that has one. */
export function channelFinding(channel: ChannelNode, addresses: PageAddresses): PageFinding {
  if (!isShown(channel) || channel.kind === 'link') return {};
  return { feed: { title: channel.name, url: `${addresses.channel(channel.path)}feed.xml` } };
}
