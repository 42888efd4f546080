import type { Detector } from './detector';

export type { Detector, RawHit } from './detector';

/** Every detector, in the order of the manual. */
export const DETECTORS: readonly Detector[] = [];
