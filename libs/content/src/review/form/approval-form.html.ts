import { shanghaiMinute } from '@zhanqun/kernel';
import { SECRECY_LABELS } from '../secrecy/secrecy-record.entity';
import type { ApprovalForm, FormStep } from './approval-form';

const IMPORTANCE = { routine: '日常信息', general: '一般信息', important: '重要信息' } as const;
const EMERGENCY = { pending: '待补审', passed: '补审通过', failed: '补审未通过' } as const;

const STYLE = `
@page { size: A4; margin: 18mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 210mm; background: #fff; color: #000;
  font: 12pt/1.6 "FangSong", "STFangsong", "Noto Serif CJK SC", "SimSun", serif; }
h1 { margin: 0 0 4mm; font: 700 20pt/1.4 "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "SimSun", serif; text-align: center; }
h2 { margin: 8mm 0 4mm; font-size: 16pt; text-align: center; }
p { margin: 0; }
.head { display: flex; justify-content: space-between; margin-bottom: 2mm; font-size: 10.5pt; }
table { width: 100%; border: 1.5pt solid #000; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 2mm 3mm; border: 0.75pt solid #000; vertical-align: middle; overflow-wrap: anywhere; }
th { width: 26mm; font-weight: 700; text-align: center; }
tr { break-inside: avoid; }
.opinion { min-height: 14mm; white-space: pre-wrap; }
.sign { margin-top: 2mm; text-align: right; }
.small { margin-top: 3mm; font-size: 9pt; }
.record { break-before: page; }
.tools { margin-bottom: 16px; padding: 8px 12px; background: #f1f4f8; font: 14px/22px sans-serif; }
@media print { body { padding: 0; } .tools { display: none; } }
`;

/** 审批单 as a page of its own, A4. Everything in it is escaped; it runs no script. */
export function approvalFormHtml(form: ApprovalForm): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>信息发布审批单 ${esc(form.title)}</title><style>${STYLE}</style></head>
<body>
<p class="tools">按 Ctrl+P 打印，或另存为 PDF。纸张 A4，页眉页脚可在打印设置中关闭。</p>
<h1>信息发布审批单</h1>
<p class="head"><span>单位：${esc(form.siteName)}</span><span>编号：${esc(form.number)}</span></p>
<table>
${row('信息标题', esc(form.title), 3)}
${pair('信息类型', esc(form.kindName), '重要程度', IMPORTANCE[form.importance])}
${pair('发布栏目', esc(form.channelName), '信息来源', esc(form.source))}
${pair('撰稿人', esc(form.author || form.writtenBy), '送审时间', time(form.submittedAt))}
${pair('字数', `${form.characters} 字`, '附件', form.attachments.map(esc).join('、') || '无')}
${row('内容摘要', esc(form.summary), 3)}
${row('保密审查', secrecyCell(form), 3)}
${form.steps.map((step) => row(`${esc(step.name)}意见`, stepCell(step), 3)).join('\n')}
${form.emergency ? row('应急发布', emergencyCell(form.emergency), 3) : ''}
${pair('发布时间', publishCell(form), '办理人', esc(form.writtenBy))}
${row('发布地址', esc(form.url ?? '尚未发布'), 3)}
</table>
<p class="small">本单由系统按审核记录生成，打印人：${esc(form.printedBy)}，打印时间：${time(form.printedAt)}。</p>
${form.secrecy.length > 0 ? secrecyRecord(form) : ''}
</body>
</html>
`;
}

function secrecyRecord(form: ApprovalForm): string {
  const rows = form.secrecy.map(
    (record) =>
      `<tr><td>${esc(SECRECY_LABELS[record.opinion])}</td><td>${esc(record.grounds)}</td>` +
      `<td>${esc(record.byName)}</td><td>${time(record.at)}</td></tr>`,
  );
  return `<section class="record"><h2>政府信息公开保密审查记录</h2>
<p class="head"><span>单位：${esc(form.siteName)}</span><span>编号：${esc(form.number)}</span></p>
<p>信息标题：${esc(form.title)}</p>
<table><tr><td>审查结论</td><td>依据和理由</td><td>审查人</td><td>审查时间</td></tr>${rows.join('')}</table></section>`;
}

function secrecyCell({ secrecy, steps }: ApprovalForm): string {
  const [newest] = secrecy;
  if (!newest && steps.some((step) => step.key === 'secrecyReview')) return '待审查';
  if (!newest) return '按“谁公开、谁审查”由各审核环节把关，未另设保密审查环节';
  const sign = `${esc(newest.byName)}　${time(newest.at)}`;
  return `${esc(SECRECY_LABELS[newest.opinion])}。${esc(newest.grounds)}<p class="sign">${sign}</p>`;
}

function stepCell({ byName, onBehalfOf, at, opinion }: FormStep): string {
  if (!at) return '<div class="opinion"></div><p class="sign">签名：　　　　　　年　　月　　日</p>';
  const name = onBehalfOf ? `${esc(byName)}（受${esc(onBehalfOf)}委托）` : esc(byName);
  return `<div class="opinion">${esc(opinion)}</div><p class="sign">${name}　${time(at)}</p>`;
}

function emergencyCell(emergency: NonNullable<ApprovalForm['emergency']>): string {
  const { byName, at, reason, dueAt, state } = emergency;
  return (
    `由 ${esc(byName)} 于 ${time(at)} 先行发布。理由：${esc(reason)}` +
    `<p>补审期限：${time(dueAt)}；${EMERGENCY[state]}</p>`
  );
}

function publishCell({ publishedAt, scheduledFor }: ApprovalForm): string {
  if (publishedAt) return time(publishedAt);
  return scheduledFor ? `定于 ${time(scheduledFor)}` : '尚未发布';
}

const row = (label: string, value: string, span: number): string =>
  `<tr><th scope="row">${label}</th><td colspan="${span}">${value}</td></tr>`;
const pair = (a: string, b: string, c: string, d: string): string =>
  `<tr><th scope="row">${a}</th><td>${b}</td><th scope="row">${c}</th><td>${d}</td></tr>`;
const time = (at: Date | null): string => (at ? shanghaiMinute(at) : '');

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '');
