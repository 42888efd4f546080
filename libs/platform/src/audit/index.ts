export { Audit } from './audit';
export type { AuditFact, AuditFault, AuditFilter, AuditVerdict } from './audit';
export { AuditEntry } from './audit-entry.entity';
export type { AuditOutcome } from './audit-entry.entity';
export { AuditModule } from './audit.module';
export { AuditConsoleModule } from './audit-console.module';
