import { sky } from './land';

export const DAY = (): string => sky('#8fc1e3', '#eaf5f4');
export const DAWN = (): string => sky('#f0b27a', '#fdf0d8', [690, 170]);
export const CLEAR = (): string => sky('#a7cfe0', '#f3f7ef');
