import { DocxController } from './docx.controller';
import { DocxConversion } from './docx-conversion.service';

export const DOCX_SERVICES = [DocxConversion];
export const DOCX_CONTROLLERS = [DocxController];
