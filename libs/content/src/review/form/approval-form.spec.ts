import type { ApprovalForm } from './approval-form';
import { approvalFormHtml } from './approval-form.html';

const form: ApprovalForm = {
  number: 'qingshui-9-1',
  siteName: '清水镇人民政府',
  title: '<img src=x onerror=alert(1)>通知"',
  kindName: '通知公告',
  channelName: '通知公告',
  source: '党政办',
  author: '',
  importance: 'general',
  summary: '',
  characters: 320,
  attachments: ['附件1.pdf'],
  writtenBy: '李文静',
  submittedAt: new Date('2026-03-05T02:00:00Z'),
  steps: [
    {
      key: 'initialReview',
      name: '初审',
      byName: '王建',
      onBehalfOf: '张明',
      at: new Date('2026-03-05T03:00:00Z'),
      opinion: '同意',
    },
    { key: 'secondReview', name: '复审', byName: '', onBehalfOf: '', at: null, opinion: '' },
  ],
  secrecy: [],
  emergency: null,
  publishedAt: null,
  scheduledFor: null,
  url: null,
  printedBy: '李文静',
  printedAt: new Date('2026-03-05T04:00:00Z'),
};

describe('信息发布审批单', () => {
  it('has a line for every step, signed or still to be signed, and tells a stand-in', () => {
    const html = approvalFormHtml(form);

    expect(html).toContain('王建（受张明委托）　2026-03-05 11:00');
    expect(html).toContain('复审意见');
    expect(html).toContain('签名：');
    expect(html).toContain('@page { size: A4');
  });

  it('runs and shows nothing of what stands in a title', () => {
    const html = approvalFormHtml(form);

    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;通知&quot;');
    expect(html).not.toContain('<script');
  });
});
