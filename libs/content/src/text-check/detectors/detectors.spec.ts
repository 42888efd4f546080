import { DETECTORS } from './index';

const CLEAN = `示范县人民政府办公室关于印发《示范县2026年政务公开工作要点》的通知
示政办发〔2026〕15号
各乡镇人民政府，县直有关单位：
　　《示范县2026年政务公开工作要点》已经县人民政府同意，现印发给你们，请认真贯彻执行。
　　一、总体要求。坚持以人民为中心，（一）及时公开；（二）依法答复。会议定于2026年3月2日（星期一）上午8:30召开。
　　联系电话：0743-8222222，邮箱：xxgk@example.gov.cn，统一社会信用代码：11430000006123456E。
（此件公开发布）`;

describe('the detectors', () => {
  it('have codes and Chinese names of their own', () => {
    expect(new Set(DETECTORS.map(({ code }) => code)).size).toBe(DETECTORS.length);
    expect(DETECTORS.every(({ name }) => /[\u4e00-\u9fff]/.test(name))).toBe(true);
  });

  it.each(DETECTORS.map((detector) => [detector.name, detector] as const))(
    '%s finds nothing in a proper document',
    (_, detector) => {
      expect(detector.detect(CLEAN)).toEqual([]);
      expect(detector.detect('')).toEqual([]);
    },
  );

  it('answer the same twice, in the order of the text, within the text', () => {
    const text = '机密★10年，，群众的的意见（甲 2月30日 13800138000 \u200b';
    for (const detector of DETECTORS) {
      const hits = detector.detect(text);
      expect(detector.detect(text)).toEqual(hits);
      expect(hits.map(({ start }) => start)).toEqual(
        hits.map(({ start }) => start).toSorted((a, b) => a - b),
      );
      expect(
        hits.every(({ start, end, reason }) => start < end && end <= text.length && reason.length > 5),
      ).toBe(true);
    }
  });
});
