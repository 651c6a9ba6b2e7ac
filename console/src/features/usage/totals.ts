import type { UsageSum } from './types';

/** The sum of all rows. */
export function totals(rows: readonly UsageSum[]) {
  const sum = (read: (row: UsageSum) => number) => rows.reduce((total, row) => total + read(row), 0);
  return {
    calls: sum(({ calls }) => calls),
    input: sum(({ input_tokens }) => input_tokens),
    output: sum(({ output_tokens }) => output_tokens),
    errors: sum(({ errors }) => errors),
    unpriced_calls: sum(({ unpriced_calls }) => unpriced_calls),
    costs: sumOfCosts(rows),
  };
}

// By currency: money of two currencies has no sum.
function sumOfCosts(rows: readonly UsageSum[]): UsageSum['costs'] {
  const byCurrency = new Map<string, number>();
  for (const { amount, currency } of rows.flatMap(({ costs }) => costs)) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + Number(amount));
  }
  return [...byCurrency].map(([currency, amount]) => ({ currency, amount: String(amount) }));
}
