import { characterCount } from '../../article/article-text';
import { placeHits, type CheckField, type CheckHit } from '../check-hit';
import { findRule } from '../check-rules';
import type { EffectiveList } from '../lists/effective-list';
import type { CheckedText } from './checked-text';

/** Longer titles are cut in lists and on telephones. */
const LONGEST_TITLE = 50;

/** Sources that are somebody else's paper, station or account. */
const OUTSIDE_SOURCE =
  /(?:网|报|报社|通讯社|新华社|电视台|广播|客户端|公众号|杂志|日报|晚报|央视|融媒体中心|转载|转自)(?:[）)》”\s]|$)/u;
/** The text itself says that it was taken from elsewhere. */
const REPOSTED = /(?:^|[\n（(【])\s*(?:转载自|转自|来源)\s*[:：]?\s*([^\n）)】。，]{2,30})/u;

/** Rules about title, source and author. */
export function checkHead(list: EffectiveList, text: CheckedText, bodyText: string): CheckHit[] {
  const hit = (
    rule: string,
    field: CheckField,
    found: string,
    reason: string,
    suggest: string | null = null,
  ) => {
    const severity = list.severity(rule);
    const kind = findRule(rule)?.kind;
    if (!severity || !kind) return [];
    const raw = { start: 0, end: found.length, text: found, kind, rule, suggest, severity, reason };
    return placeHits([raw], found, { field });
  };
  const source = text.source.trim();
  const [, named] = REPOSTED.exec(bodyText) ?? [];
  const titleLength = characterCount(text.title.trim());
  return [
    ...(titleLength > LONGEST_TITLE
      ? hit(
          'titleTooLong',
          'title',
          text.title,
          `标题有 ${titleLength} 字，列表和手机上显示不全，宜在 ${LONGEST_TITLE} 字以内`,
        )
      : []),
    ...(source === '' && (text.title !== '' || bodyText !== '')
      ? hit('sourceMissing', 'source', '', '没有注明来源，请填写', named?.trim() ?? null)
      : []),
    ...(named &&
    source !== '' &&
    !named.includes(source) &&
    !source.includes(named.trim()) &&
    isReposted(bodyText)
      ? hit(
          'sourceMissing',
          'source',
          text.source,
          `正文写明转自“${named.trim()}”，与来源不一致，请核对`,
          named.trim(),
        )
      : []),
    ...(OUTSIDE_SOURCE.test(source) && text.author.trim() === ''
      ? hit('authorMissing', 'author', '', `稿件转自“${source}”，宜注明作者`)
      : []),
  ];
}

const isReposted = (bodyText: string): boolean => /转载自|转自/u.test(bodyText);
