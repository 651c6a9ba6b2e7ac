import i18n from 'i18next';
import { Problem, problemText } from '../../../api/problem';
import { bytes } from '../../../ui/format';

/** Why a file was not taken, with the limit that it met. */
export function refusalText(error: unknown): string {
  if (!(error instanceof Problem)) return problemText(error);
  const { max_bytes: most, extensions } = error.extensions;
  if (error.code === 'knowledge.file_too_large' && typeof most === 'number') {
    return i18n.t('knowledge:refusal.too_large', { limit: bytes(most) });
  }
  if (error.code === 'knowledge.unsupported_type' && Array.isArray(extensions)) {
    return i18n.t('knowledge:refusal.type', { extensions: extensions.join(', ') });
  }
  return problemText(error);
}
