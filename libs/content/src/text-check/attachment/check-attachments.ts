import { placeHits, type CheckHit } from '../check-hit';
import { checkText } from '../check-text';
import { findRule } from '../check-rules';
import type { EffectiveList } from '../lists/effective-list';
import type { AttachmentWords } from './attachment-texts';

/** Of one file: who attaches a directory of mobile numbers sees that by the first ones. */
const MOST_OF_FILE = 100;

const UNREAD: Readonly<Record<string, string>> = {
  scanned: '附件是扫描件或没有文字，内容未经自动检查，请人工核对',
  unreadable: '附件已加密、损坏或超出解读范围，内容未经自动检查，请人工核对',
  tooLarge: '附件超过 30 MB，内容未经自动检查，请人工核对',
};

/** Rules over the words of attached files; hits carry the name of the file. */
export function checkAttachments(list: EffectiveList, files: readonly AttachmentWords[]): CheckHit[] {
  return files.flatMap(({ name, state, text }) => {
    const place = { field: 'attachment' as const, attachment: name };
    if (state === 'read') return placeHits(checkText(list, text).slice(0, MOST_OF_FILE), text, place);
    const reason = UNREAD[state];
    const severity = list.severity('attachmentUnread');
    if (!reason || !severity) return [];
    const kind = findRule('attachmentUnread')?.kind ?? 'spam';
    const hit = {
      start: 0,
      end: 0,
      text: name,
      kind,
      rule: 'attachmentUnread',
      suggest: null,
      severity,
      reason,
    };
    return placeHits([hit], '', place);
  });
}
