import type { Cost } from '../logs/types';

export interface InsightFigures {
  messages: number;
  conversations: number;
  /** Null where people are not counted: by model. */
  active_users: number | null;
  prompt_tokens: number;
  completion_tokens: number;
  costs: Cost[];
  likes: number;
  dislikes: number;
  /** 0 to 1. */
  satisfaction: number | null;
  errors: number;
  /** Seconds. */
  latency_p50: number | null;
  latency_p95: number | null;
  first_token_p50: number | null;
  first_token_p95: number | null;
}

export interface InsightReport {
  from: string;
  to: string;
  zone: string;
  total: InsightFigures;
  days: { day: string; figures: InsightFigures }[];
  groups: { key: string; figures: InsightFigures }[];
}

export const spans = ['7', '30', '90'] as const;
export type Span = (typeof spans)[number];
