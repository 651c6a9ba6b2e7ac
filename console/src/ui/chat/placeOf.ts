import type { TFunction } from 'i18next';
import type { Citation } from './types';

/** Where a passage stands: its page when the document has pages, else its chunk. */
export function placeOf({ page, segment_position }: Citation, t: TFunction<'chat'>): string {
  return page === null ? t('source.chunk', { position: segment_position }) : t('source.page', { page });
}
