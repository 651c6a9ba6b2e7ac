import type { UsageSum } from './types';

/** The sum of all rows. */
export function totals(rows: readonly UsageSum[]) {
  const sum = (read: (row: UsageSum) => number) => rows.reduce((total, row) => total + read(row), 0);
  return {
    calls: sum(({ calls }) => calls),
    input: sum(({ input_tokens }) => input_tokens),
    output: sum(({ output_tokens }) => output_tokens),
    errors: sum(({ errors }) => errors),
  };
}
