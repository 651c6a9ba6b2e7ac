import type { TFunction } from 'i18next';
import { money } from '../../ui/format';
import type { ModelType } from '../../ui/models/models';
import type { ModelPrice } from './types';

export type Amount = 'input' | 'output' | 'characters' | 'minutes';

const amounts: Partial<Record<ModelType, readonly Amount[]>> = {
  llm: ['input', 'output'],
  embedding: ['input'],
  rerank: ['input'],
  moderation: ['input'],
  speech_to_text: ['minutes'],
  text_to_speech: ['characters'],
};

/** What models of a type are paid by; none for those that we cannot count. */
export const amountsOf = (type: ModelType): readonly Amount[] => amounts[type] ?? [];

export const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY'] as const;

/** An amount as the server takes it. */
export const isAmount = (text: string): boolean => /^\d{1,9}(\.\d{1,8})?$/.test(text);

/** A price with one amount changed; null when none is left. */
export function withAmount(
  price: ModelPrice | null | undefined, currency: string, amount: Amount, text: string,
): ModelPrice | null {
  const amounts = Object.entries({ ...price, currency: undefined, [amount]: text }).filter(([, value]) => value);
  return amounts.length === 0 ? null : { currency, ...Object.fromEntries(amounts) };
}

/** `¥2.50 in · ¥10.00 out per million tokens`; undefined without a price. */
export function priceText(price: ModelPrice | null | undefined, t: TFunction<'prices'>): string | undefined {
  if (!price) return undefined;
  const shown = (amount: Amount) => price[amount] && t(`prices:short.${amount}`, { price: money(price[amount], price.currency) });
  const text = (['input', 'output', 'characters', 'minutes'] as const).map(shown).filter(Boolean).join(' · ');
  return text === '' ? undefined : text;
}
