import type { Cost } from '../logs/types';

export const ruleKinds = ['contains', 'not_contains', 'equal', 'matches', 'json_field', 'max_length', 'cites'] as const;
export type RuleKind = (typeof ruleKinds)[number];

export interface TestRule {
  kind: RuleKind;
  value: string;
  path?: string | null;
}

export interface Judges {
  similarity: { threshold: number; embedding_model: string | null } | null;
  /** The threshold is a grade from 1 to 5. */
  model: { threshold: number; model: string | null; instruction: string } | null;
}

export interface TestSet {
  id: string;
  name: string;
  description: string;
  judges: Judges;
  case_count: number;
}

export interface TestCase {
  id: string;
  question: string;
  inputs: Record<string, unknown>;
  expected: string | null;
  rules: TestRule[];
  note: string | null;
}

export type SaveTestCase = Omit<TestCase, 'id'>;

export interface Figures {
  done: number;
  judged: number;
  passed: number;
  failed: number;
  /** 0 to 1. */
  pass_rate: number | null;
  score: number | null;
  similarity: number | null;
  model_score: number | null;
  prompt_tokens: number;
  completion_tokens: number;
  cost: Cost | null;
  latency: number | null;
}

export interface Evaluation {
  id: string;
  set_id: string;
  set_name: string;
  /** Null for the draft. */
  version: number | null;
  draft_revision: number | null;
  judges: Judges;
  state: 'waiting' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  case_count: number;
  figures: Figures;
  error: string | null;
  created_at: string;
  finished_at: string | null;
}

export interface Verdict {
  judge: 'rule' | 'similarity' | 'model';
  passed: boolean;
  score: number;
  /** In English, or in the words of the model that graded. */
  reason: string;
  /** Where the sentence can be told in another language. */
  rule?: RuleKind | null;
  value?: string | null;
}

export interface CaseResult {
  case_id: string;
  question: string;
  expected: string | null;
  state: 'waiting' | 'done' | 'failed';
  answer: string | null;
  error: string | null;
  passed: boolean | null;
  score: number | null;
  verdicts: Verdict[];
  model: string | null;
  prompt_tokens: number;
  completion_tokens: number;
  cost: Cost | null;
  duration: number | null;
  message_id: string | null;
}

export interface Comparison {
  before: Evaluation;
  after: Evaluation;
  better: number;
  worse: number;
  same: number;
  cases: { case_id: string; question: string; change: 'better' | 'worse' | 'same'; before: CaseResult; after: CaseResult }[];
}

export interface Estimate {
  cases: number;
  model_calls: number;
  embedding_calls: number;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  cost: Cost | null;
  basis: 'evaluation' | 'usage' | null;
}

export interface PublishBar {
  set_id: string;
  set_name: string;
  passed: number;
  similarity: number | null;
  model: number | null;
}

export interface BarStatus {
  bar: PublishBar | null;
  is_reached: boolean;
  run: Evaluation | null;
}

export const goesOn = ({ state }: Evaluation): boolean => state === 'waiting' || state === 'running';
