import {
  BatchPassing,
  Delegations,
  EditingPass,
  ReviewTemplates,
  ReworkService,
  SecrecyRecord,
  usualStep,
  type PlannedStep,
  type ReviewStepName,
} from '@zhanqun/content';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { MemorySiteDirectory } from '@zhanqun/tenancy';
import { Newsroom } from '../../test/newsroom';
import { ApprovalForms } from './form/approval-form';
import { Remarks } from './remark/remarks';
import { ReviewQueue } from './queue/review-queue';
import { Trail } from './trail';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let first: EditorCtx;
let second: EditorCtx;
let admin: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site('township', 'guzhang-2020');
  editor = room.person(site, 'editor');
  first = room.person(site, 'initialReviewer');
  second = room.person(site, 'secondReviewer');
  admin = room.person(site, 'siteAdmin');
});

const step = (key: ReviewStepName, more: Partial<PlannedStep> = {}): PlannedStep => ({
  ...usualStep(key),
  ...more,
});
const put = (steps: PlannedStep[], more: object = {}, at: EditorCtx = admin) =>
  room.app.get(ReviewTemplates).put(at, {
    kind: '*',
    importance: 'general',
    name: '加强审核',
    steps,
    isTrusted: false,
    isLocked: false,
    ...more,
  });
const submitted = async (more: object = {}) => {
  const article = await room.draft(editor, more);
  await room.reviews.submit(room.now(editor), article.id);
  return article;
};

