import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../ui/form/FailureNote';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import type { KnowledgeBase } from '../types';
import type { Variant } from './types';
import { VariantCard } from './VariantCard';
import { startingVariants } from './variants';
import '../../../ui/form/FormDrawer.css';

interface CompareDrawerProps {
  base: KnowledgeBase;
  open: boolean;
  onClose: () => void;
  onStart: (variants: readonly Variant[]) => Promise<unknown>;
}

const most = 6;

/** Puts together up to six choices of settings, which then run over all cases side by side. */
export function CompareDrawer({ open, onClose, ...rest }: CompareDrawerProps) {
  const { t } = useTranslation('hitTesting');
  return <SidePanel title={t('compare')} open={open} onClose={onClose}><Variants onClose={onClose} {...rest} /></SidePanel>;
}

function Variants({ base, onClose, onStart }: Omit<CompareDrawerProps, 'open'>) {
  const { t } = useTranslation(['hitTesting', 'knowledge']);
  const [variants, setVariants] = useState(() => startingVariants(base.retrieval, base.indexing, (word) => t(word)));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const start = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onStart(variants);
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p className="md-soft md-variant-text">{t('compare.text', { most })}</p>
      {variants.map((variant, at) => (
        <VariantCard
          key={at} variant={variant} number={at + 1} isEconomy={base.indexing === 'economy'}
          onChange={(next) => setVariants(variants.with(at, next))}
          onRemove={variants.length > 1 ? () => setVariants(variants.toSpliced(at, 1)) : undefined}
        />
      ))}
      <FailureNote error={failure} />
      <div className="md-form-buttons">
        <Button
          icon={<Plus size={14} />} disabled={variants.length >= most}
          onClick={() => setVariants([...variants, { ...variants.at(-1)!, label: t('variant.new', { number: variants.length + 1 }) }])}
        >
          {t('variant.add')}
        </Button>
        <Button type="primary" loading={isBusy} onClick={() => void start()}>{t('compare.start', { count: variants.length })}</Button>
      </div>
    </>
  );
}
