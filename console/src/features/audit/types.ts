import type { components } from '../../api/schema.gen';

export type AuditEntry = components['schemas']['AuditEntry'];
