import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Turn } from './types';

interface BranchSwitchProps {
  turn: Turn;
  choose: (messageId: string) => void;
}

/** `‹ 2/3 ›`: the other answers to a question, and the other questions in its place. */
export function BranchSwitch({ turn, choose }: BranchSwitchProps) {
  const { t } = useTranslation('talk');
  const { siblings = [], messageId } = turn;
  if (siblings.length < 2 || !messageId) return null;
  const at = siblings.indexOf(messageId);
  const step = (by: 1 | -1, label: string, Icon: typeof ChevronLeft) => {
    const target = siblings[at + by];
    return (
      <button
        type="button" className="md-icon-button md-turn-act" aria-label={label} title={label} aria-disabled={target === undefined}
        onClick={() => target !== undefined && choose(target)}
      >
        <Icon size={14} />
      </button>
    );
  };
  return (
    <span className="md-branches" role="group" aria-label={t('branch.label')}>
      {step(-1, t('branch.previous'), ChevronLeft)}
      <span className="md-num" aria-label={t('branch.at', { at: at + 1, count: siblings.length })}>{at + 1}/{siblings.length}</span>
      {step(1, t('branch.next'), ChevronRight)}
    </span>
  );
}
