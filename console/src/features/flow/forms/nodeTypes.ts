import {
  Blocks, Bot, Braces, CalendarClock, CirclePlay, CircleStop, Code, Combine, FileText, Filter, GitBranch, Globe, Infinity as Loop, LibraryBig,
  ListFilter, LogOut, type LucideIcon, MessageSquareText, PenLine, Repeat, ScanText, Sparkles, Split, UserCheck, Webhook,
} from 'lucide-react';
import type { NodeData } from '../model/graph';
import { list, text } from './logic/reading';

export type NodeGroup = 'input' | 'ai' | 'knowledge' | 'logic' | 'transform' | 'tools' | 'human' | 'output';

/** What is known of a type of node without a node of it. */
export interface NodeTypeInfo {
  group: NodeGroup;
  icon: LucideIcon;
  /** Its name, with the namespace: `flowNodes:type.llm`. */
  titleKey: string;
  /** What it does, in a sentence. */
  textKey: string;
  /** Offered in chats alone, or in workflows alone. */
  only?: 'chat' | 'workflow';
  /** Makes sense inside of a loop alone. */
  inLoop?: true;
  /** Belongs to its container: nobody adds or removes one. */
  isFixed?: true;
}

const type = (name: string, group: NodeGroup, icon: LucideIcon, more: Partial<NodeTypeInfo> = {}): [string, NodeTypeInfo] =>
  [name, { group, icon, titleKey: `flowNodes:type.${name}`, textKey: `flowNodes:type.${name}.text`, ...more }];

/** The types of nodes by their names in the DSL, in the order in which they are offered. */
export const NODE_TYPES: Readonly<Record<string, NodeTypeInfo>> = Object.fromEntries([
  type('start', 'input', CirclePlay),
  type('trigger-webhook', 'input', Webhook, { only: 'workflow' }),
  type('trigger-schedule', 'input', CalendarClock, { only: 'workflow' }),
  type('llm', 'ai', Sparkles),
  type('agent', 'ai', Bot),
  type('question-classifier', 'ai', Split),
  type('parameter-extractor', 'ai', ScanText),
  type('knowledge-retrieval', 'knowledge', LibraryBig),
  type('document-extractor', 'knowledge', FileText),
  type('if-else', 'logic', GitBranch),
  type('iteration', 'logic', Repeat),
  type('loop', 'logic', Loop),
  type('loop-end', 'logic', LogOut, { inLoop: true }),
  type('variable-aggregator', 'logic', Combine),
  type('code', 'transform', Code),
  type('template-transform', 'transform', Braces),
  type('assigner', 'transform', PenLine),
  type('list-operator', 'transform', ListFilter),
  type('http-request', 'tools', Globe),
  type('tool', 'tools', Blocks),
  type('human-input', 'human', UserCheck),
  type('answer', 'output', MessageSquareText, { only: 'chat' }),
  type('end', 'output', CircleStop, { only: 'workflow' }),
  type('iteration-start', 'input', CirclePlay, { isFixed: true }),
  type('loop-start', 'input', CirclePlay, { isFixed: true }),
]);

/** What stands for a type that nobody here knows. */
export const UNKNOWN_TYPE: NodeTypeInfo = {
  group: 'tools', icon: Filter, titleKey: 'flowNodes:type.unknown', textKey: 'flowNodes:type.unknown.text',
};

/** The type under the name that is used today. */
export const typeName = (data: NodeData): string => (data.type === 'variable-assigner' ? 'variable-aggregator' : data.type);

/** What is known of a node's type. */
export const infoOf = (data: NodeData): NodeTypeInfo => NODE_TYPES[typeName(data)] ?? UNKNOWN_TYPE;

/** Types that can stand inside of containers in no case. */
export const neverInside: readonly string[] = ['start', 'trigger-webhook', 'trigger-schedule', 'end', 'iteration', 'loop', 'human-input'];

/** The types that can be added in that place, in order. */
export function offeredTypes(isChat: boolean, container?: 'iteration' | 'loop'): string[] {
  return Object.entries(NODE_TYPES)
    .filter(([name, { only, inLoop, isFixed }]) => !isFixed && name !== 'start'
      && (!only || (only === 'chat') === isChat)
      && (!inLoop || container === 'loop')
      && (!container || !neverInside.includes(name)))
    .map(([name]) => name);
}

/** A pin at which edges begin. */
export interface Handle {
  /** `sourceHandle` of its edges. */
  id: string;
  /** What a person called it; empty for the only one. */
  label: string;
  /** Our own words for it, with the namespace; they go before the label. */
  labelKey?: string;
}

const ends = ['end', 'loop-end'];

/** The pins at which edges of a node begin, from top to bottom. */
export function handlesOf(data: NodeData): Handle[] {
  if (ends.includes(data.type)) return [];
  const failed: Handle[] = data.error_strategy === 'fail-branch'
    ? [{ id: 'fail-branch', label: '', labelKey: 'flowNodes:handle.fail' }]
    : [];
  return [...branches(data) ?? [{ id: 'source', label: '' }], ...failed];
}

// Without quotes, YAML makes numbers of them, and of `true` more than a word.
const idOf = (id: unknown): string => (id === undefined || id === null ? '' : String(id));

function branches(data: NodeData): Handle[] | undefined {
  switch (data.type) {
    case 'if-else': return [
      // The oldest graphs have one list of conditions.
      ...(Array.isArray(data.cases) ? list(data.cases) : [{ case_id: 'true' }]).map((one, at) => ({
        id: idOf(one.case_id) || idOf(one.id),
        label: at === 0 ? 'IF' : `ELIF ${at}`, labelKey: at === 0 ? 'flowNodes:handle.if' : 'flowNodes:handle.elif',
      })),
      { id: 'false', label: 'ELSE', labelKey: 'flowNodes:handle.else' },
    ];
    case 'question-classifier': return list(data.classes).map((one) => ({ id: idOf(one.id), label: text(one.label) || text(one.name) }));
    case 'human-input': return [
      ...list(data.user_actions).map((one) => ({ id: text(one.id), label: text(one.title) || text(one.id) })),
      { id: '__timeout', label: '', labelKey: 'flowNodes:handle.timeout' },
    ];
    default: return undefined;
  }
}

/** Whether a failure can be answered by other values or another way. */
export const canFail = (type: string): boolean => failing.has(type);

/** Whether a failed node can be tried again. */
export const canRetry = (type: string): boolean => retried.has(type);

const retried = new Set(['llm', 'agent', 'code', 'http-request', 'tool', 'parameter-extractor', 'question-classifier', 'knowledge-retrieval']);
const failing = new Set([
  'llm', 'agent', 'code', 'http-request', 'tool', 'parameter-extractor', 'knowledge-retrieval', 'document-extractor', 'template-transform',
  'list-operator',
]);
