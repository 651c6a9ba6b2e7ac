import { useTranslation } from 'react-i18next';
import type { State } from '../../../ui/states/state';
import { StateTag } from '../../../ui/states/StateTag';
import type { Port } from '../types';

const faces: Record<Port['state'], State> = { free: 'off', in_use: 'succeeded', conflict: 'failed', foreign: 'degraded' };

/** Who listens on a port: its service, somebody else, nobody. */
export function PortState({ port: { state } }: { port: Port }) {
  const { t } = useTranslation('operations');
  return <StateTag state={state} as={faces[state]}>{t(`port.state.${state}`)}</StateTag>;
}
