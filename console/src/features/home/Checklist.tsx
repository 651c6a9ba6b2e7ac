import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../api/queries';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { appsQuery, basesQuery, onboardingQuery } from './queries';
import { stepPlaces, type Newest } from './steps';
import type { Step } from './types';
import './Checklist.css';

const keyOf = (ws: string) => `middeck.onboarding.dismissed.${ws}`;

/** The way to the first answer. Each line ticks itself from real state; it goes when all are done, or when it is sent away. */
export function Checklist({ may }: { may: (permission: string) => boolean }) {
  const { t } = useTranslation('home');
  const ws = useWorkspaceId();
  const [isDismissed, setDismissed] = useState(() => localStorage.getItem(keyOf(ws)) !== null);
  const query = useQuery({ ...onboardingQuery(ws), enabled: !isDismissed });
  const bases = useQuery({ ...basesQuery(ws), enabled: !isDismissed && may('knowledge.read') });
  const apps = useQuery({ ...appsQuery(ws), enabled: !isDismissed && may('apps.read') });
  if (isDismissed) return null;
  if (query.isError) return <ErrorFace compact error={query.error} onRetry={() => void query.refetch()} />;

  const steps = query.data?.steps.filter(({ id }) => {
    const place = stepPlaces[id];
    return place !== undefined && (place.permission === undefined || may(place.permission));
  }) ?? [];
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;

  const dismiss = () => {
    localStorage.setItem(keyOf(ws), '1');
    setDismissed(true);
  };
  const newest = { base: bases.data?.[0]?.id, app: apps.data?.[0]?.id };
  const next = steps.find((step) => !step.done)?.id;
  return (
    <section className="md-checklist" aria-labelledby="md-checklist">
      <header>
        <h2 id="md-checklist">{t('checklist.title')}</h2>
        <span className="md-num md-quiet">{done}/{steps.length}</span>
        <progress max={steps.length} value={done} aria-label={t('checklist.progress')} />
        <button type="button" className="md-icon-button" aria-label={t('checklist.dismiss')} title={t('checklist.dismiss')} onClick={dismiss}>
          <X size={15} />
        </button>
      </header>
      <ol>
        {steps.map((step) => <Line key={step.id} step={step} isNext={step.id === next} newest={newest} />)}
      </ol>
    </section>
  );
}

function Line({ step: { id, done }, isNext, newest }: { step: Step; isNext: boolean; newest: Newest }) {
  const { t } = useTranslation('home');
  const ws = useWorkspaceId();
  const to = `/w/${ws}/${stepPlaces[id]!.path(newest)}`;
  return (
    <li data-done={done || undefined}>
      <span className="md-checklist-glyph" aria-hidden>{done ? <Check size={14} /> : '○'}</span>
      {done ? <span>{t(`step.${id}`)}</span> : <Link to={to}>{t(`step.${id}`)}</Link>}
      <span className="md-meta">{done ? t('checklist.done') : t(`step.${id}.text`)}</span>
      {isNext && <Link className="md-checklist-act" to={to}>{t(`step.${id}.act`)}</Link>}
    </li>
  );
}
