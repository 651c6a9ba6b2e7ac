import i18n from 'i18next';
import { lazy, Suspense } from 'react';
import type { PartProps } from '../Section';

// With its own words: other kinds of apps do not load it.
const AgentSections = lazy(async () => {
  const [{ AgentSections: loaded }] = await Promise.all([import('./AgentSections'), i18n.loadNamespaces('agent')]);
  return { default: loaded };
});

/** What only agents have to be told. */
export function AgentPart(props: PartProps) {
  return <Suspense fallback={null}><AgentSections {...props} /></Suspense>;
}
