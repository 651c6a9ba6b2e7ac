import { later } from '../../../ui/later';
import type { App } from '../../../ui/chat/queries';

const loads = {
  annotations: async () => (await import('../annotations/AnnotationsTab')).AnnotationsTab,
  access: async () => (await import('../access/AccessTab')).AccessTab,
  versions: async () => (await import('../versions/VersionsTab')).VersionsTab,
};

/** Loads a tab before it is asked for; a failure shows when somebody goes there. */
export function prepareTab(name: string): void {
  if (name in loads) void loads[name as keyof typeof loads]().catch(() => undefined);
}

// Only one is looked at, mostly the first.
export const AnnotationsTab = later<{ app: App }>(['annotations'], loads.annotations);
export const AccessTab = later<{ app: App }>([], loads.access);
export const VersionsTab = later([], loads.versions);
