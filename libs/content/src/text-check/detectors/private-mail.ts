import type { Detector } from './detector';
import { places } from './scan';

const PRIVATE =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:vip\.)?(?:qq|foxmail|163|126|yeah|188|sina|sohu|139|189|wo|21cn|tom|aliyun|gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo)\.(?:com\.cn|com\.hk|com|cn|net)(?![A-Za-z0-9-]|\.[A-Za-z])/gi;

/** 商业邮箱：an office writes from its own domain. */
export const privateMail: Detector = {
  code: 'privateMail',
  kind: 'personal',
  severity: 'hint',
  name: '非政务邮箱',
  detect: (text) =>
    places(text, PRIVATE).map(({ start, end }) => ({
      start,
      end,
      suggest: null,
      reason: '这是商业邮箱。对外公布的联系方式请用政务邮箱；个人邮箱请删除。',
    })),
};
