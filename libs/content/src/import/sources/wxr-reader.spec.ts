import { WxrReader } from './wxr-reader';

const refused = { code: 'content.import.packageRefused', details: { fault: 'broken' } };
const raised = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

describe('WXR', () => {
  it.each(['<rss><channel><title>', '<rss attribute="'])(
    'is refused when %s never ends, before the memory is full',
    (opening) => {
      const reader = new WxrReader();
      const piece = 'x'.repeat(1_000_000);

      const error = raised(() => {
        reader.write(opening);
        for (let n = 0; n < 40; n += 1) reader.write(piece);
      });

      expect(error).toMatchObject(refused);
    },
  );

  it('reads a long text that ends', () => {
    const reader = new WxrReader();
    reader.write('<rss xmlns:wp="wp"><channel><item><title>长文</title><content:encoded><![CDATA[');
    for (let n = 0; n < 10; n += 1) reader.write('文'.repeat(1_000_000));
    reader.write(']]></content:encoded></item></channel></rss>');

    expect(reader.take()).toMatchObject([{ title: '长文', isTooLong: true }]);
  });

  it('expands no entity that the file declares itself', () => {
    const reader = new WxrReader();
    reader.write(
      '<!DOCTYPE rss [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>',
    );
    reader.write('<rss><channel><item><title>标题&b;&f;</title></item></channel></rss>');

    expect(reader.take()[0]?.title).toBe('标题&b;&f;');
  });
});
