import { useTranslation } from 'react-i18next';
import { exactTime } from '../../../../../ui/format';
import { nextTimes } from '../../logic/schedule';
import { Part } from '../../parts/Part';

const shown = 5;

/** When the next runs begin, by the clocks of the schedule's zone. */
export function NextTimes({ expression, zone }: { expression: string; zone: string }) {
  const { t } = useTranslation('flowForms');
  const times = nextTimes(expression, zone, new Date(), shown);
  return (
    <Part title={t('schedule.next')} help={times && times.length > 0 ? zone : undefined}>
      {!times && <p className="md-field-error" role="alert">✕ {t('schedule.wrong')}</p>}
      {times?.length === 0 && <p className="md-nf-warn">! {t('schedule.never')}</p>}
      <ol className="md-nf-times">{times?.map(({ at, text }) => <li key={text} className="md-num" title={exactTime(at)}>{text}</li>)}</ol>
    </Part>
  );
}
