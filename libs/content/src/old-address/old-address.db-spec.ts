import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Newsroom } from '../../test/newsroom';
import { gbk } from '../../test/former-sites';
import { AddressList } from './address-list';
import { OldAddressReading } from './old-address-reading';
import { OldAddresses } from './old-address.service';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let admin: EditorCtx;
beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  admin = room.person(site, 'siteAdmin');
});

const addresses = () => room.app.get(OldAddresses);
const moved = (at: SiteRef, address: string) =>
  room.app.get(OldAddressReading).find(room.citizen(at), address);

describe('旧网址', () => {
  it('are taken from a list in GBK, bad rows told one by one, and written back in the same form', async () => {
    const article = await room.publish(admin, { title: '放假通知' });
    const path = `/art/202603/${article.id}.html`;
    const lists = room.app.get(AddressList);
    const rows = await lists.read(
      gbk(
        `旧网址,新地址\r\n/通知.asp?id=1,${path}\r\n/class.asp?id=2,/xzdt/\r\n/x.asp,http://evil.example/\r\n/y.asp,/art/202603/999999.html\r\n/sitemap/,/sitemap/\r\n`,
      ),
      '列表.csv',
    );

    const outcome = await addresses().takeList(admin, rows);

    expect(outcome).toMatchObject({ added: 2, changed: 0, same: 0 });
    expect(outcome.refused.map(({ row }) => row)).toEqual([4, 5, 6]);
    expect(await moved(site, '/%E9%80%9A%E7%9F%A5.asp?id=1')).toBe(path);
    expect(await moved(site, '/class.asp?id=2')).toBe('/xzdt/');
    const written = Buffer.concat(await lists.write(admin).toArray()).toString();
    expect(written).toContain(`/通知.asp?id=1,${path}`);
    expect(await addresses().takeList(admin, rows)).toMatchObject({ added: 0, changed: 0, same: 2 });
  });

  it('of one site mean nothing at another, and what a person said is not undone by an import', async () => {
    const other = await room.site();
    const { id } = await addresses().add(admin, 'http://old.example/a.asp', '/xzdt/');

    await room.db.transaction(admin, (ctx) =>
      addresses().keep(
        ctx,
        [
          {
            address: '/a.asp',
            to: { target: 'path', articleId: null, channelId: null, location: '/sitemap/' },
          },
        ],
        'import',
      ),
    );

    expect(await moved(site, '/A.asp')).toBe('/xzdt/');
    expect(await moved(other, '/a.asp')).toBeNull();
    await expect(addresses().add(admin, '/A.ASP', '/sitemap/')).rejects.toMatchObject({
      code: 'content.oldAddress.taken',
    });
    await expect(addresses().remove(room.person(other, 'siteAdmin'), id)).rejects.toMatchObject({
      code: 'content.oldAddress.notFound',
    });
    await expect(addresses().add(room.person(site, 'editor'), '/b.asp', '/xzdt/')).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
  });

  it.each(['http://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)'])(
    'leads nowhere out of the site, whoever wrote the row: %s',
    async (location) => {
      await room.db.transaction(admin, (ctx) =>
        addresses().keep(
          ctx,
          [{ address: '/z.asp', to: { target: 'path', articleId: null, channelId: null, location } }],
          'import',
        ),
      );

      expect(await moved(site, '/z.asp')).toBeNull();
    },
  );
});
