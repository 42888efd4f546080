import { insideHosts } from './inside-hosts';

const hosts = (...names: string[]): string[] => insideHosts(names.map((host) => ({ host })));

describe('站群内的主机名', () => {
  it('outside gov.cn are told by the fewest names that cover them', () => {
    expect(hosts('www.shifan.example', 'czj.shifan.example', 'shifan.example', 'zwfw.example')).toEqual([
      'zwfw.example',
      'shifan.example',
    ]);
  });

  it('in gov.cn and 政务 need no telling, look-alikes do', () => {
    expect(hosts('www.shifan.gov.cn', 'czj.shifan.gov.cn', 'xn--fiq.xn--zfr164b')).toEqual([]);
    expect(hosts('shifangov.cn', 'gov.cn.example')).toEqual(['shifangov.cn', 'gov.cn.example']);
  });

  it('do not cover a host that only ends alike, and none without an address', () => {
    expect(hosts('shifan.example', 'evilshifan.example', '')).toEqual([
      'shifan.example',
      'evilshifan.example',
    ]);
  });
});
