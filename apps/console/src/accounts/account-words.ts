import { CircleCheck, CircleClose, Key, Lock } from '@element-plus/icons-vue';
import type { AccountView } from '@/api/accounts';
import type { StateLook } from '@/parts/state-tag.vue';

const LOOKS = {
  active: { label: '正常', tone: 'good', icon: CircleCheck },
  locked: { label: '已锁定', tone: 'bad', icon: Lock },
  fresh: { label: '未设密码', tone: 'warn', icon: Key },
  disabled: { label: '已停用', tone: 'quiet', icon: CircleClose },
} satisfies Record<string, StateLook>;

export function accountLook(account: AccountView): StateLook {
  if (account.status === 'disabled') return LOOKS.disabled;
  if (account.lockedUntil !== null && Date.parse(account.lockedUntil) > Date.now()) return LOOKS.locked;
  if (account.mustChangePassword && account.lastSignInAt === null) return LOOKS.fresh;
  return LOOKS.active;
}
