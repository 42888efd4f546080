import { Module } from '@nestjs/common';
import { BringNetworkNotice, SweepNetworkNotices } from './network-notice/network-notice.jobs';

/** What the worker does for this lib. */
@Module({ providers: [BringNetworkNotice, SweepNetworkNotices] })
export class TenancyJobsModule {}
