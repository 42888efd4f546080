import { DocxController } from './docx.controller';
import { DocxConversion } from './docx-conversion.service';
import { RemotePictures } from './remote-pictures.service';

export const DOCX_SERVICES = [DocxConversion, RemotePictures];
export const DOCX_CONTROLLERS = [DocxController];
