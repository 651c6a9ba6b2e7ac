import type { MetadataType } from './types';

const presence = ['empty', 'not empty'] as const;

/** What a condition can say of a field, by its type; the words are those of the API. */
export const operators: Record<MetadataType, readonly string[]> = {
  string: ['is', 'is not', 'contains', 'not contains', 'start with', 'end with', 'in', 'not in', ...presence],
  number: ['=', '≠', '>', '<', '≥', '≤', ...presence],
  time: ['is', 'before', 'after', ...presence],
};

export const needsValue = (operator: string): boolean => operator !== 'empty' && operator !== 'not empty';

export const takesList = (operator: string): boolean => operator === 'in' || operator === 'not in';
