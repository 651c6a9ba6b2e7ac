import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchScore } from '../../../ui/search/matchScore';
import { infoOf } from '../forms/nodeTypes';
import { isNote, isStartDot } from '../model/nodes';
import { markdownOf } from '../notes/lexical';
import { useEditor, useFlow } from './FlowContext';
import './lists.css';

/** Finds nodes by their titles, kinds and ids, and notes by their text. */
export function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { editor } = useFlow();
  const { fitView } = useReactFlow();
  const nodes = useEditor((state) => state.config.graph.nodes);
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState(0);
  const found = nodes.filter((node) => !isStartDot(node)).map((node) => {
    const kind = isNote(node) ? t('note') : t(infoOf(node.data).titleKey);
    const title = isNote(node) ? markdownOf(node.data.text).slice(0, 80) || kind : node.data.title || kind;
    return { id: node.id, title, kind, score: Math.max(matchScore(typed, title), matchScore(typed, kind) / 2, node.id === typed ? 100 : 0) };
  }).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, 50);
  const at = Math.min(current, found.length - 1);

  const go = (id: string) => {
    editor.choose([id]);
    void fitView({ nodes: [{ id }], maxZoom: 1, padding: 1, duration: 200 });
  };
  return (
    <div
      className="md-finder" role="search"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown') setCurrent(Math.min(at + 1, found.length - 1));
        else if (event.key === 'ArrowUp') setCurrent(Math.max(at - 1, 0));
        else if (event.key === 'Enter' && found[at]) go(found[at].id);
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <input
        autoFocus value={typed} placeholder={t('find.placeholder')} aria-label={t('find')}
        onChange={(event) => {
          setTyped(event.target.value);
          setCurrent(0);
        }}
      />
      <ul role="listbox" aria-label={t('find')}>
        {found.map(({ id, title, kind }, index) => (
          <li key={id} role="option" aria-selected={index === at} onClick={() => go(id)}>
            <span className="md-ellipsis">{title}</span><span className="md-meta">{kind}</span>
          </li>
        ))}
        {found.length === 0 && <li className="md-quiet">{t('common:no_match')}</li>}
      </ul>
    </div>
  );
}
