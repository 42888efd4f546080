import { bankCard } from './bank-card';
import { calendarDay } from './calendar-day';
import { clockTime } from './clock-time';
import type { Detector } from './detector';
import { documentNumber } from './document-number';
import { hiddenCharacters } from './hidden-characters';
import { identityNumber } from './identity-number';
import { licencePlate } from './licence-plate';
import { mobilePhone } from './mobile-phone';
import { pairedMarks } from './paired-marks';
import { privateMail } from './private-mail';
import { halfWidthMark, repeatedMark } from './punctuation';
import { repeatedWords } from './repeated-words';
import { secrecyMarking } from './secrecy-marking';
import { spamText } from './spam-text';
import { travelDocument } from './travel-document';

export type { Detector, RawHit } from './detector';

/** Every detector, in the order of the manual. */
export const DETECTORS: readonly Detector[] = [
  secrecyMarking,
  identityNumber,
  bankCard,
  travelDocument,
  mobilePhone,
  privateMail,
  licencePlate,
  documentNumber,
  calendarDay,
  clockTime,
  pairedMarks,
  halfWidthMark,
  repeatedMark,
  repeatedWords,
  hiddenCharacters,
  spamText,
];
