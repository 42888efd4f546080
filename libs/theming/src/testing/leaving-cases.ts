/** Addresses and whether opening them leaves the government's network; the page's script and the engine agree on them. */
export const INSIDE_HOSTS: readonly string[] = ['shifan.localhost', 'zwfw.example'];
export const OWN_HOST = 'czj.shifan.localhost';

export const LEAVING_CASES: readonly (readonly [address: string, isLeaving: boolean])[] = [
  ['https://www.gov.cn/zhengce/', false],
  ['http://gov.cn/', false],
  ['https://WWW.GOV.CN:8443/a?b#c', false],
  ['https://www.gov.cn./', false],
  ['https://ｗｗｗ.ｇｏｖ.ｃｎ/', false],
  ['https://xn--fiq.xn--zfr164b/', false],
  ['https://示范县.政务/', false],
  ['http://shifan.localhost:9100/hexi/', false],
  ['http://qingshui.shifan.localhost/', false],
  ['https://www.zwfw.example/', false],
  ['http://czj.shifan.localhost/', false],
  ['https://gov.cn.evil.example/', true],
  ['https://evilgov.cn/', true],
  ['https://www.gov.cn@evil.example/', true],
  ['https://www.gov.cn:80@evil.example/', true],
  ['https://evil.example/www.gov.cn/', true],
  ['https://evil.example/?to=.gov.cn', true],
  ['https://evil.example#.gov.cn', true],
  ['https://evil.example\\.gov.cn/', true],
  ['https://www.gоv.cn/', true],
  ['https://政务.example/', true],
  ['https://xn--zfr164b.example/', true],
  ['https://evilshifan.localhost/', true],
  ['https://shifan.localhost.evil.example/', true],
  ['https://www.gov.com/', true],
  ['https://127.0.0.1/', true],
  ['https://[::1]/', true],
];
