import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../ui/acts/Keys';
import './lists.css';

const keys = [
  ['/', 'add'], ['n', 'note'], ['enter', 'open'], ['tab', 'next'], ['arrows', 'nudge'], ['shift+arrows', 'walk'], ['mod+c', 'copy'], ['mod+v', 'paste'],
  ['mod+d', 'duplicate'], ['delete', 'delete'], ['mod+a', 'all'], ['mod+z', 'undo'], ['mod+shift+z', 'redo'], ['mod+f', 'find'], ['mod+shift+l', 'tidy'],
  ['shift+1', 'fit'], ['shift+2', 'fit_chosen'], ['+', 'zoom_in'], ['-', 'zoom_out'], ['mod+enter', 'run'], ['.', 'stop'], ['t', 'trace'], ['mod+s', 'save'],
  ['mod+shift+p', 'publish'], ['shift+drag', 'lasso'],
] as const;

/** The keys of the canvas. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flow');
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <div
      className="md-key-help" role="dialog" aria-label={t('keys')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header><h2>{t('keys')}</h2><button ref={close} type="button" className="md-icon-button" aria-label={t('common:close')} onClick={onClose}><X size={15} /></button></header>
      <ul>{keys.map(([combination, what]) => <li key={what}><span>{t(`key.${what}`)}</span><Keys keys={combination} /></li>)}</ul>
    </div>
  );
}
