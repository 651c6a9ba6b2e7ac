import { useTranslation } from 'react-i18next';
import { bytes } from '../../format';
import type { FileTakes } from './takes';

/** What is taken, in words: `pictures (up to 10 MB), documents (up to 15 MB)`. */
export function useKindNames(takes: FileTakes): string {
  const { t } = useTranslation('talk');
  return takes.kinds.map((kind) => {
    const others = kind === 'custom' && takes.extensions.length > 0;
    const name = others ? takes.extensions.map((one) => `.${one}`).join(' ') : t(`files.kind.${kind}`);
    const most = takes.maxBytes?.[kind];
    return most === undefined ? name : t('files.kind_up_to', { name, size: bytes(most) });
  }).join(t('files.and'));
}
