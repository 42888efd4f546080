import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { Public } from './access';

/** Made by the build; see apps/console-api/src/openapi.ts. */
const DOCUMENT = resolve(__dirname, '../../../../openapi.json');

@Controller('openapi.json')
export class OpenApiController {
  private document: string | undefined;

  /** Describes every route; the console's client types are generated from it. */
  @Get()
  @Public()
  @Header('content-type', 'application/json; charset=utf-8')
  read(): string {
    this.document ??= readFileSync(DOCUMENT, 'utf8');
    return this.document;
  }
}

@Module({ controllers: [OpenApiController] })
export class OpenApiModule {}
