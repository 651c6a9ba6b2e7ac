import { useTranslation } from 'react-i18next';
import { duration } from '../../../ui/format';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Note } from '../frame/Note';
import { useSentence } from '../frame/useSentence';
import type { ServiceList } from '../types';

interface ServiceNotesProps {
  list: ServiceList | undefined;
  /** Seconds for which nothing new could be read; 0 while all goes well. */
  age: number;
  failure: unknown;
}

/** What is to be known before the table is believed. */
export function ServiceNotes({ list, age, failure }: ServiceNotesProps) {
  const { t } = useTranslation('operations');
  const say = useSentence();
  return (
    <>
      {age > 0 && <Note tone="degraded">{t('services.stale', { time: duration(age) })}</Note>}
      {list && !list.supervised && <Note tone="off">{t('services.unsupervised')}</Note>}
      {list?.catalogue_problem && <Note tone="failed">{t('services.catalogue')} {say(list.catalogue_problem)}</Note>}
      {failure !== null && failure !== undefined && <div className="md-section"><FailureNote error={failure} /></div>}
    </>
  );
}
