import type { SmallStore } from './small-network';

/** Channels for each of the sites of the small network: new ones every time, for tests that publish in them. */
export const someChannels = (): SmallStore['channels'] => ({
  'portal/tzgg': { id: 12, name: '通知公告', titles: ['一号通知'] },
  'portal/zwgk/tzgg': { id: 13, name: '公开', titles: [] },
  'qingshui/tzgg': { id: 22, name: '清水公告', titles: ['水'] },
  'hexi/tzgg': { id: 32, name: '河西公告', titles: [] },
});
