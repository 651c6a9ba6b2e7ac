import { useTranslation } from 'react-i18next';
import { StateTag } from '../../../ui/states/StateTag';
import type { Service } from '../types';
import { serviceFace } from './serviceFace';

/** What a service does, in glyph, word and colour. */
export function ServiceState({ service }: { service: Service }) {
  const { t } = useTranslation('operations');
  const { as, word } = serviceFace(service);
  return <StateTag state={service.state} as={as}>{t(`service.state.${word}`)}</StateTag>;
}
