import i18n from 'i18next';

/** What a job says of itself, `indexing 248/400`, with its stage in the console's language. */
export function factText(fact: string): string {
  const [stage = '', ...rest] = fact.split(' ');
  return [i18n.t(`common:state.${stage}`, { defaultValue: stage }), ...rest].join(' ');
}
