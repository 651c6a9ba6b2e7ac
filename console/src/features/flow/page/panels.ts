import { later } from '../../../ui/later';

/** What can stand at the right of the canvas, one at a time. */
export type PanelName = 'node' | 'run' | 'chat' | 'variables' | 'features' | 'problems' | 'history' | 'compare';

// Each is loaded when it is opened first: the canvas has to be quick.
export const Inspector = later(['flowForms', 'flowNodes', 'flowRun'], async () => (await import('../inspector/Inspector')).Inspector);
export const RunPanel = later(['flowRun', 'chat', 'talk', 'human'], async () => (await import('../panels/RunPanel')).RunPanel);
export const ChatPanel = later(['flowRun', 'chat', 'talk'], async () => (await import('../panels/ChatPanel')).ChatPanel);
export const VariablesPanel = later([], async () => (await import('../panels/VariablesPanel')).VariablesPanel);
export const FeaturesPanel = later(['apps', 'appEditor'], async () => (await import('../panels/FeaturesPanel')).FeaturesPanel);
export const ProblemsPanel = later([], async () => (await import('../panels/ProblemsPanel')).ProblemsPanel);
export const ComparePanel = later(['flowCompare', 'apps', 'appEditor'], async () => (await import('../compare/ComparePanel')).ComparePanel);
export const HistoryPanel = later(['flowRun'], async () => (await import('../panels/HistoryPanel')).HistoryPanel);
export const TraceDock = later(['flowRun'], async () => (await import('../run/TraceDock')).TraceDock);
export const FlowDrawers = later(['apps', 'appEditor', 'flowCompare'], async () => (await import('./FlowDrawers')).FlowDrawers);
export const DraftTrouble = later(['apps', 'appEditor'], async () => (await import('../../apps/editor/DraftTrouble')).DraftTrouble);
