import { Global, Module } from '@nestjs/common';
import { HostResolver, SystemResolver } from './host-resolver';
import { SafeFetch } from './safe-fetch';

@Global()
@Module({
  providers: [SafeFetch, { provide: HostResolver, useClass: SystemResolver }],
  exports: [SafeFetch],
})
export class FetchingModule {}
