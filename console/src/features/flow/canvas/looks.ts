import { infoOf, NODE_TYPES, typeName, type NodeGroup } from '../forms/nodeTypes';
import type { NodeData } from '../model/graph';
import './families.css';

/** The colour of a family of nodes: `--md-fam-<name>`. */
export type Family = 'io' | 'model' | 'know' | 'logic' | 'data' | 'tool' | 'human';

const families: Record<NodeGroup, Family> = {
  input: 'io', output: 'io', ai: 'model', knowledge: 'know', logic: 'logic', transform: 'data', tools: 'tool', human: 'human',
};

const codes: Record<string, string> = {
  start: 'START', end: 'END', answer: 'ANSWER', 'trigger-webhook': 'WEBHOOK', 'trigger-schedule': 'SCHEDULE', llm: 'LLM',
  'parameter-extractor': 'EXTRACT', agent: 'AGENT', 'knowledge-retrieval': 'RETRIEVE', 'document-extractor': 'DOC', 'if-else': 'IF',
  'question-classifier': 'CLASSIFY', iteration: 'ITERATE', loop: 'LOOP', 'loop-end': 'BREAK', 'variable-aggregator': 'MERGE', code: 'CODE',
  'template-transform': 'TEMPLATE', 'list-operator': 'LIST', assigner: 'ASSIGN', 'http-request': 'HTTP', tool: 'TOOL', 'human-input': 'HUMAN',
};

// A model decides, but what it decides is the way.
export const familyOf = (data: NodeData): Family => (data.type === 'question-classifier' ? 'logic' : families[infoOf(data).group]);

/** The short name of a type, for the head of a card and the lanes of a trace. */
export const codeOf = (data: NodeData): string => codes[typeName(data)] ?? (data.type || '?').slice(0, 10).toUpperCase();

export const isKnown = (data: NodeData): boolean => typeName(data) in NODE_TYPES;
