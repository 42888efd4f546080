import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Names to addresses. Tests hand in a fake. */
export abstract class HostResolver {
  abstract addresses(host: string): Promise<readonly string[]>;
}

@Injectable()
export class SystemResolver extends HostResolver {
  override async addresses(host: string): Promise<readonly string[]> {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  }
}
