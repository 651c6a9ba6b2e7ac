import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableGroup, VariableSelector, VariableType } from '../../model/graph';
import { useTree, VariableTree, type LastValues } from '../VariableTree';

interface VariableSearchProps {
  groups: readonly VariableGroup[];
  wanted?: readonly VariableType[];
  lastValues: LastValues | undefined;
  onPick: (selector: VariableSelector) => void;
  onClose: () => void;
}

/** A list of variables under the field that filters it. */
export function VariableSearch({ groups, wanted, lastValues, onPick, onClose }: VariableSearchProps) {
  const { t } = useTranslation('flowForms');
  const [query, setQuery] = useState('');
  const tree = useTree({ groups, query, wanted, onPick });
  return (
    <>
      <input
        className="md-nf-search" value={query} placeholder={t('picker.search')} aria-label={t('picker.search')} autoFocus
        role="combobox" aria-expanded aria-controls={tree.id}
        aria-activedescendant={tree.active ? `${tree.id}${tree.active.key}` : undefined}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          const { selectionEnd, value } = event.currentTarget;
          // Left and right belong to the text as long as there is some on that side.
          if (event.key === 'ArrowRight' && selectionEnd !== value.length) return;
          if (tree.takeKey(event)) return;
          if (event.key === 'Escape' || event.key === 'Tab') {
            event.stopPropagation();
            if (event.key === 'Escape') event.preventDefault();
            onClose();
          }
        }}
      />
      {groups.length === 0 ? <p className="md-nf-none">{t('picker.nothing')}</p> : <VariableTree tree={tree} lastValues={lastValues} />}
    </>
  );
}
