import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';

/** Puts the one guard before every route of the console API. */
@Global()
@Module({ providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
export class HttpGuardModule {}
