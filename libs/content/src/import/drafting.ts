import type { NewArticle } from '../article/article.service';
import type { ChannelNode } from '../channel/channel-tree';
import type { ImportKind } from './import-options';
import type { ImportedDocument } from './read-document';

export type Draftable = Omit<ImportedDocument, 'encoding'>;

export interface DraftWish {
  readonly channel: Pick<ChannelNode, 'id' | 'kind'>;
  readonly kind: ImportKind | undefined;
}

/** What a found text becomes: its kind guessed where nobody chose one, gaps filled and named as warnings. */
export function draftOf(
  document: Draftable,
  wish: DraftWish,
  siteName: string,
): { text: NewArticle; kind: ImportKind; warnings: string[] } {
  const warnings = [...document.warnings];
  const issuedOn = document.issuedOn || document.publishedOn;
  const isComplete = document.issuer !== '' && issuedOn !== '';
  let kind = wish.kind ?? guessedKind(document, wish.channel, isComplete);
  if (wish.kind === undefined && document.documentNumber !== '' && kind !== 'policyDocument')
    warnings.push('有文号但缺少发文机关或成文日期，未作为政策文件导入，请核对');
  if (document.source === '') warnings.push(`文中没有写明来源，暂填“${document.issuer || siteName}”，请核对`);
  if (kind === 'policyDocument' && isComplete) {
    warnings.push('主题分类暂填“其他”，请选择');
    if (document.issuedOn === '') warnings.push('没有找到成文日期，暂用发布日期，请核对');
  } else if (kind === 'policyDocument') {
    kind = 'notice';
    warnings.push('缺少发文机关或成文日期，暂作通知公告导入，请核对');
  }
  const { title, author, body, documentNumber, issuer } = document;
  const facts = { documentNumber, issuer, issuedOn, subjectCategory: '其他' };
  const text = {
    channelId: wish.channel.id,
    kind,
    title,
    source: (document.source || issuer || siteName).slice(0, 100),
    author,
    body,
    ...(kind === 'policyDocument' ? { facts } : {}),
  };
  return { text, kind, warnings };
}

function guessedKind(
  { documentNumber, title }: Draftable,
  channel: DraftWish['channel'],
  isComplete: boolean,
): ImportKind {
  const isOfficial = documentNumber !== '' || channel.kind === 'policy';
  if (isOfficial && isComplete) return 'policyDocument';
  return channel.kind === 'notice' || /(?:通知|公告|通告|公示)$/u.test(title) ? 'notice' : 'news';
}
