import type { SiteRef } from '@zhanqun/kernel';
import type { Answer } from './answer';
import { plainPage } from './plain-page';

/**
 * What a site answers in place of its pages because of its state; null when it shows its pages.
 * A closing site keeps publishing to the last day, with its notice in the frame.
 */
export function statusAnswer(site: SiteRef): Answer | null {
  switch (site.status) {
    case 'online':
    case 'closing':
      return null;
    case 'preparing':
      return plainPage(503, site.name, ['本网站正在建设中，尚未开通。'], { 'Retry-After': '86400' });
    case 'suspended':
      return plainPage(503, site.name, ['本网站因维护临时下线，请稍后访问。'], { 'Retry-After': '86400' });
    case 'closed':
      return plainPage(410, site.name, ['本网站已关停，原有内容已迁移至上级政府门户网站。']);
  }
}

export const unknownHost = (): Answer =>
  plainPage(421, '无法访问', ['您访问的地址不属于本平台的任何网站，请检查地址是否正确。']);

export const methodRefused = (): Answer =>
  plainPage(405, '无法处理', ['本网站只提供页面浏览，不接受此类请求。'], { Allow: 'GET, HEAD' });

export const badAddress = (): Answer => plainPage(400, '地址有误', ['您输入的地址无法识别，请检查后重试。']);

export const addressTooLong = (): Answer => plainPage(414, '地址过长', ['您输入的地址过长，请检查后重试。']);
