import i18n from 'i18next';
import { lazy, Suspense } from 'react';
import { questionsAlone, toolSteps } from './agentEvents';
import type { AgentWork } from './types';

// With its own words, and only for answers of agents: other conversations do not load it.
const AgentTrail = lazy(async () => {
  const [{ AgentTrail: loaded }] = await Promise.all([import('./AgentTrail'), i18n.loadNamespaces('agent')]);
  return { default: loaded };
});

/** What an agent did on the way to its answer; nothing for other answers. */
export function Trail({ work, running }: { work: AgentWork; running: boolean }) {
  if (toolSteps(work).length === 0 && questionsAlone(work).length === 0) return null;
  // The height of a folded trail: the answer below does not move.
  return <Suspense fallback={<div style={{ height: 28, marginBottom: 14 }} />}><AgentTrail work={work} running={running} /></Suspense>;
}
