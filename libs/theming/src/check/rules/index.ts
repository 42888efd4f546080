import type { ThemeRule } from '../rule';
import { manifestRule } from './t001-manifest';
import { templateMissingRule } from './t002-template-missing';
import { syntaxRule } from './t003-syntax';
import { settingHelpRule } from './t004-setting-help';
import { blockTemplateRule } from './t005-block-template';
import { unusedTemplateRule } from './t006-unused-template';
import { requiredPageRule } from './t007-required-page';
import { copiedTemplateRule } from './t008-copied-template';
import { unknownVariableRule } from './t010-unknown-variable';
import { unknownFilterRule } from './t011-unknown-filter';
import { unsafeSafeRule } from './t012-unsafe-safe';
import { pageTagsRule } from './t020-page-tags';
import { landmarksRule } from './t021-landmarks';
import { documentRule } from './t022-document';
import { headingOrderRule } from './t023-heading-order';
import { pageHeadingRule } from './t024-page-heading';
import { footerMarksRule } from './t025-footer-marks';
import { skipLinkRule } from './t026-skip-link';
import { searchBoxRule } from './t027-search-box';
import { articleFactsRule } from './t028-article-facts';
import { imageAltRule } from './t030-image-alt';
import { inlineCodeRule } from './t031-inline-code';
import { absoluteAddressRule } from './t032-absolute-address';
import { assetMissingRule } from './t033-asset-missing';
import { heavyAssetRule } from './t034-heavy-asset';
import { foreignResourceRule } from './t035-foreign-resource';
import { newWindowRule } from './t036-new-window';
import { tabOrderRule } from './t037-tab-order';
import { autofocusRule } from './t038-autofocus';
import { outdatedElementRule } from './t039-outdated-element';
import { emptyCaseRule } from './t040-empty-case';
import { controlLabelRule } from './t041-control-label';
import { tableHeadingsRule } from './t042-table-headings';
import { duplicateIdRule } from './t043-duplicate-id';
import { formButtonRule } from './t044-form-button';
import { emptyLinkRule } from './t045-empty-link';
import { frameTitleRule } from './t046-frame-title';
import { autoplayRule } from './t047-autoplay';
import { zoomRule } from './t048-zoom';
import { hiddenControlRule } from './t049-hidden-control';
import { regionRule } from './t050-region';
import { outlineRule } from './t060-outline';
import { smallTextRule } from './t061-small-text';
import { importantRule } from './t062-important';
import { printStyleRule } from './t063-print-style';
import { focusStyleRule } from './t064-focus-style';
import { reducedMotionRule } from './t065-reduced-motion';
import { fixedWidthRule } from './t066-fixed-width';
import { unknownTokenRule } from './t067-unknown-token';
import { styleAssetRule } from './t068-style-asset';
import { tokenContrastRule } from './t070-token-contrast';
import { colourCountRule } from './t071-colour-count';

/** In the order of their codes: 0 manifest, 1 variables, 2 pages, 3–4 elements, 5 regions, 6–7 style sheets. */
export const themeRules: readonly ThemeRule[] = [
  manifestRule,
  templateMissingRule,
  syntaxRule,
  settingHelpRule,
  blockTemplateRule,
  unusedTemplateRule,
  requiredPageRule,
  copiedTemplateRule,
  unknownVariableRule,
  unknownFilterRule,
  unsafeSafeRule,
  pageTagsRule,
  landmarksRule,
  documentRule,
  headingOrderRule,
  pageHeadingRule,
  footerMarksRule,
  skipLinkRule,
  searchBoxRule,
  articleFactsRule,
  imageAltRule,
  inlineCodeRule,
  absoluteAddressRule,
  assetMissingRule,
  heavyAssetRule,
  foreignResourceRule,
  newWindowRule,
  tabOrderRule,
  autofocusRule,
  outdatedElementRule,
  emptyCaseRule,
  controlLabelRule,
  tableHeadingsRule,
  duplicateIdRule,
  formButtonRule,
  emptyLinkRule,
  frameTitleRule,
  autoplayRule,
  zoomRule,
  hiddenControlRule,
  regionRule,
  outlineRule,
  smallTextRule,
  importantRule,
  printStyleRule,
  focusStyleRule,
  reducedMotionRule,
  fixedWidthRule,
  unknownTokenRule,
  styleAssetRule,
  tokenContrastRule,
  colourCountRule,
];