describe('审核模板', () => {
  it('leads a text through its own steps, parallel ones in any order, with a filed secrecy record', async () => {
    await put([
      step('initialReview'),
      step('proofReview', { name: '三校' }),
      step('secrecyReview', { isParallel: true }),
      step('secondReview'),
    ]);
    const proof = room.person(site, 'proofreader');
    const secrecy = room.person(site, 'secrecyReviewer');
    const { id } = await submitted();
    await room.reviews.pass(first, id, { opinion: '事实清楚' });

    await expect(room.reviews.pass(second, id)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(room.reviews.pass(secrecy, id)).rejects.toMatchObject({
      code: 'content.review.secrecyRecordMissing',
    });
    const verdict = { opinion: 'public', grounds: '已公开事项，不涉及国家秘密' } as const;
    await room.reviews.pass(secrecy, id, { secrecy: verdict });
    await expect(room.reviews.passSecond(second, id)).rejects.toMatchObject({
      code: 'content.review.moveRefused',
    });
    await room.reviews.pass(proof, id);
    await room.reviews.pass(second, id);

    expect(await room.stored(editor, id)).toMatchObject({ state: 'published' });
    expect(await room.db.site(editor, SecrecyRecord).find({ where: { articleId: id } })).toEqual([
      expect.objectContaining({ ...verdict, byName: secrecy.actor.name }),
    ]);
    const form = await room.app.get(ApprovalForms).of(room.now(editor), id);
    expect(form.steps.map(({ name, byName, opinion }) => [name, byName, opinion])).toEqual([
      ['初审', first.actor.name, '事实清楚'],
      ['三校', proof.actor.name, '同意'],
      ['保密审查', secrecy.actor.name, '同意'],
      ['复审', second.actor.name, '同意'],
    ]);
    expect(form.url).toContain('/art/');
    const trail = (await room.app.get(Trail).of(room.now(editor), id)).map(({ actionName }) => actionName);
    expect(trail).toEqual(expect.arrayContaining(['三校通过', '保密审查通过']));
  });

  it('cannot ask less than the regulation, at no level, and keeps the plan of the day of submission', async () => {
    await expect(put([step('initialReview')])).rejects.toMatchObject({
      code: 'content.reviewTemplate.invalid',
    });
    await expect(
      room.app.get(ReviewTemplates).put(room.system, {
        kind: '*',
        importance: 'important',
        name: '两审',
        steps: [step('initialReview'), step('secondReview')],
        isTrusted: false,
        isLocked: true,
      }),
    ).rejects.toMatchObject({ code: 'content.reviewTemplate.invalid' });
    const { id } = await submitted();
    await put([step('initialReview'), step('secondReview'), step('officeReview')]);

    await room.reviews.pass(first, id);
    await room.reviews.pass(second, id);
    expect(await room.stored(editor, id)).toMatchObject({ state: 'published' });
    expect((await room.revisions(editor, (await submitted()).id))[0]?.steps).toEqual([
      'initialReview',
      'secondReview',
      'officeReview',
    ]);
  });

  it('descends from the portal and is not overruled where the portal locked it', async () => {
    const portal = portalOf(site);
    const chief = room.person(portal, 'siteAdmin');
    await put([step('proofReview'), step('initialReview'), step('secondReview')], { isLocked: true }, chief);

    expect((await room.revisions(editor, (await submitted()).id))[0]?.steps).toContain('proofReview');
    await expect(put([step('initialReview'), step('secondReview')])).rejects.toMatchObject({
      code: 'content.reviewTemplate.locked',
    });
    const [inherited] = await room.app.get(ReviewTemplates).list(admin);
    expect(inherited).toMatchObject({ level: 'portal', isOwn: false });
    await expect(
      room.app.get(ReviewTemplates).remove(admin, inherited?.template.id ?? 0),
    ).rejects.toMatchObject({
      code: 'content.reviewTemplate.notFound',
    });
  });

  it('lets only the named persons or the people of one office pass', async () => {
    const office: EditorCtx = { ...second, actor: { ...second.actor, organisationId: 77 } };
    const who = { role: 'secondReviewer' as const, organisationId: 77, accountIds: [] };
    await put([step('initialReview'), step('secondReview', { who })], { kind: 'notice' });
    const { id: channelId } = await room.channel(site, 'tzgg');
    const { id } = await submitted({ kind: 'notice', channelId });
    await room.reviews.pass(first, id);
    await expect(room.reviews.pass(second, id)).rejects.toMatchObject({ kind: 'forbidden' });
    await room.reviews.pass(office, id);

    const named = room.person(site, 'editor');
    const only = {
      role: 'secondReviewer' as const,
      organisationId: null,
      accountIds: [named.actor.accountId],
    };
    await put([step('initialReview'), step('secondReview', { who: only })]);
    const { id: other } = await submitted();
    await room.reviews.pass(first, other);
    await expect(room.reviews.pass(second, other)).rejects.toMatchObject({
      code: 'content.review.stepNotYours',
    });
    await room.reviews.pass(named, other);
    expect(await room.stored(editor, other)).toMatchObject({ state: 'published' });
  });
});

describe('委托、认领、改派、退到前面的环节', () => {
  it('lets a stand-in pass for an absent colleague, says so, and binds both by the separation of duties', async () => {
    const away = await room.hire({ role: 'secondReviewer', site });
    const standIn = await room.hire({ role: 'editor', site });
    const awayHere = await room.at(away, site);
    const standInHere = await room.at(standIn, site);
    const delegations = room.app.get(Delegations);
    const days = { startsOn: '2026-03-01', endsOn: '2026-04-30' };
    const wish = { toId: standIn.actor.accountId, ...days };
    await expect(delegations.begin(editor, wish)).rejects.toMatchObject({ code: 'content.delegation.empty' });
    await expect(
      delegations.begin(awayHere, { ...wish, toId: (await room.hire()).actor.accountId }),
    ).rejects.toMatchObject({ code: 'content.delegation.standInNotEligible' });
    const { id: delegation } = await delegations.begin(awayHere, wish);

    const own = await room.draft(standInHere);
    await room.reviews.submit(standInHere, own.id);
    await room.reviews.pass(first, own.id);
    await expect(room.reviews.pass(await room.at(standIn, site), own.id)).rejects.toMatchObject({
      code: 'content.review.selfReviewForbidden',
    });
    const { id } = await submitted();
    await room.reviews.pass(first, id);
    const waiting = await room.app.get(ReviewQueue).mine(await room.at(standIn, site));
    expect(waiting.map(({ article, onBehalfOf }) => [article.id, onBehalfOf])).toEqual([
      [id, away.actor.name],
    ]);
    await room.reviews.pass(await room.at(standIn, site), id);

    const lines = await room.app.get(Trail).of(room.now(editor), id);
    expect(lines.find(({ actionName }) => actionName === '复审通过')).toMatchObject({
      byName: standIn.actor.name,
      onBehalfOf: away.actor.name,
    });
    const { id: late } = await submitted();
    await room.reviews.pass(first, late);
    await delegations.end(awayHere, delegation);
    await expect(room.reviews.pass(await room.at(standIn, site), late)).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
  });

  it('keeps a claimed step for who claimed it, until a colleague takes it over or it is reassigned', async () => {
    const rework = room.app.get(ReworkService);
    const rival = room.person(site, 'initialReviewer');
    const hired = await room.hire({ role: 'initialReviewer', site });
    const { id } = await submitted();
    await rework.claim(first, id, 'initialReview');
    await expect(room.reviews.pass(rival, id)).rejects.toMatchObject({ code: 'content.review.takenByOther' });
    await expect(rework.claim(second, id, 'initialReview')).rejects.toMatchObject({ kind: 'forbidden' });
    await rework.claim(rival, id, 'initialReview');
    await expect(rework.reassign(rival, id, 'initialReview', 999_999)).rejects.toMatchObject({
      code: 'content.review.assigneeNotEligible',
    });
    await rework.reassign(rival, id, 'initialReview', hired.actor.accountId);
    await expect(room.reviews.pass(rival, id)).rejects.toMatchObject({ code: 'content.review.takenByOther' });
    await room.reviews.pass(await room.at(hired, site), id);

    expect(await room.stored(editor, id)).toMatchObject({ reviewState: 'secondReview' });
  });

  it('goes back to an earlier step, which decides anew; who passed there before may do so again', async () => {
    const final = room.person(site, 'finalReviewer');
    const { id } = await submitted({ importance: 'important' });
    await room.reviews.pass(first, id);
    await room.reviews.pass(second, id);
    await expect(room.reviews.sendBack(final, id, ' ', { to: 'initialReview' })).rejects.toMatchObject({
      code: 'content.review.returnReasonMissing',
    });
    await expect(room.reviews.sendBack(final, id, '再核', { to: 'finalReview' })).rejects.toMatchObject({
      code: 'content.review.moveRefused',
    });
    await room.reviews.sendBack(final, id, '数字再核一遍', { to: 'initialReview' });
    expect(await room.stored(editor, id)).toMatchObject({ reviewState: 'initialReview', isSentBack: false });
    await room.reviews.pass(first, id);
    await room.reviews.pass(second, id);
    await room.reviews.pass(final, id);

    expect(await room.stored(editor, id)).toMatchObject({ state: 'published' });
    const [revision] = await room.revisions(editor, id);
    expect(revision?.credits?.reviewers).toEqual([first, second, final].map(({ actor }) => actor.name));
  });
});

describe('修改后通过', () => {
  it('makes the reviewer a writer and begins the review anew', async () => {
    const other = room.person(site, 'secondReviewer');
    const { id } = await submitted();
    await room.reviews.pass(first, id);
    const edits = room.app.get(EditingPass);
    const wish = {
      step: 'secondReview' as const,
      version: 1,
      edits: { body: '<p>会议要求抓好春耕生产。</p>' },
    };
    await expect(edits.pass(second, id, wish)).rejects.toMatchObject({ code: 'content.review.editsMissing' });
    const changed = { ...wish, edits: { body: '<p>会议要求抓实春耕生产。</p>' } };
    await expect(edits.pass(first, id, changed)).rejects.toMatchObject({ kind: 'forbidden' });
    // What a submission may not hold, a new round may not either; nothing of the attempt is kept.
    const secret = { ...wish, edits: { body: '<p>机密★10年</p>' } };
    await expect(edits.pass(second, id, secret)).rejects.toMatchObject({ code: 'content.check.unsettled' });
    expect((await room.revisions(editor, id))[0]).toMatchObject({ version: 1, round: 1 });
    await edits.pass(second, id, changed);

    expect(await room.stored(editor, id)).toMatchObject({ reviewState: 'initialReview' });
    expect((await room.revisions(editor, id))[0]).toMatchObject({ version: 2, round: 2 });
    await room.reviews.pass(first, id, { version: 2 });
    await expect(room.reviews.pass(second, id)).rejects.toMatchObject({
      code: 'content.review.selfReviewForbidden',
    });
    await room.reviews.pass(other, id);
    expect(await room.live(editor, id)).toBe('<p>会议要求抓实春耕生产。</p>');
  });
});

describe('批量通过', () => {
  it('passes what its template trusts, one outcome an article', async () => {
    await put([step('initialReview'), step('secondReview')], { isTrusted: true, kind: 'news' });
    const trusted = await submitted();
    const stale = await submitted();
    await room.reviews.recall(editor, stale.id);
    await room.articles.edit(editor, stale.id, { version: 1, title: '又改了标题' });
    await room.reviews.submit(room.now(editor), stale.id);
    const { id: channelId } = await room.channel(site, 'tzgg');
    const careful = await submitted({ kind: 'notice', channelId });
    const items = [trusted, stale, careful].map(({ id }) => ({ id, version: 1 }));

    const outcomes = await room.app.get(BatchPassing).pass(first, items);

    expect(outcomes.map(({ isPassed, code }) => [isPassed, code])).toEqual([
      [true, null],
      [false, 'content.article.versionStale'],
      [false, 'content.review.batchNotTrusted'],
    ]);
    expect(await room.stored(editor, careful.id)).toMatchObject({ reviewState: 'initialReview' });
  });
});

describe('批注', () => {
  it('stands at its words, says when they were changed, and can be resolved and reopened', async () => {
    const remarks = room.app.get(Remarks);
    const { id } = await submitted();
    const wish = { field: 'body', quote: '春耕生产', nth: 0, words: '与上级文件表述不一致' } as const;
    await expect(remarks.add(first, id, { ...wish, quote: '秋收' })).rejects.toMatchObject({
      code: 'content.remark.quoteNotFound',
    });
    const { remark } = await remarks.add(first, id, wish);
    await room.reviews.sendBack(first, id, '见批注');
    await room.articles.edit(editor, id, { version: 1, body: '<p>会议要求抓好备耕。</p>' });

    expect(await remarks.list(editor, id)).toEqual([expect.objectContaining({ nthNow: null })]);
    expect((await remarks.turn(editor, remark.id, true)).remark).toMatchObject({
      resolvedByName: editor.actor.name,
    });
    expect((await remarks.turn(first, remark.id, false)).remark.resolvedAt).toBeNull();
    const stranger = room.person(await room.site(), 'initialReviewer');
    await expect(remarks.turn(stranger, remark.id, true)).rejects.toMatchObject({
      code: 'content.remark.notFound',
    });
  });
});

function portalOf(below: SiteRef): SiteRef {
  const found = room.app.get(MemorySiteDirectory).byId(below.portalId);
  if (!found) throw new Error('no portal');
  return found;
}
