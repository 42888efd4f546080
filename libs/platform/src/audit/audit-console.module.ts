import { Module } from '@nestjs/common';
import { AuditController, SiteAuditController } from './audit.controller';

/** The console's view of the audit trail; nothing here can change it. */
@Module({ controllers: [AuditController, SiteAuditController] })
export class AuditConsoleModule {}
