import i18n from 'i18next';
import { bigCount, count } from '../../ui/format';
import type { KnowledgeDocument } from './types';

const t = (key: string, values?: object) => i18n.t(`documents:${key}`, { ...values });

/** How the server counts, with the words that it is said in: `page 12 of 40`, `248/400 chunks`, `0.1/0.4 million characters`. */
const facts: readonly [RegExp, string, (value: string) => string][] = [
  [/^page (\d+) of (\d+)$/, 'fact.page', whole],
  [/^page (\d+)\/(\d+)$/, 'fact.pages', whole],
  [/^chapter (\d+) of (\d+)$/, 'fact.chapter', whole],
  [/^([\d.]+) of ([\d.]+) MB$/, 'fact.megabytes', whole],
  [/^([\d.]+)\/([\d.]+) million characters$/, 'fact.characters', (value) => bigCount(Number(value) * 1e6)],
  [/^enriched (\d+)\/(\d+) chunks$/, 'fact.enriched', whole],
  [/^(\d+)\/(\d+) chunks$/, 'fact.chunks', whole],
];

function whole(value: string): string {
  return count(Number(value));
}

/** Where a document stands, in words: its stage and the counted fact, or the sentence of its failure. */
export function documentFact(document: Pick<KnowledgeDocument, 'status' | 'fact' | 'error' | 'error_code'>): string {
  const { status, fact } = document;
  if (status === 'error') return failureText(document);
  for (const [pattern, key, shown] of facts) {
    const found = pattern.exec(fact ?? '');
    if (!found || status === 'waiting' || status === 'paused') continue;
    return t(key, { stage: i18n.t(`knowledge:stage.${status}`), done: shown(found[1]!), total: shown(found[2]!) });
  }
  return i18n.t(`common:state.${status}`);
}

/** Why a document could not be read, translated by its code, with the place that the server's sentence names. */
export function failureText({ error, error_code }: Pick<KnowledgeDocument, 'error' | 'error_code'>): string {
  const key = `documents:failure.${error_code ?? ''}`;
  if (error_code === null || !i18n.exists(key)) return error ?? i18n.t('knowledge:error.unknown');
  const place = placeOf(error ?? '');
  return place === undefined ? i18n.t(key) : t('failure.at', { place, text: i18n.t(key) });
}

/** The page, line or row that a sentence of the server speaks of, in the console's language. */
function placeOf(sentence: string): string | undefined {
  const found = /\b(page|line|row|chapter) ([\d,]+)/i.exec(sentence);
  return found ? t(`place.${found[1]!.toLowerCase()}`, { number: count(Number(found[2]!.replaceAll(',', ''))) }) : undefined;
}
