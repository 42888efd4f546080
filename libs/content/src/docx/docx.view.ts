import { AssetView, toAssetView } from '../asset/asset.view';
import type { ConvertedDocument } from './docx-conversion.service';

export class ConvertedDocumentView {
  /** As found in the document, else the name of the file. */
  title: string;
  /** 发文字号; `''` when there is none. */
  documentNumber: string;
  issuer: string;
  /** 成文日期; `''` when the text does not say. */
  issuedOn: string;
  html: string;
  pictures: AssetView[];
  notes: string[];
}

export function toConvertedDocumentView(
  { title, documentNumber, issuer, issuedOn, html, pictures, notes }: ConvertedDocument,
  siteKey: string,
): ConvertedDocumentView {
  const views = pictures.map((asset) => toAssetView(asset, siteKey));
  return { title, documentNumber, issuer, issuedOn, html, pictures: views, notes: [...notes] };
}
