import { AlarmClock, CircleCheck, CircleClose, Key, Lock } from '@element-plus/icons-vue';
import type { AccountView } from '@/api/accounts';
import type { StateLook } from '@/parts/state-tag.vue';

/** What the list can be filtered by. */
export const ACCOUNT_STATE_LABELS: Readonly<Record<string, string>> = {
  active: '正常',
  invited: '未设密码',
  locked: '已锁定',
  disabled: '已停用',
  dormant: '90 天未用',
};

const LOOKS = {
  active: { label: '正常', tone: 'good', icon: CircleCheck },
  dormant: { label: '90 天未用', tone: 'warn', icon: AlarmClock },
  locked: { label: '已锁定', tone: 'bad', icon: Lock },
  invited: { label: '未设密码', tone: 'warn', icon: Key },
  disabled: { label: '已停用', tone: 'quiet', icon: CircleClose },
} satisfies Record<string, StateLook>;

export function accountLook(account: AccountView): StateLook {
  if (account.status === 'disabled') return LOOKS.disabled;
  if (account.lockedUntil !== null && Date.parse(account.lockedUntil) > Date.now()) return LOOKS.locked;
  if (account.status === 'invited') return LOOKS.invited;
  return account.isDormant ? LOOKS.dormant : LOOKS.active;
}
