import { plainText } from '../../rich-text/rich-text';
import { closeUp, findIssuer, readHead } from '../document-head';
import { findDay, isDateLine } from '../found-date';
import { isDocumentNumber, normaliseDocumentNumber } from '../../article/policy-facts';

interface Given {
  readonly title: string;
  readonly html: string;
  readonly documentNumber?: string;
  readonly issuer?: string;
  readonly source?: string;
}

/** 文号, 发文机关 and 成文日期 of a text, where its source does not name them itself. */
export function factsOf({ title, html, documentNumber = '', issuer = '', source = '' }: Given): {
  documentNumber: string;
  issuer: string;
  issuedOn: string;
} {
  const lines = plainText(html)
    .split('\n')
    .filter((line) => line !== '');
  const head = readHead([title, ...lines.slice(0, 14)]);
  const dateLine = lines.findLastIndex(isDateLine);
  const day = dateLine < 0 ? null : findDay(closeUp(lines[dateLine] as string).replace(/\s+/g, ''));
  const given = normaliseDocumentNumber(documentNumber);
  return {
    documentNumber: isDocumentNumber(given) ? given : head.documentNumber,
    issuer: issuer.trim().slice(0, 100) || findIssuer(title, lines, dateLine, source),
    issuedOn: day ?? '',
  };
}
