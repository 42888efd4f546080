import type { ThemeRule } from '../rule';
import { manifestRule } from './t001-manifest';
import { templateMissingRule } from './t002-template-missing';
import { syntaxRule } from './t003-syntax';
import { unknownVariableRule } from './t010-unknown-variable';
import { unknownFilterRule } from './t011-unknown-filter';
import { unsafeSafeRule } from './t012-unsafe-safe';
import { pageTagsRule } from './t020-page-tags';
import { landmarksRule } from './t021-landmarks';
import { documentRule } from './t022-document';
import { imageAltRule } from './t030-image-alt';
import { inlineCodeRule } from './t031-inline-code';
import { absoluteAddressRule } from './t032-absolute-address';
import { assetMissingRule } from './t033-asset-missing';
import { emptyCaseRule } from './t040-empty-case';
import { controlLabelRule } from './t041-control-label';

export const themeRules: readonly ThemeRule[] = [
  manifestRule,
  templateMissingRule,
  syntaxRule,
  unknownVariableRule,
  unknownFilterRule,
  unsafeSafeRule,
  pageTagsRule,
  landmarksRule,
  documentRule,
  imageAltRule,
  inlineCodeRule,
  absoluteAddressRule,
  assetMissingRule,
  emptyCaseRule,
  controlLabelRule,
];
