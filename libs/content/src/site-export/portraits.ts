import { Article } from '../article/article.entity';
import { Asset } from '../asset/asset.entity';
import { Channel } from '../channel/channel.entity';
import { OldAddress } from '../old-address/old-address.entity';
import { ReviewStep } from '../review/review-step.entity';
import { ArticleRevision } from '../revision/article-revision.entity';
import type { Portrait } from './portable-rows';

export const CHANNEL: Portrait = {
  entity: Channel,
  references: { parentId: 'channel', ownerOrganisationId: 'organisation', movedToId: 'channel' },
  left: ['hasContent'],
};

export const ASSET: Portrait = {
  entity: Asset,
  references: { uploadedById: 'account', shownById: 'none', folderId: 'none' },
  left: ['state', 'storedAs', 'version', 'trashedAt', 'trashedByName', 'uses', 'usesCountedAt'],
};

export const ARTICLE: Portrait = {
  entity: Article,
  references: {
    channelId: 'channel',
    liveRevisionId: 'revision',
    openRevisionId: 'revision',
    coverAssetId: 'asset',
    mergedIntoId: 'article',
    authorId: 'account',
    deletedById: 'account',
    interpretsArticleId: 'article',
    successorArticleId: 'article',
  },
  left: ['draftKey', 'scheduledFor', 'deletedAt', 'deletedByName', 'purgedAt'],
};

export const REVISION: Portrait = {
  entity: ArticleRevision,
  references: {
    articleId: 'none',
    interpretsArticleId: 'article',
    coverAssetId: 'asset',
    writerIds: 'account',
    writtenById: 'account',
    savedById: 'account',
    submittedById: 'account',
  },
  left: ['plan'],
};

export const STEP: Portrait = {
  entity: ReviewStep,
  references: { articleId: 'none', revisionId: 'revision', byId: 'account', onBehalfOfId: 'account' },
  left: [],
};

export const OLD_ADDRESS: Portrait = {
  entity: OldAddress,
  references: { articleId: 'article', channelId: 'channel' },
  left: ['addressKey'],
};

export const PORTRAITS = [CHANNEL, ASSET, ARTICLE, REVISION, STEP, OLD_ADDRESS];
