import { StickyNote } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { overlaysOf } from '../../../ui/overlays/overlays';
import { matchScore } from '../../../ui/search/matchScore';
import { infoOf, offeredTypes } from '../forms/nodeTypes';
import { dragType } from './dragType';
import { isEntry } from '../model/nodes';
import { useFlow } from './FlowContext';
import { familyOf } from './looks';
import './lists.css';

interface AddListProps {
  at: { x: number; y: number };
  /** The kind of container that the node will be in. */
  container: 'iteration' | 'loop' | undefined;
  /** Not behind a pin, in an edge or in a container: there are no notes, and nothing that runs begin with. */
  isFree: boolean;
  onChoose: (type: string) => void;
  onClose: () => void;
}

/** All kinds of nodes that can be put in a place; typing filters, also by pinyin. A line can be dragged to its place. */
export function AddList({ at, container, isFree, onChoose, onClose }: AddListProps) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { isChat } = useFlow();
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const types = [
    ...offeredTypes(isChat, container).filter((type) => isFree || !isEntry(type)).map((type) => {
      const data = { type, title: '' };
      const { titleKey, textKey, icon, group } = infoOf(data);
      return { type, title: t(titleKey), text: t(textKey), icon, group: t(`group.${group}`), family: familyOf(data) as string };
    }),
    ...(isFree ? [{ type: 'note', title: t('note'), text: t('note.text'), icon: StickyNote, group: t('group.note'), family: 'io' }] : []),
  ];
  const shown = typed.trim() === '' ? types : types
    .map((one) => ({ one, score: Math.max(matchScore(typed, one.title), matchScore(typed, one.type), matchScore(typed, one.text) / 4) }))
    .filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).map(({ one }) => one);
  const at0 = Math.min(current, shown.length - 1);

  useLayoutEffect(() => {
    const { offsetWidth: width, offsetHeight: height } = box.current!;
    box.current!.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - width - 8))}px`;
    box.current!.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - height - 8))}px`;
  }, [at]);
  useEffect(() => {
    const pressed = ({ target }: PointerEvent) => {
      if (!box.current?.contains(target as Node)) onClose();
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => document.removeEventListener('pointerdown', pressed, true);
  }, [onClose]);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not.
    void box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at0]);

  return createPortal(
    <div
      ref={box} className="md-add" role="dialog" aria-label={t('add')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key === 'ArrowDown') setCurrent(Math.min(at0 + 1, shown.length - 1));
        else if (event.key === 'ArrowUp') setCurrent(Math.max(at0 - 1, 0));
        else if (event.key === 'Enter' && shown[at0]) onChoose(shown[at0].type);
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
      }}
    >
      <input
        autoFocus value={typed} placeholder={t('add.search')} aria-label={t('add.search')} role="combobox" aria-expanded aria-controls="md-add-list"
        onChange={(event) => {
          setTyped(event.target.value);
          setCurrent(0);
        }}
      />
      <ul id="md-add-list" role="listbox" aria-label={t('add')}>
        {shown.map(({ type, title, text, icon: Icon, group, family }, index) => (
          <li
            key={type} role="option" aria-selected={index === at0} data-family={family} title={text} draggable
            data-head={typed === '' && group !== shown[index - 1]?.group ? group : undefined}
            onPointerMove={() => setCurrent(index)} onClick={() => onChoose(type)}
            onDragStart={(event) => {
              event.dataTransfer.setData(dragType, type);
              event.dataTransfer.effectAllowed = 'copy';
              // The list would be in the way of where it is to be dropped; it may go once the drag has begun.
              setTimeout(() => box.current && (box.current.style.opacity = '0.15'));
            }}
            onDragEnd={onClose}
          >
            <Icon size={15} aria-hidden /><span>{title}</span><span className="md-meta md-ellipsis">{text}</span>
          </li>
        ))}
        {shown.length === 0 && <li className="md-quiet">{t('common:no_match')}</li>}
      </ul>
    </div>,
    overlaysOf(document.body),
  );
}
