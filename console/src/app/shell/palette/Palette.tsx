import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWorkspaceId, workspacesQuery } from '../../../api/queries';
import { useAllActs } from '../../../ui/acts/acts';
import { Keys } from '../../../ui/acts/Keys';
import { recentPages } from '../../../ui/page/recentPages';
import { paletteRows, type PaletteRow } from './paletteRows';
import { scopeOf } from './scope';
import { useThings } from './things/useThings';
import './Palette.css';

/** Everything that can be done or opened from here, by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const workspace = useWorkspaceId();
  useQuery(workspacesQuery);
  const [typed, setTyped] = useState('');
  // By its id, so that what the server adds does not move it; undefined is the first row.
  const [chosen, setChosen] = useState<string>();
  const dialog = useRef<HTMLDialogElement>(null);
  const [recent] = useState(() => recentPages(workspace).filter(({ path }) => path !== window.location.pathname));
  const { scope, wanted } = scopeOf(typed);
  const acts = useAllActs();
  const { things, isSearching, isPartial } = useThings(scope, wanted);
  const rows = paletteRows(scope, wanted, { acts, recent, things });
  const selected = Math.max(rows.findIndex(({ id }) => id === chosen), 0);

  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected, typed]);

  const take = (row: PaletteRow | undefined, newTab: boolean) => {
    if (!row) return;
    if (row.path !== undefined && newTab) window.open(row.path, '_blank', 'noopener');
    onClose();
    if (row.path === undefined) row.run?.();
    else if (!newTab) void navigate(row.path);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' || (event.ctrlKey && event.key === 'n') ? 1
      : event.key === 'ArrowUp' || (event.ctrlKey && event.key === 'p') ? -1 : 0;
    if (step !== 0) setChosen(rows[(selected + step + rows.length) % Math.max(rows.length, 1)]?.id);
    else if (event.key === 'Enter') take(rows[selected], event.metaKey || event.ctrlKey);
    else if (event.key === 'Escape') onClose();
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };

  return createPortal(
    <div className="md-palette-back" onMouseDown={(event) => event.target === event.currentTarget && onClose()}>
      <dialog ref={dialog} open className="md-palette" aria-modal aria-label={t('search')} onKeyDown={onKeyDown}>
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="palette-rows"
          aria-activedescendant={rows[selected] && `palette-${selected}`}
          aria-label={t('search')}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(undefined);
          }}
        />
        <div id="palette-rows" role="listbox" aria-label={t('search')} aria-busy={isSearching} className="md-palette-rows">
          {rows.length === 0 && <p className="md-palette-none">{t(isSearching ? 'palette.searching' : `palette.none.${scope}`)}</p>}
          {rows.map((row, index) => (
            <div key={row.id} role="presentation">
              {row.group !== rows[index - 1]?.group && (
                <div className="md-palette-group" role="presentation">{t(`palette.${row.group}`)}</div>
              )}
              <div
                id={`palette-${index}`}
                role="option"
                aria-selected={index === selected}
                className="md-palette-row"
                onMouseMove={() => setChosen(row.id)}
                onClick={(event) => take(row, event.metaKey || event.ctrlKey)}
              >
                {row.icon && <row.icon size={15} />}
                <span className="md-ellipsis">{row.label}</span>
                {row.hint && <span className="md-meta">{row.hint}</span>}
                {row.keys && <Keys keys={row.keys} />}
              </div>
            </div>
          ))}
          {isPartial && <p className="md-palette-none" role="status">{t('palette.partial')}</p>}
        </div>
        <div className="md-palette-foot">
          <span><kbd>↑</kbd> <kbd>↓</kbd> {t('palette.choose')}</span>
          <span><Keys keys="enter" /> {t('palette.open')}</span>
          <span><Keys keys="mod+enter" /> {t('palette.tab')}</span>
          <span className="md-palette-prefix">{t('palette.prefixes')}</span>
        </div>
      </dialog>
    </div>,
    document.getElementById('overlays') ?? document.body,
  );
}
