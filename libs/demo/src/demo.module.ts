import { Module } from '@nestjs/common';
import { Demo } from './demo';

@Module({ providers: [Demo], exports: [Demo] })
export class DemoModule {}
